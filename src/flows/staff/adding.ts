import { encode } from '../../chat/callback.ts';
import type { Dialog, Reply, Visit } from '../../chat/visit.ts';
import type { OrganisationScope } from '../../domain/access/model.ts';
import {
  addRecord,
  addServant,
  correctServant,
  type Kept,
} from '../../domain/register/keeping.service.ts';
import { cleanName } from '../../domain/shared/clean-name.ts';
import { shown } from '../../domain/shared/local-date.ts';
import { ok, type Result } from '../../domain/shared/result.ts';
import type { Form } from '../ask/form.ts';
import { readText } from '../ask/text.ts';
import { changed, unchanged } from './changed.ts';
import { TEXT_ROOM } from './fields.ts';
import { asKeeper, forKeepers } from './keeper.ts';
import { personCard } from './person.ts';
import { undoRow } from './receipt.ts';
import { anyDate } from './typed-date.ts';
import { toCard, toList } from './way-out.ts';
import { recordWords } from './words.ts';

/** What is asked of a new person after the name; each may be skipped. Buttons carry the place. */
const STEPS = ['position', 'appointedOn', 'lastTraining'] as const;

export const onAdd = forKeepers((_visit, _scope, [orgId = 0]) => ({
  dialog: { name: 'staff.name', args: [orgId] },
}));

/** A name is enough: the person is in the list from here on. */
export const nameForm: Form<string> = {
  name: 'staff.name',
  out: toList,
  ask: ({ t }) => Promise.resolve({ text: t('staff:ask.name'), rows: [] }),
  read: (text, { t }) => readText(text, t, TEXT_ROOM),
  done: (visit, args, name) =>
    asKeeper(visit, Number(args[0]), async (scope) => {
      const { t, work, today } = visit;
      const added = await addServant(work, scope, { name }, [], today);
      if (!added.ok) return unchanged(visit, added.error, { name: 'staff.name', args });
      const { servant, changeId } = added.value;
      const text = t('staff:receipt.added', { name: cleanName(name) });
      return {
        note: { text, rows: undoRow(t, scope.orgId, { text, changeId }) },
        dialog: step(scope.orgId, servant, 0),
      };
    }),
};

const step = (orgId: number, servant: number, place: number): Dialog => ({
  name: 'staff.step',
  args: [orgId, servant, place],
});

const question = ({ t }: Visit, place: number): string =>
  t(`staff:ask.${STEPS[place] ?? 'position'}`);

/** One of the questions after the name. */
export const stepForm: Form<string> = {
  name: 'staff.step',
  out: toCard,
  ask: (visit, [orgId, servant, place]) =>
    Promise.resolve({
      text: question(visit, Number(place)),
      rows: [
        [
          {
            text: visit.t.plain('staff:button.skip'),
            data: encode('staffSkip', [Number(orgId), Number(servant), Number(place)]),
          },
        ],
      ],
    }),
  read(text, visit, [, , place]): Result<string, string> {
    return STEPS[Number(place)] === 'position'
      ? readText(text, visit.t, TEXT_ROOM)
      : anyDate(text, visit);
  },
  done: (visit, args, value) =>
    asKeeper(visit, Number(args[0]), async (scope) => {
      const [, servant, place] = args.map(Number);
      return taken(visit, scope, servant ?? 0, place ?? 0, value);
    }),
};

/** Keeps one answer, and asks the next question; after the last one the card is shown. */
async function taken(
  visit: Visit,
  scope: OrganisationScope,
  servant: number,
  place: number,
  value: string,
): Promise<Reply> {
  const { t } = visit;
  const { orgId } = scope;
  const again = step(orgId, servant, place);
  const { kept, receipt } = await keepStep(visit, scope, servant, place, value);
  if (place + 1 >= STEPS.length) return changed(visit, scope, servant, kept, receipt, again);
  if (!kept.ok) return unchanged(visit, kept.error, again);
  const { changeId } = kept.value;
  return {
    note: { text: receipt, rows: undoRow(t, orgId, { text: receipt, changeId }) },
    dialog: step(orgId, servant, place + 1),
  };
}

async function keepStep(
  { t, work, today }: Visit,
  scope: OrganisationScope,
  servant: number,
  place: number,
  value: string,
): Promise<{ kept: Kept; receipt: string }> {
  const name = STEPS[place];
  if (name === 'lastTraining') {
    const record = {
      kind: 'training',
      date: value,
      what: null,
      hours: null,
      orderNo: null,
    } as const;
    return {
      kept: await addRecord(work, scope, servant, record, today),
      receipt: t('staff:receipt.recorded', { what: recordWords(t, record) }),
    };
  }
  if (name === undefined) return { kept: ok({ changeId: 0 }), receipt: '' };
  return {
    kept: await correctServant(work, scope, servant, { [name]: value }, today),
    receipt: t('staff:receipt.corrected', {
      label: t.plain(`staff:field.${name}`),
      value: name === 'appointedOn' ? shown(value) : value,
    }),
  };
}

/** Passes over one of the questions: the next one, or the card. */
export const onSkip = forKeepers((visit, scope, [orgId = 0, servant = 0, place = 0]) => {
  const next = place + 1;
  if (next >= STEPS.length) return personCard(visit, scope, servant);
  // The question keeps its words and loses its buttons.
  const screen = { text: question(visit, place), rows: [] };
  return { screen, dialog: step(orgId, servant, next) };
});
