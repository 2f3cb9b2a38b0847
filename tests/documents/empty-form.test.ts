import { expect, test } from 'vitest';
import { emptyFormPdf } from '../../src/documents/pdf/empty-form.ts';
import { emptyForm } from '../../src/domain/summary/empty-form.rules.ts';
import { shippedEdition } from '../support/frozen.ts';
import { readPdf } from '../support/pdf.ts';

const CAMPAIGN = {
  title: '2026-жылдын пландуу мониторинги',
  periodFrom: '2023-01-01',
  periodTo: '2025-12-31',
  deadline: '2026-01-15',
};

test.each(['ky', 'ru'] as const)(
  'the empty form is 4 or 5 pages with a drawn box for each answer (%s)',
  async (language) => {
    const form = emptyForm(shippedEdition(), 'Көк-Жар айыл өкмөтү', CAMPAIGN, language);
    const pdf = readPdf(await emptyFormPdf(form));
    const items = form.directions.flatMap(({ groups }) => groups.flatMap((group) => group.items));
    const boxes = items.reduce((sum, { parts, answers }) => sum + parts.length + answers.length, 0);
    const text = pdf.pages.join('').replace(/\s+/g, '');
    expect([4, 5]).toContain(pdf.pages.length);
    expect(pdf.boxes.reduce((sum, count) => sum + count, 0)).toBe(boxes);
    expect(items.filter(({ question }) => !text.includes(question.replace(/\s+/g, '')))).toEqual(
      [],
    );
  },
);
