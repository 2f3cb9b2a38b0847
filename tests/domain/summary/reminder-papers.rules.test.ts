import { expect, test } from 'vitest';
import type { CampaignLine, DueLine } from '../../../src/domain/reminder/model.ts';
import { remindersCalendar } from '../../../src/domain/summary/calendar.rules.ts';
import { dueListSheets } from '../../../src/domain/summary/due-list.rules.ts';
import { yearChart } from '../../../src/domain/summary/year-chart.rules.ts';

const line = (over: Partial<DueLine>): DueLine => ({
  orgId: 1,
  servant: 1,
  name: 'Асанова Айгүл',
  position: 'Башкы адис',
  kind: 'training',
  direction: 'due-by',
  on: '2026-01-20',
  days: 8,
  base: { from: 'trained', on: '2023-01-20' },
  rule: { id: 1, code: 'training', status: 'official' },
  nextRank: null,
  ...over,
});
const rank = line({
  kind: 'rank',
  direction: 'possible-from',
  servant: 2,
  name: '=Токтобаев',
  position: null,
  base: { from: 'appointed', on: '2025-01-20' },
  rule: { id: 2, code: 'first-rank', status: 'reported' },
});
const campaign: CampaignLine = {
  kind: 'campaign',
  orgId: 1,
  campaignId: 1,
  assessmentId: 1,
  title: 'Мониторинг 2026',
  on: '2026-01-15',
  days: 3,
  answered: 31,
  total: 48,
};
const today = '2026-01-12';

test('the table has a line for each date, with what it rests on, and no formula', () => {
  const parts = [{ org: 'Көк-Жар АӨ', lines: [line({}), rank, campaign] }];
  const sheets = dueListSheets({ kind: 'due-list', language: 'ky', today, parts });
  const [sheet] = sheets.sheets;
  expect([sheets.title, sheet?.name, sheet?.columns.map(({ heading }) => heading)]).toEqual([
    'Эстетмелер, 12.01.2026',
    'Эстетмелер',
    [
      '№',
      'Аты-жөнү',
      'Кызмат орду',
      'Эмне',
      'Дата',
      'Мааниси',
      'Калган күн (минус – өттү)',
      'Эмнеден эсептелди',
      'Негизи',
    ],
  ]);
  // biome-ignore format: a row of the table is a line
  expect(sheet?.rows).toEqual([
    [1, 'Асанова Айгүл', 'Башкы адис', 'Окутуу', '20.01.2026', 'ушул күнгө чейин', 8, 'акыркы окуусу: 20.01.2023', 'расмий'],
    [2, "'=Токтобаев", '', 'Класстык чен', '20.01.2026', 'ушул күндөн тартып болот', 8, 'чени жазылган эмес, дайындалган күнү: 20.01.2025', 'такталган эмес: басма сөз боюнча'],
    [3, 'Мониторинг 2026', '', 'Мониторинг', '15.01.2026', 'ушул күнгө чейин', 3, 'жооп берилди: 31 / 48', ''],
  ]);
  const several = [...parts, { org: 'Ак-Кыя АӨ', lines: [line({ rule: null })] }];
  const both = dueListSheets({ kind: 'due-list', language: 'ru', today, parts: several }).sheets[0];
  expect(both?.rows.map((row) => row[1])).toEqual([
    ...Array<string>(3).fill('Көк-Жар АӨ'),
    'Ак-Кыя АӨ',
  ]);
  expect(both?.rows.at(-1)?.at(-1)).toBe('записал ответственный за кадровую работу');
});

test('the calendar has one entry a day and kind from today on, with names inside only', () => {
  const past = line({ on: '2026-01-11' });
  const second = line({ servant: 3, name: 'Бакыт уулу Нур', position: null });
  const job = { kind: 'calendar', language: 'ky', orgId: 7, org: 'Көк-Жар АӨ', today } as const;
  expect(remindersCalendar({ ...job, at: 5, lines: [past, line({}), second, rank] })).toEqual({
    language: 'ky',
    name: 'Эстетмелер · Көк-Жар АӨ',
    at: 5,
    events: [
      {
        id: 'eskertkich-7-2026-01-20-training',
        on: '2026-01-20',
        summary: 'Окутуу: мөөнөтү · кызматчылар: 2',
        description: 'Асанова Айгүл, Башкы адис\nБакыт уулу Нур',
      },
      {
        id: 'eskertkich-7-2026-01-20-rank',
        on: '2026-01-20',
        summary: 'Класстык чен: ушул күндөн тартып болот · кызматчылар: 1',
        description: '=Токтобаев\nНегизи такталган эмес: басма сөз боюнча.',
      },
    ],
  });
});

test('the picture counts what is overdue, this month from today, and the eleven that follow', () => {
  const at = (kind: DueLine['kind'], on: string) => ({ kind, on });
  const chart = yearChart({
    kind: 'year-chart',
    language: 'ky',
    org: 'Көк-Жар АӨ',
    today: '2026-11-12',
    lines: [
      at('training', '2024-05-01'),
      at('training', '2026-11-11'),
      at('training', '2026-11-12'),
      at('rank', '2026-11-30'),
      at('rank', '2027-01-01'),
      at('declaration', '2027-04-01'),
      at('training', '2027-10-31'),
      at('training', '2027-11-01'),
    ],
  });
  const { rows, ...words } = chart;
  expect(words).toEqual({
    title: 'Көк-Жар АӨ',
    subtitle: 'Бир жылга эстетмелер, 12.11.2026',
    series: ['Окутуу', 'Класстык чен'],
    footnote: '* Чен боюнча: ыйгарууну күтүп жаткандар. Сандар – кызматчылардын саны.',
  });
  expect(rows.map(({ label }) => label)).toEqual([
    'Мөөнөтү өттү*',
    'ноябрь 2026',
    'декабрь 2026',
    'январь 2027',
    'февраль 2027',
    'март 2027',
    'апрель 2027',
    'май 2027',
    'июнь 2027',
    'июль 2027',
    'август 2027',
    'сентябрь 2027',
    'октябрь 2027',
  ]);
  const filled = rows.flatMap(({ label, counts }) =>
    counts[0] + counts[1] > 0 ? [[label, counts]] : [],
  );
  expect(filled).toEqual([
    ['Мөөнөтү өттү*', [2, 0]],
    ['ноябрь 2026', [1, 1]],
    ['январь 2027', [0, 1]],
    ['октябрь 2027', [1, 0]],
  ]);
});
