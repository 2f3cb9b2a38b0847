import type { ActionName } from '../../chat/actions.ts';
import { encode } from '../../chat/callback.ts';
import type { Button } from '../../chat/screen.ts';
import type { Visit } from '../../chat/visit.ts';
import type { Answer } from '../../domain/assessment/model.ts';
import { asksPlan } from '../../domain/assessment/rating.rules.ts';
import type { CardState } from '../../domain/assessment/step.model.ts';
import { DIRECTIONS_A_PAGE } from './directions-screen.ts';
import { ratingRows } from './rating-buttons.ts';
import type { ItemPlace } from './place.ts';

type Rows = readonly (readonly Button[])[];

/** All buttons of a card: the answers, then what goes with an answer, then the ways to other items. */
export function cardRows(visit: Visit, card: CardState, place: ItemPlace): Rows {
  const { t } = visit;
  const { view, answer } = card;
  const { assessmentId } = view;
  const { code, direction } = place;
  const button = (text: string, action: ActionName, ...args: number[]): Button => ({
    text,
    data: encode(action, [assessmentId, ...args]),
  });
  const page = Math.floor((direction.number - 1) / DIRECTIONS_A_PAGE);
  const ways: Rows = [
    [
      button(t.plain('walk:button.back'), 'back', code),
      button(t.plain('walk:button.directions'), 'directions', page),
    ],
  ];
  if (view.closed || view.state !== 'draft') return ways;
  const later = answer.rating === null ? 'walk:button.later' : 'walk:button.next';
  const document = direction.personalData ? 'walk:button.reference' : 'walk:button.evidence';
  const kept: Button[] = [];
  if (asksPlan(answer.rating)) kept.push(button(t.plain('walk:button.plan'), 'plan', code));
  if (!isEmpty(answer)) {
    kept.push(button(t.plain('walk:button.undo'), 'undo', code, answer.revision));
  }
  return [
    ...ratingRows(visit, card, place, button(t.plain(later), 'later', code, answer.revision)),
    [
      button(t.plain(document), 'evidence', code),
      button(t.plain('walk:button.comment'), 'comment', code),
    ],
    ...kept.map((one) => [one]),
    ...ways,
  ];
}

/** Nothing to take back: it was at most put off. */
const isEmpty = ({ rating, parts, numbers, comment }: Answer): boolean =>
  rating === null && parts === null && numbers === null && comment === null;
