import type { Reply, Visit } from '../../chat/visit.ts';
import { answeringScopes, registerScopes } from '../../domain/access/rules.ts';
import type { CardState, Spot } from '../../domain/assessment/step.model.ts';
import { numbersOf } from '../../domain/assessment/frozen-answer.rules.ts';
import { numbersByRegister } from '../../domain/assessment/register-numbers.rules.ts';
import { staffFigures } from '../../domain/reminder/staff-figures.service.ts';
import { cardScreen } from './card-screen.ts';
import { knownPlace } from './place.ts';

/** Whose answers the person may change. */
export const mine = (visit: Visit) => answeringScopes(visit.actor);

/** The message that becomes the next screen: the pressed one, or a new one. In private chats alone. */
export const spotOf = ({ actor, pressed }: Visit): Spot => ({
  chatId: actor.telegramId,
  messageId: pressed,
});

/** The card as a reply, with the numbers of the staff register where it knows them. */
export async function cardReply(visit: Visit, card: CardState): Promise<Reply> {
  return {
    screen: cardScreen(visit, card, await offeredNumbers(visit, card)),
    card: { assessmentId: card.view.assessmentId, item: card.answer.item },
  };
}

/**
 * The item's numbers by the staff register of today; null: it does not know them, or the person may
 * not read it (contributors may not).
 */
export async function offeredNumbers(
  visit: Visit,
  { view, answer }: CardState,
): Promise<readonly number[] | null> {
  const { item } = knownPlace(visit, view, answer.item);
  if (!item.numbers?.register.some((figure) => figure !== null)) return null;
  if (!registerScopes(visit.actor).some(({ orgId }) => orgId === view.orgId)) return null;
  const figures = await staffFigures(visit.work.read, view.orgId, visit.today);
  return numbersByRegister(item, figures, numbersOf(answer.numbers));
}
