import { Temporal } from 'temporal-polyfill';
import { encode } from '../../chat/callback.ts';
import type { Button } from '../../chat/screen.ts';
import type { Action, Reply, Visit } from '../../chat/visit.ts';
import type { OrganisationScope } from '../../domain/access/model.ts';
import { DUE_KINDS } from '../../domain/reminder/model.ts';
import {
  LONGEST_SNOOZE,
  REASON_LIMIT,
  type SnoozeRefusal,
} from '../../domain/reminder/snooze.model.ts';
import { snooze, unsnooze } from '../../domain/reminder/snooze.service.ts';
import { addDays, shown } from '../../domain/shared/local-date.ts';
import { ok, refused } from '../../domain/shared/result.ts';
import { cleanText } from '../../domain/summary/clean-text.rules.ts';
import type { Form, FormArgs } from '../ask/form.ts';
import { readText } from '../ask/text.ts';
import { shortPerson } from '../reading/person-name.ts';
import { button } from '../staff/buttons.ts';
import { asKeeper, forKeepers, said } from '../staff/keeper.ts';
import { anyDate, dateNumber, dateOf } from '../staff/typed-date.ts';
import { REASONS, reasonWords } from './reasons.ts';
import { headOf, keepSubject, numbersOf, questionAbout, settled, subjectOf } from './subject.ts';
import { waysOn } from './ways-on.ts';

/** Terms offered by button. */
const TERMS = [
  ['week', { weeks: 1 }],
  ['weeks', { weeks: 2 }],
  ['month', { months: 1 }],
] as const;

/** How far ahead the example of a date lies, in days. */
const EXAMPLE_AHEAD = 21;

/** «Until when?» */
export const onLater = keepSubject(({ t, today }, subject) => {
  const at = numbersOf(subject);
  const from = Temporal.PlainDate.from(today);
  const [week, weeks, month] = TERMS.map(([name, term]): Button => {
    const until = dateNumber(from.add(term).toString());
    return button(t, `reminders:button.${name}`, 'reminderUntil', ...at, until);
  });
  return {
    screen: {
      text: `${headOf(subject, t)}\n\n${t('reminders:later.when')}`,
      rows: [
        [week, weeks].filter((one) => one !== undefined),
        [
          ...(month ? [month] : []),
          button(t, 'reminders:button.typeDate', 'reminderUntil', ...at, 0),
        ],
        [button(t, 'reminders:button.back', 'reminderWhy', ...at)],
      ],
    },
  };
});

/** A date pressed asks for the reason; 0 asks for the date. */
export const onUntil = keepSubject((visit, subject, [, , , day = 0]) => {
  const at = numbersOf(subject);
  if (day === 0) return { dialog: { name: untilForm.name, args: at } };
  return dateOf(day) === null
    ? settled(visit, subject.scope)
    : { dialog: { name: reasonForm.name, args: [...at, day] } };
});

const [ORG, SERVANT, KIND, DAY] = [0, 1, 2, 3] as const;
const number = (args: FormArgs, place: number): number => Number(args[place] ?? 0);

/** Nothing is put off yet: out of either question, back to the terms. */
const toTerms = ({ t }: Visit, args: FormArgs): Button =>
  button(
    t,
    'reminders:button.back',
    'reminderLater',
    number(args, ORG),
    number(args, SERVANT),
    number(args, KIND),
  );

const untilForm: Form<string> = {
  name: 'reminders.until',
  out: toTerms,
  async ask(visit, args) {
    const example = shown(addDays(visit.today, EXAMPLE_AHEAD));
    const question = visit.t('reminders:later.date', { example });
    return { text: await questionAbout(visit, args, question), rows: [] };
  },
  read(text, { t, today }) {
    const date = anyDate(text, { t, today });
    if (!date.ok) return date;
    const latest = addDays(today, LONGEST_SNOOZE);
    if (date.value <= today) return refused(t('errors:reminder.dateSoon'));
    return date.value > latest
      ? refused(t('errors:reminder.dateFar', { latest: shown(latest) }))
      : ok(date.value);
  },
  done: (_visit, args, date) =>
    Promise.resolve({
      dialog: { name: reasonForm.name, args: [...args.slice(0, DAY), dateNumber(date)] },
    }),
};

const reasonForm: Form<string> = {
  name: 'reminders.reason',
  out: toTerms,
  async ask(visit, args) {
    const { t } = visit;
    return {
      text: await questionAbout(visit, args, t('reminders:later.reason')),
      rows: REASONS.map((id, place) => [
        {
          text: t.plain(`reminders:later.phrase.${id}`),
          data: encode('reminderReason', [
            number(args, ORG),
            number(args, SERVANT),
            number(args, KIND),
            number(args, DAY),
            place + 1,
          ]),
        },
      ]),
    };
  },
  read: (text, { t }) => readText(cleanText(text), t, REASON_LIMIT),
  done: (visit, args, reason) =>
    asKeeper(visit, number(args, ORG), (scope) =>
      putOff(
        visit,
        scope,
        [SERVANT, KIND, DAY].map((place) => number(args, place)),
        reason,
      ),
    ),
};

export const laterForms: readonly Form[] = [untilForm, reasonForm];

/** One of the ready reasons. */
export const onReason: Action = forKeepers((visit, scope, [, servant, kind, day, place = 0]) => {
  const reason = REASONS[place - 1];
  return reason === undefined
    ? settled(visit, scope)
    : putOff(visit, scope, [servant ?? 0, kind ?? 0, day ?? 0], `@${reason}`);
});

async function putOff(
  visit: Visit,
  scope: OrganisationScope,
  [servant = 0, kind = 0, day = 0]: readonly number[],
  reason: string,
): Promise<Reply> {
  const { t, work, today } = visit;
  const subject = await subjectOf(visit, scope, servant, kind);
  const until = dateOf(day);
  if (!subject || until === null) return settled(visit, scope);
  const request = { servant, kind: subject.kind, until, reason };
  const done = await snooze(work, scope, subject.rules, today, request);
  if (!done.ok) return refusal(visit, done.error);
  const text = t('reminders:later.saved', {
    name: shortPerson(subject.servant.name),
    what: t.plain(`reminders:kind.${subject.kind}`),
    date: shown(until),
    reason: reasonWords(t, reason),
  });
  const undo = button(t, 'reminders:button.undo', 'reminderAgain', ...numbersOf(subject));
  return {
    screen: { text, rows: [[undo], ...(await waysOn(visit, scope, servant, subject.kind))] },
  };
}

function refusal(visit: Visit, { code, values = {} }: SnoozeRefusal): Reply {
  const { latest } = values;
  const shownValues = typeof latest === 'string' ? { ...values, latest: shown(latest) } : values;
  return said(visit, visit.t.plain(`errors:${code}`, shownValues));
}

/** It is told again. */
export const onAgain: Action = forKeepers(async (visit, scope, [, servant = 0, place = 0]) => {
  const kind = DUE_KINDS[place - 1];
  if (!kind) return settled(visit, scope);
  await unsnooze(visit.work, scope, servant, kind);
  const text = visit.t('reminders:later.undone');
  return { screen: { text, rows: await waysOn(visit, scope, servant, kind) } };
});
