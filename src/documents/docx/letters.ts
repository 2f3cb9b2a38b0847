import { type FileChild, ImageRun, Paragraph, TextRun } from 'docx';
import type { LetterPage, Letters, LetterText } from '../../domain/summary/letter.model.ts';
import { QR_MM } from '../page.ts';
import { qrPng } from '../qr.ts';
import { packDocx } from './file.ts';
import { paragraphOf } from './text.ts';

const PIXELS_PER_MM = 96 / 25.4;

/** Invitations as an editable Word document, one page each, with the link and its QR code. */
export async function lettersDocx(letters: Letters): Promise<Uint8Array> {
  const pages = await Promise.all(letters.pages.map(letterPage));
  return await packDocx({
    language: letters.language,
    title: letters.title,
    author: letters.author,
    subject: letters.title,
    footer: null,
    watermark: null,
    footnotes: [],
    children: pages.flat(),
  });
}

async function letterPage(page: LetterPage, at: number): Promise<readonly FileChild[]> {
  const side = Math.round(QR_MM * PIXELS_PER_MM);
  const qr = new ImageRun({
    type: 'png',
    data: await qrPng(page.link),
    transformation: { width: side, height: side },
    altText: { name: 'QR', title: 'QR', description: page.link },
  });
  return [
    ...page.texts.flatMap((text, place) => letterText(text, at > 0 && place === 0)),
    new Paragraph({ style: 'Centred', keepNext: true, children: [qr] }),
    new Paragraph({ style: 'Centred', children: [new TextRun({ text: page.link, bold: true })] }),
  ];
}

const letterText = (text: LetterText, newPage: boolean): readonly FileChild[] => [
  new Paragraph({
    style: 'LetterTo',
    pageBreakBefore: newPage,
    children: [new TextRun({ text: text.to, bold: true })],
  }),
  new Paragraph({
    style: 'LetterTitle',
    children: [new TextRun(text.title)],
  }),
  ...text.paragraphs.map((line) => paragraphOf('LetterText', line)),
  ...text.steps.map((step, at) => paragraphOf('LetterStep', `${at + 1}. ${step}`)),
  ...text.closing.map((line) => paragraphOf('LetterText', line)),
];
