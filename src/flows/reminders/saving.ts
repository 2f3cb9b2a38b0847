import type { Action, Reply, Visit } from '../../chat/visit.ts';
import type { Servant } from '../../domain/register/model.ts';
import { isRank } from '../../domain/register/ranks.rules.ts';
import { undoChange } from '../../domain/register/undo.service.ts';
import { type Deed, markDone } from '../../domain/reminder/done.service.ts';
import type { DueKind } from '../../domain/reminder/model.ts';
import { shown } from '../../domain/shared/local-date.ts';
import { shortPerson } from '../reading/person-name.ts';
import { button } from '../staff/buttons.ts';
import { forKeepers, said } from '../staff/keeper.ts';
import { refusal } from '../staff/refusals.ts';
import { numbersOf, settled, type Subject, subjectOf } from './subject.ts';
import { waysOn } from './ways-on.ts';

/** The newest entry of each kind's history. */
const NEWEST: Readonly<Record<DueKind, keyof Servant & `${string}On`>> = {
  training: 'trainedOn',
  rank: 'rankedOn',
  attestation: 'attestedOn',
  declaration: 'declaredOn',
};

/**
 * Writes what was done into the person's history and says what comes next. What is not newer than the
 * newest entry there settles nothing: a second tap, a button of long ago, a slip of the pen.
 */
export async function saveDone(
  visit: Visit,
  subject: Subject,
  deed: Required<Deed>,
): Promise<Reply> {
  const { t, work, today } = visit;
  const { scope, servant, kind } = subject;
  const newest = servant[NEWEST[kind]];
  if (newest === deed.date) return settled(visit, scope);
  if (newest !== null && newest > deed.date) {
    return said(visit, t.plain('reminders:done.older', { date: shown(newest) }));
  }
  const done = await markDone(work, scope, servant.servant, kind, deed, today);
  if (!done.ok) return refusal(visit, done.error);
  if (done.value.changeId === 0) return settled(visit, scope);
  const what = deed.what !== null && kind === 'rank' ? deed.what : null;
  const word = t.plain(`reminders:kind.${kind}`);
  const after = await subjectOf(visit, scope, servant.servant, numbersOf(subject)[2]);
  const lines = [
    t('reminders:done.saved', {
      name: shortPerson(servant.name),
      what: what === null ? word : `${word} (${rankWords(t, what)})`,
      date: shown(deed.date),
    }),
    ...(deed.orderNo === null ? [] : [t('reminders:done.orderNo', { order: deed.orderNo })]),
    ...(deed.hours === null ? [] : [t('reminders:done.hours', { hours: deed.hours })]),
    ...(after ? [t('reminders:done.next', { date: shown(after.due.on) })] : []),
  ];
  const { changeId } = done.value;
  const undo = button(t, 'reminders:button.undo', 'reminderUndo', scope.orgId, changeId);
  return {
    screen: {
      text: lines.join('\n'),
      rows: [[undo], ...(await waysOn(visit, scope, servant.servant, kind))],
    },
  };
}

const rankWords = (t: Visit['t'], what: string): string =>
  isRank(what) ? t.plain(`staff:rank.${what}`) : what;

/** Takes back what a receipt told of. */
export const onUndo: Action = forKeepers(async (visit, scope, [, changeId = 0]) => {
  const { t, work } = visit;
  const undone = await undoChange(work, scope, changeId);
  if (!undone.ok) return refusal(visit, undone.error);
  const list = button(t, 'reminders:button.list', 'reminders', scope.orgId, 0);
  return { screen: { text: t('reminders:done.undone'), rows: [[list]] } };
});
