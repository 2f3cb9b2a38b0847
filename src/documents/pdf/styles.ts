import type { StyleDictionary } from 'pdfmake/interfaces.js';
import { POINTS } from '../page.ts';

/** The look of official papers; the same sizes as the DOCX has. */
export const REPORT_STYLES: StyleDictionary = {
  number: { alignment: 'right' },
  title: { fontSize: POINTS.title, bold: true, alignment: 'center', margin: [0, 6, 0, 3] },
  centred: { alignment: 'center', margin: [0, 0, 0, 2] },
  heading1: { fontSize: POINTS.heading1, bold: true, margin: [0, 14, 0, 4] },
  heading2: { fontSize: POINTS.heading2, bold: true, italics: true, margin: [0, 9, 0, 3] },
  body: { margin: [0, 3, 0, 6] },
  // Not justified: it would stretch «2022-жылдын» and «24-пункту» at their hyphens.
  preamble: { margin: [0, 0, 0, 6] },
  lead: { italics: true, margin: [0, 0, 0, 4] },
  small: { fontSize: POINTS.small, margin: [0, 0, 0, 6] },
  note: { fontSize: POINTS.small, margin: [0, 0, 0, 5] },
  strong: { bold: true, margin: [0, 8, 0, 6] },
  cellHead: { fontSize: POINTS.cell, bold: true, alignment: 'center' },
  cellPlain: { fontSize: POINTS.cell, margin: [0, 0, 0, 1] },
  cellStrong: { fontSize: POINTS.cell, bold: true, margin: [0, 0, 0, 1] },
  cellQuote: { fontSize: POINTS.quote, italics: true, margin: [0, 0, 0, 1] },
  cellSmall: { fontSize: POINTS.small, margin: [0, 0, 0, 1] },
  caption: { fontSize: POINTS.small, alignment: 'center' },
};
