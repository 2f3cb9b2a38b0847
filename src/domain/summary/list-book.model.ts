import type { Sheet } from './sheets.model.ts';

/** A list of people as a workbook that officers fill in. */
export interface ListBook {
  readonly title: string;
  readonly author: string;
  /** Keywords of the file's properties; null: none. */
  readonly mark: string | null;
  readonly list: ListSheet;
  readonly instructions: {
    readonly name: string;
    readonly sections: readonly { readonly title: string; readonly lines: readonly string[] }[];
  };
  /** Name of the hidden sheet with the words of the drop-downs. */
  readonly words: string;
  /** Further sheets, to be read by people only. */
  readonly others: readonly Sheet[];
}

export interface ListSheet {
  readonly name: string;
  readonly columns: readonly ListBookColumn[];
  readonly rows: readonly (readonly ListBookCell[])[];
  /** Rows below the last that have the drop-downs too. */
  readonly spare: number;
  /** Of the columns so many are printed, from the first; the others are for the screen. */
  readonly printed: number;
}

export interface ListBookColumn {
  readonly heading: string;
  /** In characters of the normal font. */
  readonly width: number;
  readonly format: 'text' | 'date' | 'number';
  /** One of the four columns that suffice. */
  readonly core: boolean;
  /** Words to choose from; `only`: no other may stand there. */
  readonly choices: { readonly words: readonly string[]; readonly only: boolean } | null;
  /** What Excel says beside the cell and when it holds something else. */
  readonly hint: { readonly title: string; readonly text: string } | null;
}

/** A local date is a real date cell. Texts are clean; none begins like a formula. */
export type ListBookCell = string | number | null | { readonly date: string };

/** A list as it was sent, with its problems marked. */
export interface MarkedBook {
  readonly title: string;
  /** The problems row by row; becomes the first sheet. */
  readonly summary: Sheet;
  readonly notes: readonly {
    /** '' of a CSV file and of pasted lines. */
    readonly sheet: string;
    readonly row: number;
    /** Letter; null: of the whole row. */
    readonly column: string | null;
    readonly text: string;
    readonly stops: boolean;
  }[];
}
