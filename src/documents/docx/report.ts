import { type FileChild, FootnoteReferenceRun, HeadingLevel, Paragraph } from 'docx';
import type { Block, Report } from '../../domain/summary/report.model.ts';
import { packDocx } from './file.ts';
import { pairsTable } from './pairs.ts';
import { signatureBlock } from './signatures.ts';
import { reportTable } from './table.ts';
import { paragraphOf, runs } from './text.ts';

const PARAGRAPH_STYLES = {
  body: 'Body',
  preamble: 'Preamble',
  lead: 'Lead',
  small: 'SmallPrint',
  strong: 'StrongBody',
} as const;
const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2 } as const;

/** A report as an editable Word document; its notes are real footnotes. */
export function reportDocx(report: Report): Promise<Uint8Array> {
  const footnotes: string[] = [];
  const children = report.blocks.flatMap((block) => blockChildren(block, footnotes));
  return packDocx({
    language: report.language,
    title: report.title,
    author: report.author,
    subject: report.subject,
    footer: report.footer,
    watermark: report.watermark,
    children,
    footnotes,
  });
}

/** Adds the block's note to `footnotes` and refers to it by its number. */
function blockChildren(block: Block, footnotes: string[]): readonly FileChild[] {
  switch (block.kind) {
    case 'number':
      return [paragraphOf('RightAligned', block.text)];
    case 'title':
      return [
        new Paragraph({ heading: HeadingLevel.TITLE, children: runs(block.text) }),
        ...block.under.map((line) => paragraphOf('Centred', line)),
      ];
    case 'heading':
      return [
        new Paragraph({
          heading: HEADINGS[block.level],
          children: [...runs(block.text), ...reference(block.note, footnotes)],
        }),
      ];
    case 'paragraph':
      return [
        paragraphOf(PARAGRAPH_STYLES[block.style], block.text, reference(block.note, footnotes)),
      ];
    case 'pairs':
      return [pairsTable(block.rows), paragraphOf('SmallPrint', '')];
    case 'table':
      return [reportTable(block.table)];
    case 'signatures':
      return signatureBlock(block);
  }
}

function reference(note: string | null, footnotes: string[]): readonly FootnoteReferenceRun[] {
  if (note === null) return [];
  return [new FootnoteReferenceRun(footnotes.push(note))];
}
