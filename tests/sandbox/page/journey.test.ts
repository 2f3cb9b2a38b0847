import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../support/browser.ts';
import { openTown } from '../../support/town.ts';
import { handsOn, type Shown } from './keyboard.ts';
import { NARROW } from './stage.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const NUMBERS: Readonly<Record<string, string>> = {
  '3.3': '27 0',
  '8.2': '3 3 3',
  '10.1': '2 2',
  '12.3': '30 3 27',
  '12.8': '27 27',
};
/** The first of these that the screen has is pressed. */
const WAYS = [
  'Ооба, бул менин мекемем',
  'Баштоо',
  'Документти даярдап, бекитүү',
  'Баары бар',
  'Ооба',
  'Болгон, баары каралган',
  'Болгон, орду толтурулган',
  'Ооба, жөнөтүү',
  'Комиссияга жөнөтүү',
];

const placeOf = ({ keys }: Shown, label: string) => {
  const row = keys.findIndex((labels) => labels.includes(label));
  return { row, col: keys[row]?.indexOf(label) ?? 0 };
};
/** Where the focus has to be after a button at that place changed its own message. */
const kept = ({ keys }: Shown, { row, col }: { row: number; col: number }) => {
  const there = Math.min(row, keys.length - 1);
  return { row: there, col: Math.min(col, (keys[there]?.length ?? 1) - 1) };
};

test('an officer goes from the letter to «Жөнөтүлдү» with a keyboard alone, 360 px wide', async () => {
  const town = await openTown();
  const context = await browser.newContext(NARROW);
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const broken: string[] = [];
    page.on('pageerror', (error) => broken.push(String(error)));
    await page.goto(town.url);
    await page.getByRole('region', { name: 'Чат: Гүлнур Өмүрова' }).waitFor();
    const officer = town.chat('officer');
    const hands = handsOn(page, async () => {
      await town.quiet();
      return { id: officer.card().id, keys: officer.buttons() };
    });
    await hands.open('Каттагы шилтемени ачуу');
    await page.getByText('Ооба, бул менин мекемем').waitFor();

    let now = await hands.shown();
    let taps = 0;
    let messages = 0;
    const places: { is: unknown; due: unknown }[] = [];
    while (!now.words.startsWith('Жөнөтүлдү. №')) {
      const labels = now.keys.flat();
      const way = WAYS.find((label) => labels.includes(label));
      const item = /^(\d+\.\d+) ·/.exec(now.words)?.[1] ?? '';
      const numbers = NUMBERS[item];
      const before = now;
      if (way !== undefined) {
        now = await hands.press(way);
        taps += 1;
        if (now.id === before.id) {
          places.push({ is: await hands.focus(), due: kept(now, placeOf(before, way)) });
        }
      } else if (numbers !== undefined) {
        now = await hands.type(numbers);
        messages += 1;
      } else throw new Error(`No way on:\n${now.words}\n${JSON.stringify(now.keys)}`);
      expect(taps + messages).toBeLessThan(70);
    }
    expect(now.words).toContain('Көк-Жар айыл өкмөтү');
    expect({ taps, messages }).toEqual({ taps: 48, messages: 5 });
    expect(places.map(({ is }) => is)).toEqual(places.map(({ due }) => due));
    expect(places.length).toBeGreaterThan(40);
    expect(broken).toEqual([]);

    // In the other chat the commission has it.
    await hands.open('Нурлан Сыдыков, Комиссиянын төрагасы, Окулбаган: 1');
    await page.getByRole('region', { name: 'Чат: Нурлан Сыдыков' }).waitFor();
    expect((await hands.shown()).words).toContain(`${/№ \S+/.exec(now.words)?.[0]} · Көк-Жар`);
  } finally {
    await context.close();
  }
}, 60_000);
