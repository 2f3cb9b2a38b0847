import { encode } from '../../chat/callback.ts';
import type { Reply, Visit } from '../../chat/visit.ts';
import type { OrganisationScope } from '../../domain/access/model.ts';
import { markLeft, markReturned, removeServant } from '../../domain/register/keeping.service.ts';
import { servantOf } from '../../domain/register/reading.service.ts';
import { addDays, shown } from '../../domain/shared/local-date.ts';
import type { Form } from '../ask/form.ts';
import { button } from './buttons.ts';
import { changed } from './changed.ts';
import { asKeeper, forKeepers } from './keeper.ts';
import { personCard } from './person.ts';
import { anyDate, dateNumber, dateOf } from './typed-date.ts';
import { toCard } from './way-out.ts';

export const onLeave = forKeepers((_visit, _scope, [orgId = 0, servant = 0]) => ({
  dialog: { name: 'staff.leave', args: [orgId, servant] },
}));

/** On which day he left: today, yesterday or typed. */
export const leaveForm: Form<string> = {
  name: 'staff.leave',
  out: toCard,
  ask({ t, today }, args) {
    const at = args.map(Number);
    const on = (key: 'staff:button.today' | 'staff:button.yesterday', date: string) =>
      button(t, key, 'staffLeaveOn', ...at, dateNumber(date));
    const yesterday = addDays(today, -1);
    return Promise.resolve({
      text: t('staff:ask.leave'),
      rows: [[on('staff:button.today', today), on('staff:button.yesterday', yesterday)]],
    });
  },
  read: (text, visit) => anyDate(text, visit),
  done: (visit, args, date) =>
    asKeeper(visit, Number(args[0]), (scope) => left(visit, scope, Number(args[1]), date)),
};

export const onLeaveOn = forKeepers((visit, scope, [, servant = 0, number = 0]) => {
  const date = dateOf(number);
  return date === null ? personCard(visit, scope, servant) : left(visit, scope, servant, date);
});

async function left(
  visit: Visit,
  scope: OrganisationScope,
  servant: number,
  date: string,
): Promise<Reply> {
  const { t, work, today } = visit;
  const kept = await markLeft(work, scope, servant, date, today);
  const receipt = t('staff:receipt.left', { date: shown(date) });
  const again = { name: 'staff.leave', args: [scope.orgId, servant] };
  return changed(visit, scope, servant, kept, receipt, again);
}

export const onReturn = forKeepers(async (visit, scope, [, servant = 0]) => {
  const kept = await markReturned(visit.work, scope, servant, visit.today);
  return changed(visit, scope, servant, kept, visit.t('staff:receipt.returned'));
});

/** Deleting takes the history too: asked once more, with the better way for whoever left. */
export const onRemove = forKeepers(async (visit, scope, [orgId = 0, servant = 0]) => {
  const { t } = visit;
  const person = await servantOf(visit.work.read, scope, servant);
  if (!person) return personCard(visit, scope, servant);
  const data = encode('staffRemoveSure', [orgId, servant]);
  const leave = button(t, 'staff:button.leave', 'staffLeave', orgId, servant);
  return {
    screen: {
      text: t('staff:ask.remove', { name: person.name }),
      rows: [
        ...(person.leftOn === null ? [[leave]] : []),
        [{ text: t.plain('staff:button.removeSure'), data, style: 'danger' }],
        [button(t, 'staff:button.keep', 'staffPerson', orgId, servant)],
      ],
    },
  };
});

export const onRemoveSure = forKeepers(async (visit, scope, [, servant = 0]) => {
  const { t, work } = visit;
  const person = await servantOf(work.read, scope, servant);
  const kept = await removeServant(work, scope, servant);
  const receipt = t('staff:receipt.removed', { name: person?.name ?? '' });
  return changed(visit, scope, servant, kept, receipt);
});
