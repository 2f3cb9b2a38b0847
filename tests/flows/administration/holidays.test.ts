import { expect, test } from 'vitest';
import type { ActionName } from '../../../src/chat/actions.ts';
import type { Reply, Visit } from '../../../src/chat/visit.ts';
import { holidays } from '../../../src/domain/reminder/holidays.service.ts';
import { actions } from '../../../src/flows/administration/actions.ts';
import { holidayForms } from '../../../src/flows/administration/holiday-dialogs.ts';
import { type Hall, OPERATOR, openHall } from '../../support/hall.ts';

const press = async (hall: Hall, action: ActionName, ...args: number[]): Promise<Reply> => {
  const act = actions[action];
  if (!act) throw new Error(`no ${action}`);
  return act({ ...(await hall.visit(OPERATOR, 'Оператор')), pressed: 1 }, args);
};

async function type(visit: Visit, { dialog }: Reply, text: string): Promise<Reply> {
  const form = holidayForms.find(({ name }) => name === dialog?.name);
  if (!form || !dialog) throw new Error(`no form ${dialog?.name}`);
  const read = form.read(text, visit, dialog.args);
  if (!read.ok) return { note: { text: read.error, rows: [] } };
  return form.done(visit, dialog.args, read.value);
}

const texts = (reply: Reply) => (reply.screen?.rows ?? []).flat().map(({ text }) => text);

test('a year shows its days, the expected ones marked and with a button each', async () => {
  const hall = await openHall();
  const year = await press(hall, 'adminHolidays', 2027);
  expect(year.screen?.text).toContain('• 21.03 – Нооруз\n');
  expect(year.screen?.text).toContain('• 09.03.2027 – Орозо айт (күтүлөт)\n• 21.03 – Нооруз');
  expect(texts(year)).toEqual([
    '09.03.2027 Орозо айт',
    '16.05.2027 Курман айт',
    'Күн кошуу же ачуу',
    '2026',
    '2028',
    '‹ Башкаруу',
  ]);
  expect((await press(hall, 'adminHolidays', 0)).screen?.text).toContain('Дем алыш күндөр: 2026');
  expect((await press(hall, 'adminHolidays', 9999)).screen?.text).toContain(': 2100');
});

test('an expected day is confirmed, or moved to the day announced', async () => {
  const hall = await openHall();
  const visit = await hall.visit(OPERATOR);
  const confirmed = await press(hall, 'adminHolidayConfirm', 2027, 309);
  expect(confirmed.screen?.text).toBe('<b>09.03.2027 – Орозо айт</b>');
  expect(texts(confirmed)).not.toContain('Күн жарыяланды, ырастоо');
  const moved = await type(visit, await press(hall, 'adminHolidayMove', 2027, 516), '17.05.2027');
  expect(moved.screen?.text).toBe('<b>17.05.2027 – Курман айт</b>');
  const table = await holidays(hall.database.read);
  expect([table.has('2027-05-16'), table.get('2027-05-17')?.moon]).toEqual([false, false]);
  expect(await hall.actions()).toEqual(
    expect.arrayContaining(['holiday.confirmed', 'holiday.moved']),
  );
});

test('a day is added by its date, kind and names, and removed after a question', async () => {
  const hall = await openHall();
  const visit = await hall.visit(OPERATOR);
  const add = await press(hall, 'adminHolidayAdd', 2027);
  const day = await type(visit, add, '08.01.2027');
  expect(texts(day)).toEqual(['Дем алыш күнү', 'Жумуш күнү', '‹ Күндөрдүн тизмеси']);
  let reply = await press(hall, 'adminHolidayKind', 2027, 108, 0);
  for (const text of ['Эс алуу күнү', 'День отдыха', '–']) reply = await type(visit, reply, text);
  expect(reply.screen?.text).toBe('<b>08.01.2027 – Эс алуу күнү</b>');
  expect((await holidays(hall.database.read)).get('2027-01-08')).toEqual({
    day: '2027-01-08',
    name: { ky: 'Эс алуу күнү', ru: 'День отдыха', en: 'День отдыха' },
    moon: false,
    working: false,
  });
  // A day of every year that is there already opens.
  expect((await type(visit, add, '21.3')).screen?.text).toBe('<b>21.03 – Нооруз</b>');
  expect((await type(visit, add, '30.02')).note?.text).toContain('Дата');
  const asked = await press(hall, 'adminHolidayRemove', 2027, 108);
  expect(asked.screen?.text).toContain('08.01.2027, Эс алуу күнү: тизмеден өчүрүлсүнбү?');
  const removed = await press(hall, 'adminHolidayRemoveSure', 2027, 108);
  expect(removed.screen?.text).not.toContain('08.01.2027');
  const again = await press(hall, 'adminHolidayRemoveSure', 2027, 108);
  expect(again).toEqual({ toast: expect.stringContaining('Бул күн тизмеде жок'), alert: true });
});

test('forged days are refused', async () => {
  const hall = await openHall();
  const before = await hall.actions();
  for (const args of [
    [2027, 230],
    [0, 0],
    [2027, 1332],
    [20_270, 309],
  ]) {
    for (const action of ['adminHoliday', 'adminHolidayConfirm', 'adminHolidayMove'] as const) {
      expect(await press(hall, action, ...args)).toMatchObject({ alert: true });
    }
  }
  expect(await hall.actions()).toEqual(before);
});
