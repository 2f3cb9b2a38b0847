import type { Reply, Visit } from '../../chat/visit.ts';
import type { RuleCode, RuleUnit } from '../../domain/rules/model.ts';
import { fillRule, verifyRule } from '../../domain/rules/service.ts';
import { BASIS_MAX, type Filling, isInterval, NAME_MAX } from '../../domain/rules/version.rules.ts';
import { ok, type Result, refused } from '../../domain/shared/result.ts';
import { parseDate } from '../ask/date.ts';
import type { Form, FormArgs } from '../ask/form.ts';
import { readText } from '../ask/text.ts';
import { isDash } from './dash.ts';
import { asOperator, notYours } from './operator.ts';
import { concerned, ruleScreen } from './rules.ts';
import { htmlSentence } from './sentence.ts';

const question = (key: Parameters<Visit['t']>[0]) => (visit: Visit) =>
  Promise.resolve({ text: visit.t(key), rows: [] });

/** Opens the next step with what was typed so far. */
const on = (visit: Visit, name: string, args: FormArgs): Promise<Reply> =>
  asOperator(visit, () => Promise.resolve({ dialog: { name, args } }));

/** Whoever compared: a name, or – for oneself. */
const readBy = (text: string, { t, actor }: Visit): Result<string, string> =>
  isDash(text) ? ok(actor.name) : readText(text, t, NAME_MAX);

/** The day of comparing: a date, or – for today. */
function readSeen(text: string, { t, today }: Visit): Result<string, string> {
  if (isDash(text)) return ok(today);
  const date = parseDate(text);
  if (date === null) return refused(t('errors:date.unclear'));
  return date > today
    ? refused(htmlSentence(t, { code: 'rule.dayWrong', values: { date } }))
    : ok(date);
}

async function ruleOr(visit: Visit, id: number): Promise<Reply> {
  const screen = await ruleScreen(visit, id);
  return screen ? { screen } : notYours(visit);
}

const verifyBy: Form<string> = {
  name: 'admin.rule.verify.by',
  ask: question('administration:ask.ruleBy'),
  read: readBy,
  done: (visit, [id = 0], by) => on(visit, 'admin.rule.verify.on', [id, by]),
};

const verifyOn: Form<string> = {
  name: 'admin.rule.verify.on',
  ask: question('administration:ask.ruleOn'),
  read: readSeen,
  done: (visit, [id, by], day) =>
    asOperator(visit, async (scope) => {
      const { work, today } = visit;
      const seen = { by: String(by), on: day };
      const verified = await verifyRule(work, scope, Number(id), seen, today);
      if (verified.ok) return ruleOr(visit, verified.value.id);
      return { note: { text: htmlSentence(visit.t, verified.error), rows: [] } };
    }),
};

const UNITS: readonly (readonly [RuleUnit, RegExp])[] = [
  ['years', /^(жыл|ж|год|года|лет|г|years?|y)\.?$/iu],
  ['months', /^(ай|мес|месяц|месяца|месяцев|months?|m)\.?$/iu],
  ['days', /^(күн|кун|день|дня|дней|дн|days?|d)\.?$/iu],
];

/** «3», «3 жыл», «18 ай», «90 дней», of a yearly rule «01.04»; null: none of these. */
export function parseInterval(
  text: string,
  unit: RuleUnit,
): { readonly value: number; readonly unit: RuleUnit } | null {
  if (unit === 'yearly') {
    const [, day, month] = /^(\d{1,2})[./-](\d{1,2})\.?$/.exec(text.trim()) ?? [];
    return day === undefined ? null : { value: Number(month) * 100 + Number(day), unit };
  }
  const [, number, word = ''] = /^(\d{1,5})\s*(\S*)$/u.exec(text.trim()) ?? [];
  if (number === undefined) return null;
  const named = word === '' ? unit : UNITS.find(([, form]) => form.test(word))?.[0];
  return named === undefined ? null : { value: Number(number), unit: named };
}

