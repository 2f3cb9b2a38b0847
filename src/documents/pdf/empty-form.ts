import type { Content, StyleDictionary, TableCell } from 'pdfmake/interfaces.js';
import type { EmptyForm, FormDirection, FormItem } from '../../domain/summary/empty-form.model.ts';
import { renderPdf } from './file.ts';
import { breakable } from './text.ts';

/** A working paper, not an official one: narrow margins keep it to five pages. In millimetres. */
const MARGINS = { left: 20, right: 10, top: 12, bottom: 14 };

/** In points: item number, question, answers; their sum and the paddings fill the page. */
const WIDTHS = [26, 222, '*'] as const;
const BOX = 8;
const RULE = 0.5;
/** Room to write by hand above a line; an empty cell is at least a line of text high. */
const LINE_HEIGHT = 15;

const STYLES: StyleDictionary = {
  title: { fontSize: 13, bold: true, alignment: 'center', margin: [0, 0, 0, 2] },
  under: { fontSize: 10, alignment: 'center' },
  instruction: { fontSize: 9, margin: [0, 1, 0, 1] },
  direction: { fontSize: 9.5, bold: true, margin: [0, 1, 0, 1] },
  group: { fontSize: 9, italics: true, bold: true },
  question: { fontSize: 9.5 },
  answer: { fontSize: 9 },
  label: { fontSize: 8 },
};

/** The form to print and fill in by hand: each item with boxes to tick, blanks and a document line. */
export function emptyFormPdf(form: EmptyForm): Promise<Uint8Array> {
  return renderPdf({
    language: form.language,
    title: form.title,
    author: form.author,
    subject: form.title,
    footer: form.footer,
    watermark: null,
    margins: MARGINS,
    styles: STYLES,
    content: [
      { text: breakable(form.title), style: 'title' },
      ...form.under.map((line) => ({ text: breakable(line), style: 'under' })),
      { stack: form.instructions.map((text) => ({ text, style: 'instruction' })), margin: [0, 5] },
      ...form.directions.map(directionTable),
      signatureLine(form.signatures),
      { text: form.footnote, style: 'label', margin: [0, 8, 0, 0] },
    ],
  });
}

/** The heading is the table's repeated head, so that it never stands alone. */
const directionTable = (direction: FormDirection): Content => ({
  table: {
    headerRows: 1,
    keepWithHeaderRows: direction.groups.some(({ heading }) => heading !== null) ? 2 : 1,
    dontBreakRows: true,
    widths: [...WIDTHS],
    body: [
      fullRow(direction.heading, 'direction', '#F2F2F2'),
      ...direction.groups.flatMap(({ heading, items }) => [
        ...(heading === null ? [] : [fullRow(heading, 'group')]),
        ...items.map(itemRow),
      ]),
    ],
  },
  layout: {
    hLineWidth: () => RULE,
    vLineWidth: () => RULE,
    paddingTop: () => 2,
    paddingBottom: () => 2.5,
  },
  margin: [0, 0, 0, 5],
});

const fullRow = (text: string, style: string, fillColor?: string): TableCell[] => [
  { text, style, colSpan: 3, ...(fillColor === undefined ? {} : { fillColor }) },
  '',
  '',
];

const itemRow = (item: FormItem): TableCell[] => [
  { text: item.id, style: 'question', alignment: 'center' },
  { stack: [{ text: item.question, style: 'question' }, blank(item.document)] },
  {
    stack: [
      ...(item.parts.length === 0 ? [] : [boxes(item.parts)]),
      ...item.numbers.map(blank),
      ...(item.answers.length === 0 ? [] : [boxes(item.answers)]),
    ],
  },
];

/** Boxes with their labels in two columns, read downwards. */
function boxes(labels: readonly string[]): Content {
  const half = Math.ceil(labels.length / 2);
  return {
    columns: [labels.slice(0, half), labels.slice(half)].map((column) => ({
      stack: column.map(box),
      width: '*',
    })),
    columnGap: 4,
  };
}

const box = (label: string): Content => ({
  columns: [
    {
      canvas: [{ type: 'rect', x: 0, y: 1.5, w: BOX, h: BOX, lineWidth: 0.7 }],
      width: BOX + 3,
    },
    { text: label, style: 'answer', width: '*' },
  ],
  margin: [0, 0.5, 0, 1],
});

/** A label and a line to write on. */
const blank = (label: string): Content => ({
  columns: [
    { text: `${label}:`, style: 'label', width: 'auto', margin: [0, LINE_HEIGHT - 9, 3, 0] },
    {
      table: { widths: ['*'], heights: LINE_HEIGHT, body: [['']] },
      layout: {
        hLineWidth: (at) => (at === 1 ? RULE : 0),
        vLineWidth: () => 0,
        paddingTop: () => 0,
        paddingBottom: () => 0,
      },
      width: '*',
    },
  ],
});

const signatureLine = (labels: readonly string[]): Content => ({
  columns: labels.map((label, at) => ({ stack: [blank(label)], width: at === 0 ? '*' : 110 })),
  columnGap: 10,
  margin: [0, 8, 0, 0],
  unbreakable: true,
});
