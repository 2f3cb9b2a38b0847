import type { Button } from '../../chat/screen.ts';
import type { Visit } from '../../chat/visit.ts';
import type { OrganisationScope } from '../../domain/access/model.ts';
import type { DueKind } from '../../domain/reminder/model.ts';
import { button } from '../staff/buttons.ts';
import { dateNumber } from '../staff/typed-date.ts';
import { openToday } from './digest.ts';
import { kindPlace } from './digest-screen.ts';

/** From a receipt: on with this morning's message while it has something left, the list, the person. */
export async function waysOn(
  visit: Visit,
  { orgId }: OrganisationScope,
  servant: number,
  kind: DueKind,
): Promise<Button[][]> {
  const { t, today } = visit;
  const person = button(t, 'reminders:button.person', 'staffPerson', orgId, servant);
  const list = button(t, 'reminders:button.list', 'reminders', orgId, 0);
  // Declarations of many fall due on one day: their list goes on to the next person.
  const same =
    kind === 'declaration'
      ? [[button(t, 'reminders:title.declaration', 'reminderKind', orgId, kindPlace(kind), 0)]]
      : [];
  const morning = (await openToday(visit))
    ? [[button(t, 'reminders:button.today', 'digest', dateNumber(today), 0)]]
    : [];
  return [...same, ...morning, [person], [list]];
}
