import type { PaperLanguage } from '../shared/language.ts';
import type { ListField } from './list-field.model.ts';
import type { FileDocument, PositionGroup, RankCode, TRAINING_KINDS } from './model.ts';

/** The words of a list's workbook in one language. */
export interface ListWords {
  readonly language: PaperLanguage;
  /** Name of the sheet with the people, and first part of the file's name. */
  readonly list: string;
  readonly template: string;
  /** Name of the sheet with the earlier entries of the histories. */
  readonly history: string;
  readonly headings: Readonly<Record<ListField, string>>;
  readonly groups: Readonly<Record<PositionGroup, string>>;
  readonly ranks: Readonly<Record<RankCode, string>>;
  readonly trainings: Readonly<Record<(typeof TRAINING_KINDS)[number], string>>;
  readonly documents: Readonly<Record<FileDocument, string>>;
  readonly yes: string;
  readonly no: string;
  readonly historyHeadings: {
    readonly kind: string;
    readonly date: string;
    readonly what: string;
    readonly hours: string;
    readonly order: string;
  };
  readonly kinds: Readonly<
    Record<'training' | 'rank' | 'attestation' | 'reward' | 'penalty' | 'declaration', string>
  >;
  readonly marked: {
    readonly title: string;
    readonly sheet: string;
    readonly row: string;
    readonly column: string;
    readonly value: string;
    readonly cure: string;
    /** Beside a problem that keeps the list from being taken, and beside one that does not. */
    readonly weight: string;
    readonly stops: string;
    readonly look: string;
  };
  /** Name of the hidden sheet with the words of the drop-downs. */
  readonly words: string;
  /** What Excel shows when a drop-down gets another value. */
  readonly choose: { readonly title: string; readonly text: string };
  readonly dateHint: { readonly title: string; readonly text: string };
  readonly instructions: { readonly sheet: string; readonly lines: readonly string[] };
}
