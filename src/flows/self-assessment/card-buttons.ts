import type { ActionName } from '../../chat/actions.ts';
import { encode } from '../../chat/callback.ts';
import type { Button } from '../../chat/screen.ts';
import type { Visit } from '../../chat/visit.ts';
import type { Answer } from '../../domain/assessment/model.ts';
import { asksPlan } from '../../domain/assessment/rating.rules.ts';
import type { CardState } from '../../domain/assessment/step.model.ts';
import { DIRECTIONS_A_PAGE } from './directions-screen.ts';
import { registerWords } from './number-words.ts';
import { ratingRows } from './rating-buttons.ts';
import type { ItemPlace } from './place.ts';

type Rows = readonly (readonly Button[])[];

/**
 * All buttons of a card: the answers, then what goes with an answer, then the ways to other items.
 * Types with long keyboards have the short ones by threes, so that the question stays in sight.
 */
export function cardRows(
  visit: Visit,
  card: CardState,
  place: ItemPlace,
  offered: readonly number[] | null,
): Rows {
  const { t } = visit;
  const { view, answer } = card;
  const { assessmentId } = view;
  const { code, direction } = place;
  const button = (text: string, action: ActionName, ...args: number[]): Button => ({
    text,
    data: encode(action, [assessmentId, ...args]),
  });
  const page = Math.floor((direction.number - 1) / DIRECTIONS_A_PAGE);
  const back = button(t.plain('walk:button.back'), 'back', code);
  const directions = (text: string): Button => button(text, 'directions', page);
  const ways: Rows = [[back, directions(t.plain('walk:button.directions'))]];
  if (view.closed || view.state !== 'draft') return ways;
  const unanswered = answer.rating === null;
  const later = button(
    t.plain(unanswered ? 'walk:button.later' : 'walk:button.next'),
    'later',
    code,
    answer.revision,
  );
  const comment = button(t.plain('walk:button.comment'), 'comment', code);
  const document = (text: string): Button => button(text, 'evidence', code);
  const { personalData } = direction;
  const kept: Button[] = [];
  if (asksPlan(answer.rating)) kept.push(button(t.plain('walk:button.plan'), 'plan', code));
  if (!isEmpty(answer)) {
    kept.push(button(t.plain('walk:button.undo'), 'undo', code, answer.revision));
  }
  // Nothing is left to answer: she looks at it from the check. Last, so that no answer moves.
  const checking: Rows =
    card.answered === place.total
      ? [[{ ...button(t.plain('walk:button.checkOn'), 'checkOn'), style: 'primary' }]]
      : [];
  const answers = ratingRows(visit, card, place, later);
  const byRegister: Rows = offered
    ? [[button(registerWords(t, offered), 'registerNumbers', code, answer.revision)]]
    : [];
  const apart = kept.map((one) => [one]);
  if (place.item.type === 'rating') {
    const words = t.plain(personalData ? 'walk:button.reference' : 'walk:button.evidence');
    return [...answers, [document(words), comment], ...apart, ...ways, ...checking];
  }
  const words = t.plain(personalData ? 'walk:third.reference' : 'walk:third.evidence');
  const own = [document(words), comment, directions(t.plain('walk:third.directions'))];
  return [...byRegister, ...answers, own, ...apart, [back, later], ...checking];
}

/**
 * Nothing to take back: it was at most put off, or ticked in part. A tick is taken back by its own
 * button, and a row that came with the first tick would push the others from under the finger.
 */
const isEmpty = ({ rating, numbers, comment }: Answer): boolean =>
  rating === null && numbers === null && comment === null;
