import { beforeAll, describe, expect, test } from 'vitest';
import type { FrozenSubmission } from '../../src/domain/assessment/frozen.model.ts';
import { reportDocx } from '../../src/documents/docx/report.ts';
import { reportPdf } from '../../src/documents/pdf/report.ts';
import { readFrozen } from '../../src/domain/summary/frozen-reading.rules.ts';
import type { Report } from '../../src/domain/summary/report.model.ts';
import { submissionReport } from '../../src/domain/summary/submission-report.rules.ts';
import { frozenDraft, frozenSubmission, KYRGYZ_LETTERS, PEOPLE } from '../support/frozen.ts';
import { type ReadPdf, readPdf } from '../support/pdf.ts';
import { docxParagraphs, unzip, xmlOf } from '../support/zip.ts';

const reportOf = (submission: FrozenSubmission, language: 'ky' | 'ru' = 'ky'): Report =>
  submissionReport(readFrozen(JSON.stringify(submission)), PEOPLE, language);

const SENTENCES = Array.from({ length: 140 }, (_unused, at) => `Бул ${at + 1}-сүйлөм, ңүө узун.`);
const LONG = SENTENCES.join(' ').slice(0, 4000).trimEnd();
const MARKUP = '<b>&amp; "x"</b>\nэкинчи сап';
const FILE_NAME = `${'программа_'.repeat(15)}.pdf`;

const submission = frozenSubmission(
  {},
  {
    '5.1': { comment: LONG },
    '5.2': { comment: MARKUP },
    '5.3': { comment: KYRGYZ_LETTERS },
    '5.5': {
      evidence: [
        {
          kind: 'file',
          fileId: 9,
          name: FILE_NAME,
          size: 10,
          sha256: 'ab'.repeat(32),
          caption: null,
        },
      ],
    },
  },
);

const squeezed = (text: string): string => text.replace(/\s+/g, '');

describe('the sheet as DOCX', () => {
  let bytes: Uint8Array;
  let xml: string;
  beforeAll(async () => {
    bytes = await reportDocx(reportOf(submission));
    xml = xmlOf(bytes, 'word/document.xml');
  });

  test('long comments, markup, line ends and all Kyrgyz letters are there as typed', () => {
    const paragraphs = docxParagraphs(bytes);
    expect(paragraphs).toContain(`Түшүндүрмө: ${LONG}`);
    expect(paragraphs).toContain(`Түшүндүрмө: ${MARKUP}`);
    expect(paragraphs).toContain(`Түшүндүрмө: ${KYRGYZ_LETTERS}`);
  });

  test('directions are real headings of Word', () => {
    expect([
      xml.match(/<w:pStyle w:val="Heading1"\/>/g)?.length,
      xml.match(/<w:pStyle w:val="Heading2"\/>/g)?.length,
    ]).toEqual([16, 2]);
  });

  test('each table’s head repeats, short rows stay whole, a long one may break', () => {
    const rows = [...xml.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([row]) => row);
    const long = rows.find((row) => row.includes(LONG.slice(0, 100)));
    const short = rows.find((row) => row.includes('>5.3<'));
    expect([
      rows.filter((row) => row.includes('<w:tblHeader/>')).length,
      long?.includes('<w:cantSplit/>'),
      short?.includes('<w:cantSplit/>'),
    ]).toEqual([16, false, true]);
  });

  test('the page is A4 with the margins of official papers, in Times New Roman', () => {
    expect([
      /<w:pgSz[^>]*w:w="(\d+)" w:h="(\d+)"/.exec(xml)?.slice(1),
      ['top', 'right', 'bottom', 'left'].map(
        (side) => new RegExp(`<w:pgMar[^>]*w:${side}="(\\d+)"`).exec(xml)?.[1],
      ),
      xmlOf(bytes, 'word/styles.xml').includes('w:ascii="Times New Roman"'),
    ]).toEqual([['11906', '16838'], ['1134', '850', '1134', '1701'], true]);
  });

  test('the notes are real footnotes', () => {
    const notes = docxParagraphs(bytes, 'word/footnotes.xml').map((text) => text.trim());
    expect(notes.filter((text) => text !== '')).toEqual([
      'Суроолордун номерлери шарттуу, Жобонун пункттарынын номерлери эмес.',
      'Эскерткичте бул багыттын аталышы 1-багыттын акыркы абзацы катары басылган.',
    ]);
  });

  test('the footer has number, edition, page and pages; what is submitted has no watermark', () => {
    const parts = [...unzip(bytes)].filter(([name]) => /word\/(footer|header)\d/.test(name));
    const footer = parts.map(([, file]) => file.toString('utf8')).join('');
    expect([
      footer.includes('№ 2026-0147 · Эскерткичтин редакциясы: 22.03.2022'),
      footer.includes('NUMPAGES') && footer.includes('>PAGE<'),
      footer.includes('ДОЛБООР'),
    ]).toEqual([true, true, false]);
  });

  test('a draft has its watermark on every page', async () => {
    const draft = unzip(await reportDocx(reportOf(frozenDraft(), 'ru')));
    const headers = [...draft].filter(([name]) => /word\/header\d/.test(name));
    expect(headers.map(([, file]) => file.toString('utf8').includes('string="ПРОЕКТ"'))).toEqual([
      true,
    ]);
  });
});

