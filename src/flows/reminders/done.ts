import { encode } from '../../chat/callback.ts';
import type { Button } from '../../chat/screen.ts';
import type { Action, Reply, Visit } from '../../chat/visit.ts';
import type { OrganisationScope } from '../../domain/access/model.ts';
import { organisationById } from '../../domain/organisation/service.ts';
import { type RankCode, TRAINING_KINDS } from '../../domain/register/model.ts';
import { lineOf, rankLine, ranksOf } from '../../domain/register/ranks.rules.ts';
import { DUE_KINDS } from '../../domain/reminder/model.ts';
import { addDays, shown } from '../../domain/shared/local-date.ts';
import { ok, refused } from '../../domain/shared/result.ts';
import { cleanText } from '../../domain/summary/clean-text.rules.ts';
import type { Form, FormArgs } from '../ask/form.ts';
import { readText } from '../ask/text.ts';
import { button } from '../staff/buttons.ts';
import { asKeeper, forKeepers } from '../staff/keeper.ts';
import { TEXT_ROOM } from '../staff/fields.ts';
import { type Particulars, readParticulars } from '../staff/particulars.ts';
import { RANKS } from '../staff/rank-choice.ts';
import { anyDate, dateNumber, dateOf } from '../staff/typed-date.ts';
import {
  about,
  headOf,
  isFar,
  keepSubject,
  numbersOf,
  questionAbout,
  settled,
  type Subject,
  subjectOf,
} from './subject.ts';
import { onDigest } from './digest.ts';
import { saveDone } from './saving.ts';

/** «When?» What is far off again is done: whoever wants to record more does so on the person's card. */
export const onDone = keepSubject((visit, subject) =>
  isFar(subject) ? settled(visit, subject.scope) : askWhen(visit, subject),
);

/** The same from a morning's message, which is shown as it stands now where the line is done. */
export const onDigestDone = forKeepers(async (visit, scope, [, servant, place, day = 0]) => {
  const subject = await subjectOf(visit, scope, servant ?? 0, place ?? 0);
  if (subject && !isFar(subject)) return askWhen(visit, subject);
  if (dateOf(day) === null) return settled(visit, scope);
  const toast = visit.t.plain('reminders:done.settled');
  return { ...(await onDigest(visit, [day, 0])), toast };
});

function askWhen({ t, today }: Visit, subject: Subject): Reply {
  const at = numbersOf(subject);
  const yesterday = addDays(today, -1);
  const day = (key: 'onToday' | 'onYesterday', date: string): Button => ({
    text: t.plain(`reminders:button.${key}`, { date: shown(date).slice(0, 5) }),
    data: encode('reminderDoneOn', [...at, dateNumber(date)]),
  });
  return {
    screen: {
      text: `${headOf(subject, t)}\n\n${t(`reminders:done.${subject.kind}`)}`,
      rows: [
        [day('onToday', today), day('onYesterday', yesterday)],
        [button(t, 'reminders:button.typeDate', 'reminderDoneOn', ...at, 0)],
        [{ text: t.plain('reminders:button.back'), data: about(subject, 'reminderWhy') }],
      ],
    },
  };
}

/** The day is known; 0: it is typed. */
export const onDoneOn = keepSubject((visit, subject, [, , , day = 0]) => {
  if (day === 0) return { dialog: { name: dateForm.name, args: numbersOf(subject) } };
  const date = dateOf(day);
  return date === null || date > visit.today
    ? settled(visit, subject.scope)
    : afterDate(visit, subject, date);
});

/** What belongs to this kind beside the day: the kind of training, the rank, the order. */
async function afterDate(visit: Visit, subject: Subject, date: string): Promise<Reply> {
  const { t } = visit;
  const at = [...numbersOf(subject), dateNumber(date)];
  const choice = (text: string, what: number): Button[] => [
    { text, data: encode('reminderDoneWhat', [...at, what]) },
  ];
  switch (subject.kind) {
    case 'training':
      return {
        screen: {
          text: `${headOf(subject, t)}\n\n${t('reminders:done.trainingKind')}`,
          rows: [
            choice(t.plain('reminders:button.upskilling'), placeOf('upskilling')),
            choice(t.plain('reminders:button.retraining'), placeOf('retraining')),
            choice(t.plain('reminders:button.noKind'), 0),
          ],
        },
      };
    case 'rank':
      return {
        screen: {
          text: `${headOf(subject, t)}\n\n${t('reminders:done.which')}`,
          rows: (await ranksFor(visit, subject)).map((rank) =>
            choice(t.plain(`staff:rank.${rank}`), RANKS.indexOf(rank) + 1),
          ),
        },
      };
    case 'attestation':
      return { dialog: { name: orderForm.name, args: [...at, 0] } };
    case 'declaration':
      return saveDone(visit, subject, { date, what: null, orderNo: null, hours: null });
  }
}

