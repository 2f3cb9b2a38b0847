import { expect, test } from 'vitest';
import { reminderPaper } from '../../src/worker/reminder-papers.ts';
import { readSheet } from '../../src/worker/read-sheet.ts';

const line = {
  orgId: 1,
  servant: 1,
  name: 'Асанова Айгүл',
  position: null,
  kind: 'training',
  direction: 'due-by',
  on: '2026-03-29',
  days: 76,
  base: { from: 'trained', on: '2023-03-29' },
  rule: null,
  nextRank: null,
} as const;
const about = { language: 'ky', org: 'Көк-Жар айыл өкмөтү', today: '2026-01-12' } as const;

test('the year is a picture of a phone’s width, and another year another one', async () => {
  const made = (lines: readonly (typeof line)[]) =>
    reminderPaper({ kind: 'year-chart', ...about, lines });
  const { fileName, mime, bytes } = await made([line]);
  expect([fileName, mime]).toEqual(['Көк-Жар_айыл_өкмөтү_Эстетмелер_2026-01-12.png', 'image/png']);
  const view = Buffer.from(bytes);
  expect([view.toString('latin1', 1, 4), view.readUInt32BE(16), view.readUInt32BE(20)]).toEqual([
    'PNG',
    1080,
    1500,
  ]);
  expect(Buffer.from((await made([])).bytes).equals(view)).toBe(false);
});

test('the calendar is the same whole day in every time zone', async () => {
  const job = {
    kind: 'calendar',
    ...about,
    orgId: 1,
    at: Date.UTC(2026, 0, 12),
    lines: [line],
  } as const;
  const { fileName, bytes } = await reminderPaper(job);
  expect(fileName).toBe('Көк-Жар_айыл_өкмөтү_Эстетмелер.ics');
  const text = new TextDecoder().decode(bytes).replaceAll('\r\n ', '');
  const of = (name: string) => new RegExp(`^${name}.*$`, 'gm').exec(text)?.[0].trim();
  expect([of('UID'), of('DTSTAMP'), of('DTSTART'), of('SUMMARY'), of('DESCRIPTION')]).toEqual([
    'UID:eskertkich-1-2026-03-29-training',
    'DTSTAMP:20260112T000000Z',
    'DTSTART;VALUE=DATE:20260329',
    'SUMMARY:Окутуу: мөөнөтү · кызматчылар: 1',
    'DESCRIPTION:Асанова Айгүл',
  ]);
});

test('the table opens as a workbook', async () => {
  const parts = [{ org: about.org, lines: [line] }];
  const job = { kind: 'due-list', language: 'ky', today: about.today, parts } as const;
  const { fileName, bytes } = await reminderPaper(job);
  expect(fileName).toBe('Көк-Жар_айыл_өкмөтү_Эстетмелер_2026-01-12.xlsx');
  expect((await readSheet(bytes))?.[1]?.slice(0, 4)).toEqual(['1', 'Асанова Айгүл', '', 'Окутуу']);
});
