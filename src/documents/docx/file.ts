import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx';
import { TextWatermark } from 'docx/watermarks';
import { GREY, PAGE_MM, TEXT_WIDTH_MM } from '../page.ts';
import { FONT, mm, STYLES } from './styles.ts';

export interface DocxFile {
  readonly language: 'ky' | 'ru';
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  /** Left in the footer; null: no footer, no page numbers. */
  readonly footer: string | null;
  readonly watermark: string | null;
  readonly children: readonly FileChild[];
  /** Texts of footnotes; the first is number 1. */
  readonly footnotes: readonly string[];
}

/** Packs an editable A4 document. */
export async function packDocx(file: DocxFile): Promise<Uint8Array> {
  const { top, bottom, left, right } = PAGE_MM;
  const document = new Document({
    title: file.title,
    creator: file.author,
    lastModifiedBy: file.author,
    subject: file.subject,
    styles: STYLES[file.language],
    footnotes: Object.fromEntries(
      file.footnotes.map((text, at) => [
        String(at + 1),
        { children: [new Paragraph({ style: 'Footnote', text: ` ${text}` })] },
      ]),
    ),
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(PAGE_MM.width), height: mm(PAGE_MM.height) },
            margin: {
              top: mm(top),
              bottom: mm(bottom),
              left: mm(left),
              right: mm(right),
              footer: mm(10),
              header: mm(10),
            },
          },
        },
        ...(file.watermark === null ? {} : { headers: { default: watermark(file.watermark) } }),
        ...(file.footer === null ? {} : { footers: { default: footer(file.footer) } }),
        children: file.children,
      },
    ],
  });
  return await Packer.toBuffer(document);
}

const watermark = (text: string): Header =>
  new Header({
    children: [
      new Paragraph({
        children: [new TextWatermark({ text, font: FONT, color: GREY.watermark })],
      }),
    ],
  });

const footer = (text: string): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'FooterLine',
        alignment: AlignmentType.LEFT,
        tabStops: [{ type: TabStopType.RIGHT, position: mm(TEXT_WIDTH_MM) }],
        children: [
          new TextRun(text),
          new TextRun({
            children: ['\t', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  });