const placeOf = (kind: (typeof TRAINING_KINDS)[number]): number => TRAINING_KINDS.indexOf(kind) + 1;

/** The ranks of the person's line: the one that follows first, then the others from the lowest. */
async function ranksFor({ work }: Visit, { servant, due, scope }: Subject): Promise<RankCode[]> {
  const body = await organisationById(work.read, scope.orgId);
  const line = servant.rank ? lineOf(servant.rank) : rankLine(body?.kind ?? 'municipal');
  const { nextRank } = due;
  const others = ranksOf(line).filter((rank) => rank !== nextRank);
  return nextRank ? [nextRank, ...others] : others;
}

/** The kind of training or the rank is known; the order is asked for. */
export const onDoneWhat = keepSubject((visit, subject, [, , , day = 0, what = 0]) =>
  dateOf(day) === null
    ? settled(visit, subject.scope)
    : { dialog: { name: orderForm.name, args: [...numbersOf(subject), day, what] } },
);

/** Without an order. */
export const onDonePlain: Action = forKeepers((visit, scope, [, ...args]) =>
  saved(visit, scope, args, { orderNo: null, hours: null }),
);

const number = (args: FormArgs, place: number): number => Number(args[place] ?? 0);

const dateForm: Form<string> = {
  name: 'reminders.date',
  async ask(visit, args) {
    const question = visit.t('reminders:done.date', { example: shown(addDays(visit.today, -7)) });
    return { text: await questionAbout(visit, args, question), rows: [] };
  },
  read(text, { t, today }) {
    const date = anyDate(text, { t, today });
    if (!date.ok) return date;
    return date.value > today ? refused(t('reminders:done.future')) : ok(date.value);
  },
  done: (visit, args, date) =>
    asKeeper(visit, number(args, 0), async (scope) => {
      const subject = await subjectOf(visit, scope, number(args, 1), number(args, 2));
      return subject ? afterDate(visit, subject, date) : settled(visit, scope);
    }),
};

const orderForm: Form<string> = {
  name: 'reminders.order',
  async ask(visit, args) {
    const { t } = visit;
    const training = number(args, 2) === 1;
    const numbers = [0, 1, 2, 3, 4].map((place) => number(args, place));
    const question = t(training ? 'reminders:done.orderHours' : 'reminders:done.order');
    return {
      text: await questionAbout(visit, args, question),
      rows: [[button(t, 'reminders:button.noOrder', 'reminderDonePlain', ...numbers)]],
    };
  },
  read: (text, { t }) => readText(cleanText(text), t, TEXT_ROOM),
  done: (visit, args, text) =>
    asKeeper(visit, number(args, 0), (scope) => {
      const order = readParticulars(text, DUE_KINDS[number(args, 2) - 1]);
      return saved(visit, scope, args.slice(1).map(Number), order);
    }),
};

export const doneForms: readonly Form[] = [dateForm, orderForm];

async function saved(
  visit: Visit,
  scope: OrganisationScope,
  [servant = 0, kind = 0, day = 0, place = 0]: readonly number[],
  { orderNo, hours }: Pick<Particulars, 'orderNo' | 'hours'>,
): Promise<Reply> {
  const subject = await subjectOf(visit, scope, servant, kind);
  const date = dateOf(day);
  if (!subject || date === null || date > visit.today) return settled(visit, scope);
  const what = whatAt(subject, place);
  // A rank is no rank without its name.
  if (subject.kind === 'rank' && what === null) return settled(visit, scope);
  return saveDone(visit, subject, { date, what, orderNo, hours });
}

function whatAt({ kind }: Subject, place: number): string | null {
  if (kind === 'training') return TRAINING_KINDS[place - 1] ?? null;
  return kind === 'rank' ? (RANKS[place - 1] ?? null) : null;
}
