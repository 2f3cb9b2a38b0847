import { encode } from '../../chat/callback.ts';
import { bold, escapeHtml } from '../../chat/html.ts';
import type { Action, Reply, Visit } from '../../chat/visit.ts';
import type { OrganisationScope } from '../../domain/access/model.ts';
import type { Servant } from '../../domain/register/model.ts';
import { servantOf } from '../../domain/register/reading.service.ts';
import { dueOf } from '../../domain/reminder/due.rules.ts';
import { daysBetween } from '../../domain/reminder/ladder.rules.ts';
import { DUE_KINDS, type Due, type DueKind, HORIZON } from '../../domain/reminder/model.ts';
import { ruleBook } from '../../domain/rules/service.ts';
import type { RuleBook } from '../../domain/rules/model.ts';
import type { FormArgs } from '../ask/form.ts';
import { kindWords, whenWords } from '../reading/due-words.ts';
import { forKeepers, forReaders, keepingScope } from '../staff/keeper.ts';
import { kindPlace } from './digest-screen.ts';
import { remindersReply } from './list.ts';

/** One date of one person, as a button names it. */
export interface Subject {
  readonly scope: OrganisationScope;
  readonly servant: Servant;
  readonly kind: DueKind;
  readonly due: Due;
  readonly days: number;
  readonly rules: RuleBook;
  /** May this person change it? */
  readonly keeps: boolean;
}

/** The date as it is now; null: there is none such any more. `kind` is a place in DUE_KINDS from 1. */
export async function subjectOf(
  visit: Visit,
  scope: OrganisationScope,
  number: number,
  place: number,
): Promise<Subject | null> {
  const { work, today } = visit;
  const kind = DUE_KINDS[place - 1];
  const servant = kind && (await servantOf(work.read, scope, number));
  if (!servant) return null;
  const rules = await ruleBook(work.read);
  const due = dueOf(servant, kind, rules, today);
  if (!due) return null;
  const keeps = keepingScope(visit, scope.orgId) !== null;
  return { scope, servant, kind, due, days: daysBetween(today, due.on), rules, keeps };
}

/** Beyond what lists and messages look at: nothing is to be done about it now. */
export const isFar = ({ days }: Subject): boolean => days > HORIZON;

type About = (visit: Visit, subject: Subject, args: readonly number[]) => Reply | Promise<Reply>;

const found =
  (act: About) =>
  async (visit: Visit, scope: OrganisationScope, args: readonly number[]): Promise<Reply> => {
    const subject = await subjectOf(visit, scope, args[1] ?? 0, args[2] ?? 0);
    return subject ? act(visit, subject, args) : settled(visit, scope);
  };

/** An action [organisation, servant, kind, …] for whoever may read the register. */
export const readSubject = (act: About): Action => forReaders(found(act));

/** The same for those who keep it; everybody else is refused. */
export const keepSubject = (act: About): Action => forKeepers(found(act));

/** What an old button was about is done: the list as it is now, with a word. */
export async function settled(visit: Visit, scope: OrganisationScope): Promise<Reply> {
  const toast = visit.t.plain('reminders:done.settled');
  return { ...(await remindersReply(visit, scope, 0)), toast };
}

/** The numbers by which a button names the date. */
export const numbersOf = ({ scope, servant, kind }: Subject): [number, number, number] => [
  scope.orgId,
  servant.servant,
  kindPlace(kind),
];

/** Data of a button about this date. */
export const about = (
  subject: Subject,
  action: 'reminderWhy' | 'reminderDone' | 'reminderLater' | 'reminderAgain',
): string => encode(action, numbersOf(subject));

/** A question about the date that a typed step's first numbers name: whom, what, and then the question. */
export async function questionAbout(
  visit: Visit,
  [org, servant, kind]: FormArgs,
  question: string,
): Promise<string> {
  const scope = keepingScope(visit, Number(org ?? 0));
  const subject = scope && (await subjectOf(visit, scope, Number(servant ?? 0), Number(kind ?? 0)));
  return subject ? `${headOf(subject, visit.t)}\n\n${question}` : question;
}

/** Whom and what it is about. */
export const headOf = ({ servant, kind, due, days }: Subject, t: Visit['t']): string =>
  `${bold(escapeHtml(servant.name))}\n${kindWords(t, kind, 'title')}: ${whenWords(t, due, days)}.`;
