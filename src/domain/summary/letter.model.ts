import type { PaperLanguage } from '../shared/language.ts';

/** One page: an invitation in one or both languages with its link. */
export interface LetterPage {
  readonly texts: readonly LetterText[];
  readonly link: string;
}

export interface LetterText {
  readonly language: PaperLanguage;
  readonly to: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly steps: readonly string[];
  readonly closing: readonly string[];
}

export interface Letters {
  readonly title: string;
  readonly author: string;
  readonly language: PaperLanguage;
  readonly pages: readonly LetterPage[];
}

/** What the letters are made from. */
export interface LettersRequest {
  readonly language: PaperLanguage | 'both';
  readonly letters: readonly Invitation[];
}

export interface Invitation {
  readonly org: string;
  readonly role: InvitedRole;
  readonly link: string;
  /** YYYY-MM-DD, the last day on which the link works. */
  readonly expiresOn: string;
  readonly contactPhone: string | null;
  readonly campaignTitle: string | null;
  /** YYYY-MM-DD */
  readonly deadline: string | null;
}

export type InvitedRole = 'officer' | 'head' | 'contributor' | 'member' | 'chair' | 'operator';