describe('the sheet as PDF', () => {
  let pdf: ReadPdf;
  let text: string;
  beforeAll(async () => {
    pdf = readPdf(await reportPdf(reportOf(submission)));
    text = squeezed(pdf.pages.join(''));
  });

  test('every letter is there and drawn with a font that comes with the paper', () => {
    expect(text).toContain(squeezed(KYRGYZ_LETTERS));
    expect(text).not.toContain('\0');
    expect(pdf.embeddedFonts.toSorted()).toEqual([
      'Tinos-Bold',
      'Tinos-BoldItalic',
      'Tinos-Italic',
      'Tinos-Regular',
    ]);
  });

  test('nothing of a long comment is cut off at a page’s end', () => {
    // The head of the table comes again in the middle of it where the page ends.
    const found = SENTENCES.filter((sentence) => LONG.includes(sentence)).filter((sentence) =>
      text.includes(squeezed(sentence)),
    );
    expect(found.length).toBe(SENTENCES.filter((sentence) => LONG.includes(sentence)).length);
  });

  test('a word longer than its column is broken, not lost', () => {
    expect(text).toContain(FILE_NAME);
  });

  test('all items are there, in order', () => {
    const places = submission.directions
      .flatMap(({ groups }) => groups.flatMap((group) => group.items))
      .map(({ question }) => text.indexOf(squeezed(question.ky)));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places.filter((place) => place < 0)).toEqual([]);
  });

  test('each page has its number of all pages, the number of the submission and the edition', () => {
    const total = pdf.pages.length;
    expect(
      pdf.pages.map((page) => page.includes('№ 2026-0147 · Эскерткичтин редакциясы: 22.03.2022')),
    ).toEqual(pdf.pages.map(() => true));
    expect(pdf.pages.map((page, at) => page.includes(`${at + 1} / ${total}`))).toEqual(
      pdf.pages.map(() => true),
    );
    expect(total).toBeGreaterThan(7);
  });

  test('it says its language and shows its title', () => {
    const objects = [...pdf.objects.values()];
    expect([
      objects.filter((body) => body.includes('/Lang (ky-KG)')).length,
      objects.filter((body) => body.includes('/DisplayDocTitle true')).length,
    ]).toEqual([1, 1]);
  });

  test('only a draft has a watermark', async () => {
    const draft = readPdf(await reportPdf(reportOf(frozenDraft())));
    expect(draft.pages.map((page) => page.includes('ДОЛБООР'))).toEqual(
      draft.pages.map(() => true),
    );
    expect(pdf.pages.filter((page) => page.includes('ДОЛБООР'))).toEqual([]);
  });

  test('pictographs print as a mark, not as an empty box', async () => {
    const smiling = frozenSubmission({}, { '5.1': { comment: 'Бүттү 🙂!' } });
    const { pages } = readPdf(await reportPdf(reportOf(smiling)));
    expect(squeezed(pages.join(''))).toContain('Бүттү▪!');
  });
});
