import type { DueKind, ReminderLine } from '../reminder/model.ts';
import type { PaperLanguage } from '../shared/language.ts';

/** Papers about what is due: plain data in, a file out. */
export type ReminderJob =
  | {
      readonly kind: 'due-list';
      readonly language: PaperLanguage;
      /** Local date YYYY-MM-DD. */
      readonly today: string;
      readonly parts: readonly { readonly org: string; readonly lines: readonly ReminderLine[] }[];
    }
  | {
      readonly kind: 'calendar';
      readonly language: PaperLanguage;
      readonly orgId: number;
      readonly org: string;
      readonly today: string;
      /** Milliseconds since 1970: when it was made. */
      readonly at: number;
      readonly lines: readonly ReminderLine[];
    }
  | {
      readonly kind: 'year-chart';
      readonly language: PaperLanguage;
      readonly org: string;
      readonly today: string;
      readonly lines: readonly { readonly kind: DueKind; readonly on: string }[];
    };
