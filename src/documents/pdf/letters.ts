import type { Content, StyleDictionary } from 'pdfmake/interfaces.js';
import type { LetterPage, Letters, LetterText } from '../../domain/summary/letter.model.ts';
import { POINTS, QR_MM } from '../page.ts';
import { qrPng } from '../qr.ts';
import { OFFICIAL_MARGINS, renderPdf } from './file.ts';
import { breakable } from './text.ts';
import { mmToPoints } from './units.ts';

const STYLES: StyleDictionary = {
  to: { bold: true, alignment: 'right', margin: [0, 14, 0, 0] },
  title: { bold: true, fontSize: POINTS.title, alignment: 'center', margin: [0, 8, 0, 6] },
  text: { fontSize: POINTS.letter, margin: [0, 0, 0, 4] },
  step: { fontSize: POINTS.letter, margin: [14, 0, 0, 3] },
  // A link with a token of 43 characters fits one line, so that it is one place to press.
  link: { fontSize: 10, bold: true, noWrap: true, alignment: 'center', margin: [0, 2, 0, 0] },
};

/** Invitations as one PDF, one page each, with the link and its QR code. */
export async function lettersPdf(letters: Letters): Promise<Uint8Array> {
  const pages = await Promise.all(letters.pages.map(letterPage));
  return await renderPdf({
    language: letters.language,
    title: letters.title,
    author: letters.author,
    subject: letters.title,
    footer: null,
    watermark: null,
    margins: OFFICIAL_MARGINS,
    styles: STYLES,
    content: pages.map(
      (stack, at): Content => (at === 0 ? { stack } : { stack, pageBreak: 'before' }),
    ),
  });
}

async function letterPage(page: LetterPage): Promise<Content[]> {
  const qr = await qrPng(page.link);
  return [
    ...page.texts.flatMap(letterText),
    {
      image: `data:image/png;base64,${qr.toString('base64')}`,
      width: mmToPoints(QR_MM),
      alignment: 'center',
    },
    { text: page.link, link: page.link, style: 'link' },
  ];
}

const letterText = (text: LetterText): Content[] => [
  { text: breakable(text.to), style: 'to' },
  { text: text.title, style: 'title' },
  ...text.paragraphs.map((line) => ({ text: breakable(line), style: 'text' })),
  ...text.steps.map((step, at) => ({ text: `${at + 1}. ${step}`, style: 'step' })),
  ...text.closing.map((line) => ({ text: breakable(line), style: 'text' })),
];
