import { encode } from '../../chat/callback.ts';
import { bold, escapeHtml } from '../../chat/html.ts';
import type { Button, Screen } from '../../chat/screen.ts';
import type { Translate } from '../../chat/translator.ts';
import type { Visit } from '../../chat/visit.ts';
import type { Holiday } from '../../domain/reminder/holiday.model.ts';
import { ofYear } from '../../domain/reminder/holidays.rules.ts';
import { holidays } from '../../domain/reminder/holidays.service.ts';
import { toAdmin } from './home.ts';
import { label } from './pager.ts';

/** A day as buttons carry it: the year (0: every year) and month * 100 + day. */
export type DayNumbers = readonly [year: number, monthDay: number];

export function numbersOf(day: string): DayNumbers {
  const monthDay = Number(day.slice(-5).replace('-', ''));
  return [day.length === 5 ? 0 : Number(day.slice(0, 4)), monthDay];
}

/** 20.03.2026, of a yearly day 21.03. */
export const dayWords = (day: string): string => day.split('-').toReversed().join('.');

function marks(t: Translate, { moon, working }: Holiday): string {
  const words = [
    ...(moon ? [t('administration:holidays.moon')] : []),
    ...(working ? [t('administration:holidays.working')] : []),
  ];
  return words.length === 0 ? '' : ` (${words.join(', ')})`;
}

const EARLIEST = 2026;
const LATEST = 2100;

/** The days that concern a year: every day's line, and a button for each that stands in it alone. */
export async function holidaysScreen(visit: Visit, asked: number): Promise<Screen> {
  const { t, work, today, language } = visit;
  const wanted = asked === 0 ? Number(today.slice(0, 4)) : asked;
  const year = Math.min(Math.max(wanted, EARLIEST), LATEST);
  const days = ofYear((await holidays(work.read)).values(), year);
  const lines = days.map(
    (one) => `• ${dayWords(one.day)} – ${escapeHtml(one.name[language])}${marks(t, one)}`,
  );
  const leaf = (to: number): Button => ({ text: String(to), data: encode('adminHolidays', [to]) });
  return {
    text: `${bold(t('administration:holidays.year', { year }))}\n\n${lines.join('\n')}`,
    rows: [
      ...days
        .filter(({ day }) => day.length > 5)
        .slice(0, SHOWN)
        .map(({ day, name }) => [
          {
            text: label(`${dayWords(day)} ${name[language]}`),
            data: encode('adminHoliday', [...numbersOf(day)]),
          },
        ]),
      [{ text: t.plain('administration:holidays.add'), data: encode('adminHolidayAdd', [year]) }],
      [...(year > EARLIEST ? [leaf(year - 1)] : []), ...(year < LATEST ? [leaf(year + 1)] : [])],
      [toAdmin(t)],
    ],
  };
}

/** Dated days with a button of their own; any day is opened by typing it. */
const SHOWN = 12;

const toYear = (t: Translate, day: string): Button => ({
  text: t.plain('administration:toHolidays'),
  data: encode('adminHolidays', [numbersOf(day)[0]]),
});

/** One day: what is in the table, else what it can become. */
export async function holidayScreen({ t, work, language }: Visit, day: string): Promise<Screen> {
  const holiday = (await holidays(work.read)).get(day);
  const numbers = [...numbersOf(day)];
  if (!holiday) {
    return {
      text: t('administration:holidays.none', { day: dayWords(day) }),
      rows: [
        [kindButton(t, 'administration:holidays.setOff', numbers, 0)],
        [kindButton(t, 'administration:holidays.setWorking', numbers, 1)],
        [toYear(t, day)],
      ],
    };
  }
  const title = `${dayWords(day)} – ${escapeHtml(holiday.name[language])}${marks(t, holiday)}`;
  return {
    text: holiday.moon ? `${bold(title)}\n\n${t('administration:holidays.moonWhy')}` : bold(title),
    rows: [
      ...(holiday.moon
        ? [
            [
              {
                text: t.plain('administration:holidays.confirm'),
                data: encode('adminHolidayConfirm', numbers),
                style: 'primary' as const,
              },
            ],
            [
              {
                text: t.plain('administration:holidays.move'),
                data: encode('adminHolidayMove', numbers),
              },
            ],
          ]
        : []),
      [
        {
          text: t.plain('administration:holidays.remove'),
          data: encode('adminHolidayRemove', numbers),
        },
      ],
      [toYear(t, day)],
    ],
  };
}

const kindButton = (
  t: Translate,
  key: 'administration:holidays.setOff' | 'administration:holidays.setWorking',
  numbers: readonly number[],
  working: number,
): Button => ({ text: t.plain(key), data: encode('adminHolidayKind', [...numbers, working]) });

/** null: the day is not in the table any more. */
export async function removingScreen(
  { t, work, language }: Visit,
  day: string,
): Promise<Screen | null> {
  const holiday = (await holidays(work.read)).get(day);
  if (!holiday) return null;
  const numbers = [...numbersOf(day)];
  return {
    text: t('administration:holidays.removeAsk', {
      day: dayWords(day),
      name: holiday.name[language],
    }),
    rows: [
      [
        {
          text: t.plain('administration:holidays.removeSure'),
          data: encode('adminHolidayRemoveSure', numbers),
          style: 'danger',
        },
      ],
      [{ text: t.plain('administration:keep'), data: encode('adminHoliday', numbers) }],
    ],
  };
}
