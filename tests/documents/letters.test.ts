import { describe, expect, test } from 'vitest';
import { lettersDocx } from '../../src/documents/docx/letters.ts';
import { lettersPdf } from '../../src/documents/pdf/letters.ts';
import { qrPng } from '../../src/documents/qr.ts';
import { invitationLetters } from '../../src/domain/summary/letters.rules.ts';
import { INVITATION } from '../support/invitation.ts';
import { readPdf } from '../support/pdf.ts';
import { docxParagraphs, unzip, xmlOf } from '../support/zip.ts';

const links = ['https://t.me/bot?start=one', 'https://t.me/bot?start=two'];
const letters = invitationLetters({
  language: 'both',
  letters: links.map((link) => ({ ...INVITATION, link })),
});

describe('invitation letters', () => {
  test('in DOCX each begins a page and has its own link and QR code', async () => {
    const bytes = await lettersDocx(letters);
    const paragraphs = docxParagraphs(bytes);
    const pictures = [...unzip(bytes)].filter(([name]) => name.endsWith('.png'));
    const codes = await Promise.all(links.map(qrPng));
    expect([
      paragraphs.filter((text) => links.includes(text)),
      xmlOf(bytes, 'word/document.xml').match(/<w:pageBreakBefore\/>/g)?.length,
      pictures
        .map(([, picture]) => codes.findIndex((code) => code.equals(picture)))
        .toSorted((a, b) => a - b),
    ]).toEqual([links, 1, [0, 1]]);
  });

  test('in PDF each is one page in both languages with its link to press', async () => {
    const pdf = readPdf(await lettersPdf(letters));
    expect(
      pdf.pages.map((page, at) => [
        page.includes('Чакыруу кат'),
        page.includes('Приглашение'),
        page.includes(links[at] ?? '?'),
      ]),
    ).toEqual([
      [true, true, true],
      [true, true, true],
    ]);
    const pressed = [...pdf.objects.values()].filter((body) => body.includes('/URI (https:'));
    expect(pressed.length).toBe(2);
  });
});
