import type { ActionName } from '../../chat/actions.ts';
import type { Action, Reply, Visit } from '../../chat/visit.ts';
import type { OperatorScope } from '../../domain/access/model.ts';
import type { HolidayRefusal } from '../../domain/reminder/holiday.model.ts';
import { holidayDay } from '../../domain/reminder/holidays.rules.ts';
import { confirmHoliday, removeHoliday } from '../../domain/reminder/holidays.service.ts';
import type { Result } from '../../domain/shared/result.ts';
import { holidayScreen, holidaysScreen, removingScreen } from './holidays.ts';
import { asOperator, forOperators, notYours } from './operator.ts';
import { sentence } from './sentence.ts';

/** A forged day gets the sentence. */
const withDay =
  (act: (visit: Visit, day: string, args: readonly number[]) => Promise<Reply>): Action =>
  (visit, args) => {
    const day = holidayDay(args[0], args[1]);
    return day === null ? Promise.resolve(notYours(visit)) : act(visit, day, args);
  };

/** Carries a change out and shows what `next` says, or why it was refused. */
const changing = (
  change: (
    visit: Visit,
    scope: OperatorScope,
    day: string,
  ) => Promise<Result<void, HolidayRefusal>>,
  next: (visit: Visit, day: string) => ReturnType<typeof holidayScreen>,
): Action =>
  withDay((visit, day) =>
    asOperator(visit, async (scope) => {
      const changed = await change(visit, scope, day);
      if (!changed.ok) return { toast: sentence(visit.t, changed.error), alert: true };
      return { screen: await next(visit, day) };
    }),
  );

const actions: Partial<Record<ActionName, Action>> = {
  adminHolidays: async (visit, [year = 0]) => ({ screen: await holidaysScreen(visit, year) }),
  adminHoliday: withDay(async (visit, day) => ({ screen: await holidayScreen(visit, day) })),
  adminHolidayAdd: (_visit, [year = 0]) =>
    Promise.resolve({ dialog: { name: 'admin.holiday.day', args: [year] } }),
  adminHolidayKind: withDay((_visit, day, [, , working = 0]) =>
    Promise.resolve({ dialog: { name: 'admin.holiday.ky', args: [day, working] } }),
  ),
  adminHolidayMove: withDay((_visit, day) =>
    Promise.resolve({ dialog: { name: 'admin.holiday.move', args: [day] } }),
  ),
  adminHolidayConfirm: changing(
    ({ work }, scope, day) => confirmHoliday(work, scope, day),
    holidayScreen,
  ),
  adminHolidayRemove: withDay(async (visit, day) => {
    const screen = await removingScreen(visit, day);
    return screen ? { screen } : notYours(visit);
  }),
  adminHolidayRemoveSure: changing(
    ({ work }, scope, day) => removeHoliday(work, scope, day),
    (visit, day) => holidaysScreen(visit, day.length === 5 ? 0 : Number(day.slice(0, 4))),
  ),
};

export const holidayActions: Partial<Record<ActionName, Action>> = Object.fromEntries(
  Object.entries(actions).map(([name, act]) => [name, forOperators(act)]),
);
