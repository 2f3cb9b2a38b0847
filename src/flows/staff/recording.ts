import { bold, escapeHtml } from '../../chat/html.ts';
import type { Screen } from '../../chat/screen.ts';
import type { Dialog, Reply, Visit } from '../../chat/visit.ts';
import type { OrganisationScope } from '../../domain/access/model.ts';
import { addRecord, removeRecord } from '../../domain/register/keeping.service.ts';
import { RECORD_KINDS, type RecordFacts, TRAINING_KINDS } from '../../domain/register/model.ts';
import { servantOf } from '../../domain/register/reading.service.ts';
import { addDays } from '../../domain/shared/local-date.ts';
import type { Form } from '../ask/form.ts';
import { readText } from '../ask/text.ts';
import { inPairs } from '../reading/fitting.ts';
import { button } from './buttons.ts';
import { changed } from './changed.ts';
import { TEXT_ROOM } from './fields.ts';
import { asKeeper, forKeepers } from './keeper.ts';
import { readParticulars, type Particulars } from './particulars.ts';
import { personCard } from './person.ts';
import { RANKS, rankChoice } from './rank-choice.ts';
import { anyDate, dateNumber, dateOf } from './typed-date.ts';
import { toCard } from './way-out.ts';
import { recordWords } from './words.ts';

/** What the record is about. */
export const onRecord = forKeepers(async (visit, scope, [orgId = 0, servant = 0]) => {
  const { t } = visit;
  const person = await servantOf(visit.work.read, scope, servant);
  if (!person) return personCard(visit, scope, servant);
  const kinds = RECORD_KINDS.map((kind, index) =>
    button(t, `staff:record.${kind}`, 'staffRecordKind', orgId, servant, index + 1),
  );
  return {
    screen: {
      text: `${bold(escapeHtml(person.name))}\n\n${t('staff:ask.recordKind')}`,
      rows: [...inPairs(kinds), [button(t, 'staff:button.card', 'staffPerson', orgId, servant)]],
    },
  };
});

/** Of a training its kind and of a rank which one are chosen first; then comes the date. */
export const onRecordKind = forKeepers(
  async (visit, scope, [orgId = 0, servant = 0, place = 0]) => {
    const { t, work } = visit;
    const kind = RECORD_KINDS[place - 1];
    const person = kind && (await servantOf(work.read, scope, servant));
    if (!person) return personCard(visit, scope, servant);
    const back = [button(t, 'staff:button.card', 'staffPerson', orgId, servant)];
    const what = (index: number): readonly number[] => [orgId, servant, place, index];
    if (kind === 'training') {
      const rows = TRAINING_KINDS.map((one, index) => [
        button(t, `staff:training.${one}`, 'staffRecordWhat', ...what(index + 1)),
      ]);
      const unsaid = [button(t, 'staff:button.skip', 'staffRecordWhat', ...what(0))];
      return { screen: { text: t('staff:ask.trainingKind'), rows: [...rows, unsaid, back] } };
    }
    if (kind === 'rank') {
      const rows = await rankChoice(visit, person, what);
      return { screen: { text: t('staff:ask.rank'), rows: [...rows, back] } };
    }
    return { dialog: dateDialog(orgId, servant, place, 0) };
  },
);

export const onRecordWhat = forKeepers(
  (_visit, _scope, [orgId = 0, servant = 0, kind = 0, what = 0]) => ({
    dialog: dateDialog(orgId, servant, kind, what),
  }),
);

const dateDialog = (orgId: number, servant: number, kind: number, what: number): Dialog => ({
  name: 'staff.record.date',
  args: [orgId, servant, kind, what],
});

/** When it was: today, yesterday or typed. */
export const recordDateForm: Form<string> = {
  name: 'staff.record.date',
  out: toCard,
  ask({ t, today }, args): Promise<Screen> {
    const at = args.map(Number);
    const kind = RECORD_KINDS[(at[2] ?? 0) - 1] ?? 'training';
    const on = (key: 'staff:button.today' | 'staff:button.yesterday', date: string) =>
      button(t, key, 'staffRecordDate', ...at, dateNumber(date));
    return Promise.resolve({
      text: t('staff:ask.recordDate', { kind: t.plain(`staff:record.${kind}`) }),
      rows: [[on('staff:button.today', today), on('staff:button.yesterday', addDays(today, -1))]],
    });
  },
  read: (text, visit) => anyDate(text, visit),
  done: (visit, args, date) =>
    asKeeper(visit, Number(args[0]), (scope) =>
      dated(visit, scope, [...args.map(Number), dateNumber(date)]),
    ),
};

/** The date is known: a declaration needs no more, of the others the order is asked. */
function dated(visit: Visit, scope: OrganisationScope, at: readonly number[]): Promise<Reply> {
  const [, , kind = 0] = at;
  if (RECORD_KINDS[kind - 1] === 'declaration') return keep(visit, scope, at, NOTHING_MORE);
  return Promise.resolve({ dialog: { name: 'staff.record.order', args: [...at] } });
}

const NOTHING_MORE: Particulars = { what: null, hours: null, orderNo: null };

export const onRecordDate = forKeepers((visit, scope, at) => dated(visit, scope, at));

/** The order, the hours of a training, the words of a reward or penalty, in one message. */
export const recordOrderForm: Form<string> = {
  name: 'staff.record.order',
  out: toCard,
  ask({ t }, args): Promise<Screen> {
    const at = args.map(Number);
    const kind = RECORD_KINDS[(at[2] ?? 0) - 1];
    const hours = kind === 'training' ? 'staff:ask.orderHours' : 'staff:ask.order';
    const words = kind === 'reward' || kind === 'penalty' ? 'staff:ask.orderWords' : hours;
    return Promise.resolve({
      text: t(words),
      rows: [[button(t, 'staff:button.skip', 'staffRecordPlain', ...at)]],
    });
  },
  read: (text, { t }) => readText(text, t, TEXT_ROOM),
  done: (visit, args, text) =>
    asKeeper(visit, Number(args[0]), (scope) => {
      const at = args.map(Number);
      return keep(visit, scope, at, readParticulars(text, RECORD_KINDS[(at[2] ?? 0) - 1]));
    }),
};

export const onRecordPlain = forKeepers((visit, scope, at) => keep(visit, scope, at, NOTHING_MORE));

async function keep(
  visit: Visit,
  scope: OrganisationScope,
  at: readonly number[],
  more: Particulars,
): Promise<Reply> {
  const { t, work, today } = visit;
  const [orgId = 0, servant = 0, place = 0, what = 0, number = 0] = at;
  const kind = RECORD_KINDS[place - 1];
  const date = dateOf(number);
  if (!kind || date === null) return personCard(visit, scope, servant);
  const record: RecordFacts = { kind, date, ...more, what: chosen(kind, what) ?? more.what };
  const kept = await addRecord(work, scope, servant, record, today);
  const receipt = t('staff:receipt.recorded', { what: recordWords(t, record) });
  return changed(visit, scope, servant, kept, receipt, dateDialog(orgId, servant, place, what));
}

/** What a button's number says of a record of this kind. */
function chosen(kind: RecordFacts['kind'], what: number): string | null {
  if (kind === 'training') return TRAINING_KINDS[what - 1] ?? null;
  return kind === 'rank' ? (RANKS[what - 1] ?? null) : null;
}

export const onRecordRemove = forKeepers(async (visit, scope, [, servant = 0, record = 0]) => {
  const kept = await removeRecord(visit.work, scope, servant, record);
  return changed(visit, scope, servant, kept, visit.t('staff:receipt.recordRemoved'));
});
