import type { Edition } from '../domain/checklist/model.ts';
import type { PaperLanguage } from '../domain/shared/language.ts';
import type { FormCampaign } from '../domain/summary/empty-form.rules.ts';
import type { LettersRequest } from '../domain/summary/letter.model.ts';

/** What a paper worker makes. Plain data: it crosses to another thread. */
export type PaperJob =
  | {
      readonly kind: 'submission';
      readonly format: 'docx' | 'pdf' | 'xlsx' | 'json';
      readonly language: PaperLanguage;
      /** The frozen document as stored and hashed; the JSON paper is these very bytes. */
      readonly frozenJson: string;
      /** Person id and name; a person left out prints as erased. */
      readonly names: readonly (readonly [number, string])[];
    }
  | {
      readonly kind: 'empty-form';
      readonly language: PaperLanguage;
      readonly edition: Edition;
      readonly org: string;
      readonly campaign: FormCampaign;
    }
  | ({ readonly kind: 'letters'; readonly format: 'docx' | 'pdf' } & LettersRequest);

export interface Paper {
  readonly fileName: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
}
