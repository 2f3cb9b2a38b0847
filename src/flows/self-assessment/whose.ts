import type { Reply, Visit } from '../../chat/visit.ts';
import { answeringScopes } from '../../domain/access/rules.ts';
import type { CardState, Spot } from '../../domain/assessment/step.model.ts';
import { cardScreen } from './card-screen.ts';

/** Whose answers the person may change. */
export const mine = (visit: Visit) => answeringScopes(visit.actor);

/** The message that becomes the next screen: the pressed one, or a new one. In private chats alone. */
export const spotOf = ({ actor, pressed }: Visit): Spot => ({
  chatId: actor.telegramId,
  messageId: pressed,
});

export const cardReply = (visit: Visit, card: CardState): Reply => ({
  screen: cardScreen(visit, card),
  card: { assessmentId: card.view.assessmentId, item: card.answer.item },
});
