import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { reportDocx } from '../../src/documents/docx/report.ts';
import { reportPdf } from '../../src/documents/pdf/report.ts';
import { readFrozen } from '../../src/domain/summary/frozen-reading.rules.ts';
import { submissionReport } from '../../src/domain/summary/submission-report.rules.ts';
import { PEOPLE } from '../support/frozen.ts';
import { readPdf } from '../support/pdf.ts';
import { docxParagraphs } from '../support/zip.ts';

const FOLDER = new URL('../fixtures/frozen/', import.meta.url);

test('a sample of every schema number ever written is kept', () => {
  expect(readdirSync(FOLDER)).toEqual(['schema-1.json', 'schema-2.json']);
});

test.each(readdirSync(FOLDER))('papers can still be drawn from %s', async (name) => {
  const submission = readFrozen(readFileSync(new URL(name, FOLDER), 'utf8'));
  const report = submissionReport(submission, PEOPLE, 'ky');
  const docx = docxParagraphs(await reportDocx(report)).filter((text) => text !== '');
  const pdf = readPdf(await reportPdf(report)).pages.join('');
  const start = ['№ 2026-0147', 'Өзүн-өзү баалоо баракчасы', 'Көк-Жар айыл өкмөтү'];
  const items = Array.from(docx.filter((text) => /^\d+\.\d+$/.test(text)));
  expect([docx.slice(0, 3), items.length, items.at(-1)]).toEqual([start, 48, '14.4']);
  expect(pdf).toContain('Талаптарга ылайыктык: 82 %');
});

test('papers print what the staff register knew on that day, and nothing of what it did not', async () => {
  const json = readFileSync(new URL('schema-2.json', FOLDER), 'utf8');
  const report = submissionReport(readFrozen(json), PEOPLE, 'ky');
  const docx = docxParagraphs(await reportDocx(report));
  expect(docx.filter((text) => text.startsWith('Тизме боюнча'))).toEqual([
    'Тизме боюнча, 14.01.2026: Кызматчылардын саны – 31, 3 жылдан бери окубаганы – 4',
    'Тизме боюнча, 14.01.2026: Өздүк көктөмөлөр – 27',
    'Тизме боюнча, 14.01.2026: Иш жүзүндөгү сан – 31',
  ]);
});
