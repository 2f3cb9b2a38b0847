import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { Block, SignatureLine } from '../../domain/summary/report.model.ts';
import { SIGNATURE_PERCENT } from '../page.ts';
import { textWidths } from './table.ts';

type Signatures = Extract<Block, { kind: 'signatures' }>;

const UNRULED: [boolean, boolean, boolean, boolean] = [false, false, false, false];
const UNDERLINED: [boolean, boolean, boolean, boolean] = [false, false, false, true];

/** Lines to sign on, kept on one page with their heading and the place of the stamp. */
export const signatureBlock = (block: Signatures): Content => ({
  unbreakable: true,
  stack: [
    { text: block.heading, style: 'strong' },
    {
      table: { widths: textWidths(SIGNATURE_PERCENT), body: block.lines.flatMap(lineRows) },
      layout: { hLineWidth: () => 0.5, vLineWidth: () => 0.5 },
    },
    { text: block.stamp, margin: [0, 10, 0, 0] },
  ],
});

function lineRows(line: SignatureLine): TableCell[][] {
  const above = (text: string, border: typeof UNRULED, centred: boolean): TableCell => ({
    text,
    border,
    margin: [0, 14, 0, 0],
    verticalAlignment: 'bottom',
    ...(centred ? { alignment: 'center' } : {}),
  });
  return [
    [
      above(line.post, UNRULED, false),
      above('', UNDERLINED, true),
      above(line.name, UNDERLINED, true),
      above('', UNDERLINED, true),
    ],
    ['', ...line.under].map((text) => ({ text, style: 'caption', border: UNRULED })),
  ];
}
