import { encode } from '../../chat/callback.ts';
import { bold, escapeHtml } from '../../chat/html.ts';
import type { Button, Screen } from '../../chat/screen.ts';
import type { Translate } from '../../chat/translator.ts';
import type { Visit } from '../../chat/visit.ts';
import type { Servant } from '../../domain/register/model.ts';
import { duesOf } from '../../domain/reminder/due.rules.ts';
import type { RuleBook } from '../../domain/rules/model.ts';
import { shown } from '../../domain/shared/local-date.ts';
import { BUTTON_ROOM, shortened } from '../reading/fitting.ts';
import { shortPerson } from '../reading/person-name.ts';
import { button, homeButton, leafing } from './buttons.ts';

export interface StaffPage {
  readonly orgId: number;
  readonly orgName: string;
  readonly keeps: boolean;
  readonly items: readonly Servant[];
  readonly total: number;
  /** From 0. */
  readonly page: number;
  /** Dates of all people that are past. */
  readonly overdue: number;
  readonly rules: RuleBook;
}

/** A page of the people who are there, by the alphabet, each with how many of his dates are past. */
export function listScreen(visit: Visit, list: StaffPage): Screen {
  const { t, today } = visit;
  const { orgId, keeps, items, total, page, overdue, rules } = list;
  const head = [bold(t('staff:list.title', { n: total })), escapeHtml(list.orgName)];
  if (total === 0) return emptyScreen(t, list, head);
  const past =
    overdue === 0 ? t('staff:list.nothingOverdue') : t('staff:list.overdue', { n: overdue });
  const more = button(t, 'staff:button.more', 'staffMore', orgId);
  const search = button(t, 'staff:button.search', 'staffSearch', orgId);
  const reminders = button(t, 'staff:reminders', 'reminders', orgId, 0);
  return {
    text: [...head, '', past].join('\n'),
    rows: [
      ...personRows(t, items, rules, today),
      ...leafing(t, page, total, (to) => encode('staff', [orgId, to])),
      ...(keeps
        ? [
            [search, button(t, 'staff:button.add', 'staffAdd', orgId)],
            [reminders, more],
          ]
        : [[search, more], [reminders]]),
      [homeButton(t)],
    ],
  };
}

function emptyScreen(t: Translate, { orgId, keeps }: StaffPage, head: readonly string[]): Screen {
  const text = [...head, '', t(keeps ? 'staff:list.empty' : 'staff:list.emptyReader')].join('\n');
  if (!keeps) return { text, rows: [[homeButton(t)]] };
  const more = button(t, 'staff:button.more', 'staffMore', orgId);
  return {
    text,
    rows: [
      [button(t, 'staff:button.import', 'staffImport', orgId)],
      [button(t, 'staff:button.add', 'staffAdd', orgId), more],
      [homeButton(t)],
    ],
  };
}

/** A button each: who, and how many dates are past, else what he is. */
export const personRows = (
  t: Translate,
  items: readonly Servant[],
  rules: RuleBook,
  today: string,
): Button[][] =>
  items.map((servant) => [
    {
      text: personLine(t, servant, rules, today),
      data: encode('staffPerson', [servant.orgId, servant.servant]),
    },
  ]);

/** «Асанова А. Б. · 2 мөөнөт өттү», «Асанова А. Б. · башкы адис». */
function personLine(t: Translate, servant: Servant, rules: RuleBook, today: string): string {
  const state = stateWords(t, servant, rules, today);
  const name = shortPerson(servant.name);
  if (state === null) return fitted(name, servant.position);
  const room = BUTTON_ROOM - [...state].length - SEPARATOR.length;
  return `${shortened(name, room)}${SEPARATOR}${state}`;
}

const SEPARATOR = ' · ';
/** Fewer characters of a position than this say nothing. */
const WORTH_SHOWING = 5;

function fitted(name: string, position: string | null): string {
  const room = BUTTON_ROOM - [...name].length - SEPARATOR.length;
  return position === null || room < WORTH_SHOWING
    ? shortened(name, BUTTON_ROOM)
    : `${name}${SEPARATOR}${shortened(position, room)}`;
}

function stateWords(t: Translate, servant: Servant, rules: RuleBook, today: string) {
  if (servant.leftOn !== null) return t.plain('staff:list.left', { date: shown(servant.leftOn) });
  const past = duesOf(servant, rules, today).filter(
    ({ direction, on }) => direction === 'due-by' && on < today,
  );
  return past.length === 0 ? null : t.plain('staff:list.over', { count: past.length });
}
