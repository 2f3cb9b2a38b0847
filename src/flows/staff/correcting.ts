import { bold, escapeHtml } from '../../chat/html.ts';
import type { Reply, Visit } from '../../chat/visit.ts';
import type { OrganisationScope } from '../../domain/access/model.ts';
import { correctServant } from '../../domain/register/keeping.service.ts';
import { POSITION_GROUPS, type Servant, type ServantFacts } from '../../domain/register/model.ts';
import { servantOf } from '../../domain/register/reading.service.ts';
import type { Form } from '../ask/form.ts';
import { readText } from '../ask/text.ts';
import { inPairs } from '../reading/fitting.ts';
import { button } from './buttons.ts';
import { changed } from './changed.ts';
import { type Field, FIELDS, TEXT_ROOM } from './fields.ts';
import { asKeeper, forKeepers, keepingScope } from './keeper.ts';
import { personCard } from './person.ts';
import { anyDate } from './typed-date.ts';
import { toCard } from './way-out.ts';
import { fieldValue, fieldWords } from './words.ts';

/** Which field; below them leaving and deleting, which are seldom and never by mistake. */
export const onCorrect = forKeepers(async (visit, scope, [orgId = 0, servant = 0]) => {
  const { t } = visit;
  const person = await servantOf(visit.work.read, scope, servant);
  if (!person) return personCard(visit, scope, servant);
  const fields = FIELDS.map(({ name }, index) =>
    button(t, `staff:field.${name}`, 'staffField', orgId, servant, index + 1),
  );
  const leave =
    person.leftOn === null
      ? button(t, 'staff:button.leave', 'staffLeave', orgId, servant)
      : button(t, 'staff:button.return', 'staffReturn', orgId, servant);
  return {
    screen: {
      text: `${bold(escapeHtml(person.name))}\n\n${t('staff:ask.field')}`,
      rows: [
        ...inPairs(fields),
        [leave, button(t, 'staff:button.remove', 'staffRemove', orgId, servant)],
        [button(t, 'staff:button.card', 'staffPerson', orgId, servant)],
      ],
    },
  };
});

const fieldAt = (place: number): Field | undefined => FIELDS[place - 1];

export const onField = forKeepers(async (visit, scope, [orgId = 0, servant = 0, place = 0]) => {
  const field = fieldAt(place);
  const person = await servantOf(visit.work.read, scope, servant);
  if (!field || !person) return personCard(visit, scope, servant);
  if (field.how !== 'group') {
    return { dialog: { name: 'staff.field', args: [orgId, servant, place] } };
  }
  const { t } = visit;
  const groups = POSITION_GROUPS.map((group, index) =>
    button(t, `staff:group.${group}`, 'staffGroup', orgId, servant, index + 1),
  );
  return {
    screen: {
      text: withPresent(visit, person, field),
      rows: [
        ...inPairs(groups),
        [button(t, 'staff:button.unknown', 'staffGroup', orgId, servant, 0)],
        [button(t, 'staff:button.card', 'staffPerson', orgId, servant)],
      ],
    },
  };
});

/** He has no class rank yet; whoever got one meanwhile is shown as he is. */
export const onNoRank = forKeepers(async (visit, scope, [, servant = 0]) => {
  const { t, work, today } = visit;
  const person = await servantOf(work.read, scope, servant);
  if (!person || person.rank !== null || person.noRank) return personCard(visit, scope, servant);
  const kept = await correctServant(work, scope, servant, { noRank: true }, today);
  const label = t.plain('staff:field.noRank');
  const value = t.plain('staff:person.rankNone');
  return changed(visit, scope, servant, kept, t('staff:receipt.corrected', { label, value }));
});

/** The question, under what stands there now. */
function withPresent({ t }: Visit, person: Servant, { name }: Field): string {
  const value = fieldWords(t, name, fieldValue(person, name));
  const question = t(`staff:ask.${name}`);
  return value === null ? question : `${t('staff:ask.now', { value })}\n\n${question}`;
}

/** The new value of one field, typed. */
export const fieldForm: Form<string> = {
  name: 'staff.field',
  out: toCard,
  async ask(visit, args) {
    const { t, work } = visit;
    const [orgId = 0, number = 0, place = 0] = args.map(Number);
    const scope = keepingScope(visit, orgId);
    const person = scope && (await servantOf(work.read, scope, number));
    const field = fieldAt(place);
    if (!person || !field) return { text: t('staff:ask.field'), rows: [] };
    const empty = button(t, 'staff:button.empty', 'staffFieldEmpty', orgId, number, place);
    const known = field.name !== 'name' && fieldValue(person, field.name) !== null;
    return { text: withPresent(visit, person, field), rows: known ? [[empty]] : [] };
  },
  read: (text, visit, [, , place]) =>
    fieldAt(Number(place))?.how === 'date'
      ? anyDate(text, visit)
      : readText(text, visit.t, TEXT_ROOM),
  done: (visit, args, value) =>
    asKeeper(visit, Number(args[0]), async (scope) => {
      const [, servant = 0, place = 0] = args.map(Number);
      return put(visit, scope, servant, place, value);
    }),
};

/** Keeps a field's new value; null empties it. */
async function put(
  visit: Visit,
  scope: OrganisationScope,
  servant: number,
  place: number,
  value: string | null,
): Promise<Reply> {
  const { t, work, today } = visit;
  const field = fieldAt(place);
  if (!field || (field.name === 'name' && value === null)) {
    return personCard(visit, scope, servant);
  }
  const patch: Partial<ServantFacts> = { [field.name]: value };
  const kept = await correctServant(work, scope, servant, patch, today);
  const label = t.plain(`staff:field.${field.name}`);
  const words = fieldWords(t, field.name, value);
  const receipt =
    words === null
      ? t('staff:receipt.emptied', { label })
      : t('staff:receipt.corrected', { label, value: words });
  const again = { name: 'staff.field', args: [scope.orgId, servant, place] };
  return changed(visit, scope, servant, kept, receipt, again);
}

export const onFieldEmpty = forKeepers((visit, scope, [, servant = 0, place = 0]) =>
  put(visit, scope, servant, place, null),
);

export const onGroup = forKeepers((visit, scope, [, servant = 0, group = 0]) => {
  const place = FIELDS.findIndex(({ name }) => name === 'group') + 1;
  return put(visit, scope, servant, place, POSITION_GROUPS[group - 1] ?? null);
});
