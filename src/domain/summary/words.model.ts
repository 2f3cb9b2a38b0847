import type { Rating } from '../checklist/model.ts';
import type { PaperLanguage } from '../shared/language.ts';
import type { InvitedRole } from './letter.model.ts';

/**
 * The words of papers in one language. They are official papers, not screens: whole sentences
 * with their values in place, since endings and word order differ from language to language.
 */
export interface PaperWords {
  readonly language: PaperLanguage;
  readonly sheet: {
    readonly title: string;
    readonly draft: string;
    readonly watermark: string;
    readonly number: (number: string) => string;
    /** The official paper this sheet is drawn up for («Маалымкат»). */
    readonly forPaper: (paper: string) => string;
    readonly footer: (number: string | null, edition: string) => string;
    readonly selfReported: string;
    readonly smallPrint: string;
  };
  readonly head: {
    readonly organisation: Readonly<Record<'state' | 'municipal', string>>;
    readonly region: string;
    readonly campaign: string;
    readonly basis: string;
    readonly kind: string;
    readonly kinds: Readonly<Record<'planned' | 'unplanned', string>>;
    readonly period: string;
    readonly dates: string;
    readonly commission: string;
    readonly members: string;
    readonly posts: Readonly<Record<'chair' | 'member', string>>;
    readonly edition: string;
    readonly submitted: string;
    readonly drafted: string;
    readonly moment: (date: string, time: string) => string;
    readonly late: string;
    readonly submittedBy: string;
    readonly confirmedBy: string;
  };
  readonly people: {
    readonly officer: string;
    readonly head: string;
    readonly erased: string;
  };
  readonly columns: readonly [string, string, string, string];
  readonly answer: {
    readonly ratings: Readonly<Record<Rating, string>>;
    readonly unanswered: string;
    readonly ticked: string;
    readonly notTicked: string;
    readonly document: string;
    readonly file: string;
    readonly bytes: (size: number) => string;
    /** Figures of the staff register on a day. */
    readonly byRegister: (date: string, figures: string) => string;
    readonly comment: string;
    readonly reason: string;
    readonly plan: string;
    readonly who: string;
    readonly until: string;
    readonly planHead: string;
    readonly noPlan: string;
    readonly noDocument: string;
  };
  readonly totals: {
    readonly heading: string;
    readonly direction: string;
    readonly ratings: Readonly<Record<Rating, string>>;
    readonly unanswered: string;
    readonly all: string;
    readonly sum: string;
    readonly answered: (answered: number, total: number) => string;
    readonly score: (percent: number) => string;
    readonly noScore: string;
    readonly formula: (formula: string) => string;
  };
  readonly contradictions: {
    readonly heading: string;
    readonly items: (ids: readonly string[], text: string) => string;
    readonly explained: (explanation: string) => string;
    readonly unexplained: string;
  };
  readonly footnote: string;
  readonly signatures: {
    readonly heading: string;
    readonly under: readonly [string, string, string];
    readonly stamp: string;
  };
  readonly workbook: {
    readonly items: string;
    readonly counts: string;
    readonly evidence: string;
    readonly directionNumber: string;
    readonly direction: string;
    readonly item: string;
    readonly question: string;
    readonly memo: string;
    readonly rating: string;
    readonly label: string;
    readonly ticked: string;
    readonly notTicked: string;
    readonly numbers: string;
    readonly comment: string;
    readonly reason: string;
    readonly plan: string;
    readonly who: string;
    readonly until: string;
    readonly documents: string;
    readonly evidenceKind: string;
    readonly evidenceText: string;
    readonly size: string;
    readonly hash: string;
    readonly caption: string;
    readonly reference: string;
    readonly file: string;
  };
  readonly form: FormWords;
  readonly letter: LetterWords;
}

export interface FormWords {
  readonly title: string;
  readonly instructions: readonly string[];
  readonly campaign: (title: string, deadline: string | null) => string;
  readonly document: string;
  readonly signatures: readonly string[];
  readonly footer: (edition: string) => string;
}

export interface LetterWords {
  readonly to: (org: string) => string;
  readonly title: string;
  readonly greeting: string;
  readonly invitation: (campaign: string | null) => string;
  readonly roles: Readonly<Record<InvitedRole, string>>;
  readonly asRole: (role: string) => string;
  readonly deadline: (date: string) => string;
  readonly howTo: string;
  readonly steps: readonly string[];
  /** The last step: what is confirmed by one who joins an organisation, or a commission. */
  readonly confirm: Readonly<Record<'organisation' | 'commission', string>>;
  readonly once: (date: string) => string;
  readonly phone: (phone: string) => string;
  readonly thanks: string;
}
