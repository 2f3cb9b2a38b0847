import { expect, test } from 'vitest';
import { yearChartSvg } from '../../src/documents/chart.ts';

/** Pixels of the one bar of a picture that counts so many people. */
const barOf = (people: number): number => {
  const svg = yearChartSvg({
    title: 'Көк-Жар айыл өкмөтү',
    subtitle: '12.01.2026',
    series: ['Окутуу', 'Класстык чен'],
    rows: [{ label: 'январь 2026', counts: [people, 0] }],
    footnote: 'Сандар – кызматчылардын саны.',
  });
  const bar = /d="M[\d.]+ [\d.]+l([\d.]+) 0l0 [\d.]+l-\1 0Z"[^>]*"chart"/.exec(svg);
  return Number(bar?.[1]);
};

test('one person is a quarter of the width, four and more take nearly all of it', () => {
  const whole = barOf(4);
  expect(whole).toBeGreaterThan(500);
  expect([1, 2, 3].map((people) => (barOf(people) / whole).toFixed(2))).toEqual([
    '0.25',
    '0.50',
    '0.75',
  ]);
  expect(barOf(9) / whole).toBeGreaterThan(0.75);
});
