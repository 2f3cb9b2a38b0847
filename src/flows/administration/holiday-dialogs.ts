import type { Reply, Visit } from '../../chat/visit.ts';
import { holidayDay } from '../../domain/reminder/holidays.rules.ts';
import {
  HOLIDAY_NAME_MAX,
  moveHoliday,
  setHoliday,
} from '../../domain/reminder/holidays.service.ts';
import { ok, type Result, refused } from '../../domain/shared/result.ts';
import { parseDate } from '../ask/date.ts';
import type { Form } from '../ask/form.ts';
import { readText } from '../ask/text.ts';
import { isDash } from './dash.ts';
import { holidayScreen } from './holidays.ts';
import { asOperator } from './operator.ts';
import { htmlSentence } from './sentence.ts';

const question = (key: Parameters<Visit['t']>[0]) => (visit: Visit) =>
  Promise.resolve({ text: visit.t(key), rows: [] });

const YEARLY = /^(\d{1,2})[./-](\d{1,2})\.?$/;

/** 20.03.2027 as a date, 21.03 as a day of every year; else the sentence that names the cure. */
function readDay(text: string, { t }: Visit): Result<string, string> {
  const [, day, month] = YEARLY.exec(text.trim()) ?? [];
  const found =
    day === undefined ? parseDate(text) : holidayDay(0, Number(month) * 100 + Number(day));
  return found === null ? refused(t('errors:date.unclear')) : ok(found);
}

const day: Form<string> = {
  name: 'admin.holiday.day',
  ask: question('administration:ask.holidayDay'),
  read: readDay,
  done: (visit, _args, found) =>
    asOperator(visit, async () => ({ screen: await holidayScreen(visit, found) })),
};

const move: Form<string> = {
  name: 'admin.holiday.move',
  ask: question('administration:ask.holidayMove'),
  read: (text, { t }) => {
    const date = parseDate(text);
    return date === null ? refused(t('errors:date.unclear')) : ok(date);
  },
  done: (visit, [from = ''], to) =>
    asOperator(visit, async (scope) => {
      const moved = await moveHoliday(visit.work, scope, String(from), to);
      if (moved.ok) return { screen: await holidayScreen(visit, to) };
      return { note: { text: htmlSentence(visit.t, moved.error), rows: [] } };
    }),
};

const name = (text: string, { t }: Visit): Result<string, string> =>
  readText(text, t, HOLIDAY_NAME_MAX);

const on = (visit: Visit, form: string, args: readonly (string | number)[]): Promise<Reply> =>
  asOperator(visit, () => Promise.resolve({ dialog: { name: form, args } }));

const nameKy: Form<string> = {
  name: 'admin.holiday.ky',
  ask: question('administration:ask.holidayKy'),
  read: name,
  done: (visit, args, ky) => on(visit, 'admin.holiday.ru', [...args, ky]),
};

const nameRu: Form<string> = {
  name: 'admin.holiday.ru',
  ask: question('administration:ask.holidayRu'),
  read: name,
  done: (visit, args, ru) => on(visit, 'admin.holiday.en', [...args, ru]),
};

/** Left out, the English screens show the Russian name. */
const nameEn: Form<string> = {
  name: 'admin.holiday.en',
  ask: question('administration:ask.holidayEn'),
  read: (text, visit, args) => (isDash(text) ? ok(String(args[3])) : name(text, visit)),
  done: (visit, [found = '', working, ky = '', ru = ''], en) =>
    asOperator(visit, async (scope) => {
      const holiday = {
        day: String(found),
        name: { ky: String(ky), ru: String(ru), en },
        moon: false,
        working: working === 1,
      };
      const set = await setHoliday(visit.work, scope, holiday);
      if (set.ok) return { screen: await holidayScreen(visit, holiday.day) };
      return { note: { text: htmlSentence(visit.t, set.error), rows: [] } };
    }),
};

export const holidayForms: readonly Form[] = [day, move, nameKy, nameRu, nameEn];
