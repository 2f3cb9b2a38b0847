import { AlignmentType, type IStylesOptions } from 'docx';
import { POINTS } from '../page.ts';

export const FONT = 'Times New Roman';

const TWIPS_PER_MM = 1440 / 25.4;

/** Millimetres as twentieths of a point. */
export const mm = (millimetres: number): number => Math.round(millimetres * TWIPS_PER_MM);

const size = (points: number): number => Math.round(points * 2);
const LANGUAGE = { ky: 'ky-KG', ru: 'ru-RU' } as const;

const styles = (language: 'ky' | 'ru'): IStylesOptions => ({
  default: {
    document: {
      run: { font: FONT, size: size(POINTS.body), language: { value: LANGUAGE[language] } },
    },
    title: {
      run: { font: FONT, size: size(POINTS.title), bold: true, allCaps: true, color: '000000' },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 120, after: 60 } },
    },
    heading1: {
      run: { font: FONT, size: size(POINTS.heading1), bold: true, color: '000000' },
      paragraph: { keepNext: true, keepLines: true, spacing: { before: 280, after: 80 } },
    },
    heading2: {
      run: { font: FONT, size: size(POINTS.heading2), bold: true, italics: true, color: '000000' },
      paragraph: { keepNext: true, keepLines: true, spacing: { before: 180, after: 60 } },
    },
  },
  paragraphStyles: [
    paragraph('Body', POINTS.body, { before: 60, after: 120 }),
    paragraph('Preamble', POINTS.body, { after: 120, justified: true }),
    paragraph('Lead', POINTS.body, { after: 80, keepNext: true, italics: true }),
    paragraph('SmallPrint', POINTS.small, { after: 120 }),
    paragraph('StrongBody', POINTS.body, { after: 120, before: 160, bold: true }),
    paragraph('Centred', POINTS.body, { after: 40, centred: true }),
    paragraph('RightAligned', POINTS.body, { after: 0, right: true }),
    paragraph('HeadLabel', POINTS.body, { after: 20 }),
    paragraph('HeadValue', POINTS.body, { after: 20, bold: true }),
    paragraph('SignaturePost', POINTS.body, { before: 240, after: 0 }),
    paragraph('SignatureName', POINTS.body, { before: 240, after: 0, centred: true }),
    paragraph('Stamp', POINTS.body, { before: 160, after: 0 }),
    paragraph('CellText', POINTS.cell, { after: 20 }),
    paragraph('CellHead', POINTS.cell, { after: 0, bold: true, centred: true, keepNext: true }),
    paragraph('CellQuote', POINTS.quote, { after: 20, italics: true }),
    paragraph('CellSmall', POINTS.small, { after: 20 }),
    paragraph('LetterTo', POINTS.body, { before: 280, after: 0, right: true }),
    paragraph('LetterTitle', POINTS.title, { before: 160, after: 120, bold: true, centred: true }),
    paragraph('LetterText', POINTS.letter, { after: 80 }),
    paragraph('LetterStep', POINTS.letter, { after: 60, indented: true }),
    paragraph('Caption', POINTS.small, { after: 0, centred: true }),
    paragraph('FooterLine', POINTS.small, { after: 0 }),
    paragraph('Footnote', POINTS.small, { after: 0 }),
  ],
});

interface Look {
  readonly before?: number;
  readonly after: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly centred?: boolean;
  readonly right?: boolean;
  readonly justified?: boolean;
  readonly keepNext?: boolean;
  readonly indented?: boolean;
}

function paragraph(id: string, points: number, look: Look) {
  const alignment = look.centred
    ? AlignmentType.CENTER
    : look.right
      ? AlignmentType.RIGHT
      : look.justified
        ? AlignmentType.BOTH
        : AlignmentType.LEFT;
  return {
    id,
    name: id,
    basedOn: 'Normal',
    quickFormat: true,
    run: { size: size(points), bold: look.bold ?? false, italics: look.italics ?? false },
    paragraph: {
      alignment,
      keepNext: look.keepNext ?? false,
      indent: { left: look.indented ? mm(5) : 0 },
      spacing: { before: look.before ?? 0, after: look.after },
    },
  };
}

/** The named styles of our papers; headings are Word's own, so its outline shows the directions. */
export const STYLES = { ky: styles('ky'), ru: styles('ru') } as const;
