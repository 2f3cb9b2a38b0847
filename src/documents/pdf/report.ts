import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Block, Pair, Report } from '../../domain/summary/report.model.ts';
import { PAIR_PERCENT } from '../page.ts';
import { OFFICIAL_MARGINS, renderPdf } from './file.ts';
import { fitsPage, roomForHeading } from './keep.ts';
import { signatureBlock } from './signatures.ts';
import { REPORT_STYLES } from './styles.ts';
import { reportTable, textWidths } from './table.ts';
import { breakable, paragraphOf } from './text.ts';

/** A report as PDF, in the look of the DOCX; its notes stand under the lines they belong to. */
export function reportPdf(report: Report): Promise<Uint8Array> {
  const marks = { used: 0 };
  return renderPdf({
    language: report.language,
    title: report.title,
    author: report.author,
    subject: report.subject,
    footer: report.footer,
    watermark: report.watermark,
    margins: OFFICIAL_MARGINS,
    styles: REPORT_STYLES,
    content: report.blocks.flatMap((block, at) =>
      blockContent(block, roomForHeading(report.blocks, at), marks),
    ),
    breakBefore: keepHeadings,
  });
}

/** `headlineLevel` carries the points a heading needs; pdfmake hands it on and draws nothing of it. */
const keepHeadings: NonNullable<TDocumentDefinitions['pageBreakBefore']> = (node) =>
  node.headlineLevel !== undefined && !fitsPage(node.startPosition.top, node.headlineLevel);

/** `marks.used` counts the notes met so far. */
function blockContent(block: Block, room: number, marks: { used: number }): readonly Content[] {
  switch (block.kind) {
    case 'number':
      return [paragraphOf('number', block.text)];
    case 'title':
      return [
        paragraphOf('title', block.text.toLocaleUpperCase('ru')),
        ...block.under.map((line) => paragraphOf('centred', line)),
      ];
    case 'heading':
      return withNote(block, `heading${block.level}`, { headlineLevel: room }, marks);
    case 'paragraph':
      return withNote(block, block.style, {}, marks);
    case 'pairs':
      return [pairs(block.rows)];
    case 'table':
      return [reportTable(block.table)];
    case 'signatures':
      return [signatureBlock(block)];
  }
}

function withNote(
  { text, note }: { readonly text: string; readonly note: string | null },
  style: string,
  more: { headlineLevel?: number },
  marks: { used: number },
): readonly Content[] {
  if (note === null) return [{ text: breakable(text), style, ...more }];
  marks.used += 1;
  const mark = { text: String(marks.used), sup: true } as const;
  return [
    { text: [...breakable(text), mark], style, ...more },
    { text: [mark, ' ', ...breakable(note)], style: 'note' },
  ];
}

const NO_RULE: [boolean, boolean, boolean, boolean] = [false, false, false, false];
const RULE_BELOW: [boolean, boolean, boolean, boolean] = [false, false, false, true];

const pairs = (rows: readonly Pair[]): Content => ({
  table: {
    widths: textWidths(PAIR_PERCENT),
    body: rows.map(({ label, value }) => [
      { text: `${label}:`, border: NO_RULE },
      {
        stack: (value.length === 0 ? [' '] : value).map((line) => ({
          text: breakable(line),
          bold: true,
        })),
        border: value.length === 0 ? RULE_BELOW : NO_RULE,
      },
    ]),
  },
  layout: {
    hLineWidth: () => 0.5,
    vLineWidth: () => 0,
    paddingTop: () => 1,
    paddingBottom: () => 1,
  },
  margin: [0, 8, 0, 8],
});
