import { createRequire } from 'node:module';
import pdfmake from 'pdfmake';
import type { Content, StyleDictionary, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { GREY, PAGE_MM } from '../page.ts';
import { mmToPoints } from './units.ts';

const FONT = 'Tinos';
const packages = createRequire(import.meta.url);
const fontFile = (cut: string): string =>
  packages.resolve(`@expo-google-fonts/tinos/${cut}/Tinos_${cut}.ttf`);

pdfmake.setFonts({
  [FONT]: {
    normal: fontFile('400Regular'),
    bold: fontFile('700Bold'),
    italics: fontFile('400Regular_Italic'),
    bolditalics: fontFile('700Bold_Italic'),
  },
});
// Papers show nothing from the network; the fonts are the only files read.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => true);

const LANGUAGE = { ky: 'ky-KG', ru: 'ru-RU' } as const;

export interface PdfFile {
  readonly language: 'ky' | 'ru';
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  /** Left in the footer; null: no footer, no page numbers. */
  readonly footer: string | null;
  readonly watermark: string | null;
  readonly margins: { left: number; right: number; top: number; bottom: number };
  readonly styles: StyleDictionary;
  readonly content: Content;
  readonly breakBefore?: NonNullable<TDocumentDefinitions['pageBreakBefore']>;
}

/** Renders an A4 document in Tinos (Times metrics, all Kyrgyz letters), fonts embedded. */
export async function renderPdf(file: PdfFile): Promise<Uint8Array> {
  const { left, right, top, bottom } = file.margins;
  const { footer, watermark } = file;
  const pdf = pdfmake.createPdf({
    pageSize: 'A4',
    pageMargins: [mmToPoints(left), mmToPoints(top), mmToPoints(right), mmToPoints(bottom)],
    info: { title: file.title, author: file.author, subject: file.subject },
    language: LANGUAGE[file.language],
    displayTitle: true,
    version: '1.7',
    defaultStyle: { font: FONT, fontSize: 12 },
    styles: file.styles,
    content: file.content,
    ...(file.breakBefore === undefined ? {} : { pageBreakBefore: file.breakBefore }),
    ...(watermark === null
      ? {}
      : { watermark: { text: watermark, color: `#${GREY.watermark}`, opacity: 0.4, bold: true } }),
    ...(footer === null
      ? {}
      : {
          footer: (page: number, pages: number) => ({
            columns: [
              { text: footer, width: '*' },
              { text: `${page} / ${pages}`, width: 'auto', alignment: 'right' },
            ],
            fontSize: 9,
            margin: [mmToPoints(left), mmToPoints(bottom) - 26, mmToPoints(right), 0],
          }),
        }),
  });
  return await pdf.getBuffer();
}

/** The margins of official papers, in millimetres. */
export const OFFICIAL_MARGINS = {
  left: PAGE_MM.left,
  right: PAGE_MM.right,
  top: PAGE_MM.top,
  bottom: PAGE_MM.bottom,
};
