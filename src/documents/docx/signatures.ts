import { type FileChild, Paragraph, TableCell, TableRow, VerticalAlign } from 'docx';
import type { Block, SignatureLine } from '../../domain/summary/report.model.ts';
import { SIGNATURE_PERCENT } from '../page.ts';
import { fixedTable, UNDERLINED } from './table.ts';
import { paragraphOf } from './text.ts';

type Signatures = Extract<Block, { kind: 'signatures' }>;

/** Lines to sign on, kept on one page with their heading and the place of the stamp. */
export const signatureBlock = (block: Signatures): readonly FileChild[] => [
  new Paragraph({ style: 'StrongBody', keepNext: true, text: block.heading }),
  fixedTable(SIGNATURE_PERCENT, block.lines.flatMap(lineRows), false),
  paragraphOf('Stamp', block.stamp),
];

function lineRows(line: SignatureLine): readonly TableRow[] {
  const cell = (style: string, text: string, ruled: boolean) =>
    new TableCell({
      verticalAlign: VerticalAlign.BOTTOM,
      ...(ruled ? { borders: UNDERLINED } : {}),
      children: [paragraphOf(style, text)],
    });
  return [
    new TableRow({
      cantSplit: true,
      keepNext: true,
      children: [
        cell('SignaturePost', line.post, false),
        cell('SignatureName', '', true),
        cell('SignatureName', line.name, true),
        cell('SignatureName', '', true),
      ],
    }),
    new TableRow({
      cantSplit: true,
      keepNext: true,
      children: ['', ...line.under].map((text) => cell('Caption', text, false)),
    }),
  ];
}
