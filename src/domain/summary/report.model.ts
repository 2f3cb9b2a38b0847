import type { PaperLanguage } from '../shared/language.ts';

/** A paper as plain blocks, ready for DOCX and PDF. All texts in it are already clean. */
export interface Report {
  readonly language: PaperLanguage;
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  /** In the footer of each page; the page number («1 / 7») is the renderer's. */
  readonly footer: string;
  /** Across each page; null: none. */
  readonly watermark: string | null;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'title'; readonly text: string; readonly under: readonly string[] }
  | {
      readonly kind: 'heading';
      readonly level: 1 | 2;
      readonly text: string;
      /** A footnote on this heading. */
      readonly note: string | null;
    }
  | {
      readonly kind: 'paragraph';
      readonly style: 'body' | 'preamble' | 'lead' | 'small' | 'strong';
      readonly text: string;
      readonly note: string | null;
    }
  | { readonly kind: 'pairs'; readonly rows: readonly Pair[] }
  | { readonly kind: 'table'; readonly table: ReportTable }
  | {
      readonly kind: 'signatures';
      readonly heading: string;
      readonly lines: readonly SignatureLine[];
      /** Marks the place of the stamp. */
      readonly stamp: string;
    };

/** A line of the head: what, and its value, each line of it a paragraph. Empty: a line to fill in by hand. */
export interface Pair {
  readonly label: string;
  readonly value: readonly string[];
}

export interface ReportTable {
  /** `percent` of the text width; they sum to 100. */
  readonly columns: readonly {
    readonly heading: string;
    readonly percent: number;
    readonly align: 'left' | 'centre';
  }[];
  readonly rows: readonly ReportRow[];
  /** The last row is a sum, in bold. */
  readonly totals: boolean;
}

export interface ReportRow {
  readonly cells: readonly ReportCell[];
  /** Long texts, under the row across all columns but the first; empty: none. */
  readonly across: ReportCell;
}

export type ReportCell = readonly CellLine[];

export interface CellLine {
  readonly style: 'plain' | 'strong' | 'quote' | 'small';
  /** In bold before the text: «Түшүндүрмө»; null: none. */
  readonly label: string | null;
  readonly text: string;
}

export interface SignatureLine {
  /** The post, for example «Жетекчи». */
  readonly post: string;
  /** Empty: to be written by hand. */
  readonly name: string;
  /** Printed under the lines: signature, name, date. */
  readonly under: readonly [string, string, string];
}
