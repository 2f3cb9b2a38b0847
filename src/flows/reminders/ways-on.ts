import type { Button } from '../../chat/screen.ts';
import type { Visit } from '../../chat/visit.ts';
import type { OrganisationScope } from '../../domain/access/model.ts';
import { button } from '../staff/buttons.ts';
import { dateNumber } from '../staff/typed-date.ts';
import { openToday } from './digest.ts';

/** From a receipt: on with this morning's message while it has something left, the list, the person. */
export async function waysOn(
  visit: Visit,
  { orgId }: OrganisationScope,
  servant: number,
): Promise<Button[][]> {
  const { t, today } = visit;
  const person = button(t, 'reminders:button.person', 'staffPerson', orgId, servant);
  const list = button(t, 'reminders:button.list', 'reminders', orgId, 0);
  return (await openToday(visit))
    ? [[button(t, 'reminders:button.today', 'digest', dateNumber(today), 0)], [person], [list]]
    : [[person], [list]];
}