const fillValue: Form<{ value: number; unit: RuleUnit }> = {
  name: 'admin.rule.fill.value',
  ask: (visit, [, unit]) =>
    question(unit === 'yearly' ? 'administration:ask.ruleDay' : 'administration:ask.ruleValue')(
      visit,
    ),
  read: (text, { t }, [, unit]) => {
    const interval = parseInterval(text, unit as RuleUnit);
    if (interval && isInterval(interval.value, interval.unit)) return ok(interval);
    return refused(t('errors:rule.valueWrong', { value: text.trim().slice(0, 60) }));
  },
  done: (visit, [code = ''], { value, unit }) =>
    on(visit, 'admin.rule.fill.from', [code, value, unit]),
};

const fillFrom: Form<string> = {
  name: 'admin.rule.fill.from',
  ask: question('administration:ask.ruleFrom'),
  read: (text, { t }) => {
    if (isDash(text)) return ok('');
    const date = parseDate(text);
    return date === null ? refused(t('errors:date.unclear')) : ok(date);
  },
  done: (visit, args, from) => on(visit, 'admin.rule.fill.ky', [...args, from]),
};

const basis = (text: string, { t }: Visit): Result<string, string> => readText(text, t, BASIS_MAX);

/** What was typed, in the order of the steps; what is not typed yet is marked with –. */
function fillingOf(args: FormArgs, visit: Visit, day = visit.today): Filling {
  const [, value, unit, from, ky = '–', ru = '–', en = '–', by = '–'] = args;
  return {
    value: Number(value),
    unit: unit as RuleUnit,
    basis: { ky: String(ky), ru: String(ru), en: String(en) },
    validFrom: from === '' || from === undefined ? null : String(from),
    by: String(by),
    on: day,
  };
}

/** The value stands: whom it concerns is said before the source is asked for. */
const fillKy: Form<string> = {
  name: 'admin.rule.fill.ky',
  ask: async (visit, args) => {
    const { t } = visit;
    const code = args[0] as RuleCode;
    const affected = await concerned(visit, {
      kind: 'fill',
      code,
      filling: fillingOf(args, visit),
    });
    return { text: `${affected}\n\n${t('administration:ask.basisKy')}`, rows: [] };
  },
  read: basis,
  done: (visit, args, ky) => on(visit, 'admin.rule.fill.ru', [...args, ky]),
};

const fillRu: Form<string> = {
  name: 'admin.rule.fill.ru',
  ask: question('administration:ask.basisRu'),
  read: basis,
  done: (visit, args, ru) => on(visit, 'admin.rule.fill.en', [...args, ru]),
};

/** Left out, the English screens show the Russian words. */
const fillEn: Form<string> = {
  name: 'admin.rule.fill.en',
  ask: question('administration:ask.basisEn'),
  read: (text, visit, args) => (isDash(text) ? ok(String(args[5])) : basis(text, visit)),
  done: (visit, args, en) => on(visit, 'admin.rule.fill.by', [...args, en]),
};

const fillBy: Form<string> = {
  name: 'admin.rule.fill.by',
  ask: question('administration:ask.ruleBy'),
  read: readBy,
  done: (visit, args, by) => on(visit, 'admin.rule.fill.on', [...args, by]),
};

const fillOn: Form<string> = {
  name: 'admin.rule.fill.on',
  ask: question('administration:ask.ruleOn'),
  read: readSeen,
  done: (visit, args, day) =>
    asOperator(visit, async (scope) => {
      const { t, work, today } = visit;
      const filling = fillingOf(args, visit, day);
      const filled = await fillRule(work, scope, args[0] as RuleCode, filling, today);
      if (filled.ok) return ruleOr(visit, filled.value.id);
      return { note: { text: htmlSentence(t, filled.error), rows: [] } };
    }),
};

export const ruleForms: readonly Form[] = [
  verifyBy,
  verifyOn,
  fillValue,
  fillFrom,
  fillKy,
  fillRu,
  fillEn,
  fillBy,
  fillOn,
];
