import type { Reply, Visit } from '../../chat/visit.ts';
import { placeCode } from '../../domain/assessment/card-place.rules.ts';
import { doubtInHand } from '../../domain/assessment/doubt-in-hand.service.ts';
import type { ChangeRefusal } from '../../domain/assessment/model.ts';
import { cardNow, openPlace, resume, showItem } from '../../domain/assessment/showing.service.ts';
import type { Step } from '../../domain/assessment/step.model.ts';
import { planScreen } from './plan-screen.ts';
import { reasonScreen } from './reason-screen.ts';
import { refusalWords } from './refusal-words.ts';
import { cardReply, mine, spotOf } from './whose.ts';

/** The screens of other journeys to which the walk leads. */
export interface Neighbours {
  /** The check before sending, after the last item. */
  check(visit: Visit, assessmentId: number): Promise<Reply>;
  /** The first doubt of the check behind the one of this key; behind the last one the check. */
  nextDoubt(visit: Visit, assessmentId: number, after: number): Promise<Reply>;
  /** What was sent. */
  sent(visit: Visit, assessmentId: number): Promise<Reply>;
  home(visit: Visit): Promise<Reply>;
}

export interface Turns {
  /** What comes after an answer, as the person sees it. */
  step(visit: Visit, step: Step): Promise<Reply>;
  /** Why nothing was written, over the item as it is now. */
  refusal(
    visit: Visit,
    refusal: ChangeRefusal,
    at: { readonly assessmentId: number; readonly item: number },
  ): Promise<Reply>;
  /** What is open, as a new message: after a crash, /assess, a button that leads nowhere. */
  present(visit: Visit): Promise<Reply>;
  /** The doubt behind the one she has just mended; null: she came from none. */
  nextDoubt(visit: Visit, assessmentId: number): Promise<Reply | null>;
  /** A button out of date: nothing has changed, and what is open comes below. */
  stale(visit: Visit): Promise<Reply>;
  readonly neighbours: Neighbours;
}

export function createTurns(neighbours: Neighbours): Turns {
  const turns: Turns = {
    neighbours,
    async step(visit, step) {
      switch (step.at) {
        case 'card':
          return cardReply(visit, step.card);
        case 'plan': {
          const { view, answer } = step;
          const card = {
            assessmentId: view.assessmentId,
            item: placeCode('plan', answer.item),
          };
          return { screen: planScreen(visit, view, answer), card };
        }
        case 'end': {
          const { state, assessmentId } = step.view;
          if (state !== 'draft') return neighbours.sent(visit, assessmentId);
          const doubt = await turns.nextDoubt(visit, assessmentId);
          return doubt ?? neighbours.check(visit, assessmentId);
        }
        default:
          return step satisfies never;
      }
    },
    async refusal(visit, refusal, at) {
      if (refusal.code === 'unsuitable') return turns.stale(visit);
      const words = await refusalWords(visit, refusal, at);
      if (visit.pressed === null) {
        const { screen, card } = await turns.present(visit);
        return { note: { text: words.html, rows: [] }, screen, card };
      }
      const told = { toast: words.plain, alert: true };
      const { assessmentId, item } = at;
      const shown =
        refusal.code === 'foreign'
          ? null
          : await showItem(visit.work, mine(visit), assessmentId, item, spotOf(visit));
      return shown?.ok ? { ...told, ...(await cardReply(visit, shown.value)) } : told;
    },
    async present(visit) {
      const open = await openPlace(visit.work);
      const inHand = open ? null : await doubtInHand(visit.work);
      if (inHand) {
        const doubt = await neighbours.nextDoubt(visit, inHand.assessmentId, inHand.key - 1);
        return { ...doubt, fresh: true };
      }
      const { assessmentId, place, lastItem } = open ?? {};
      const card =
        assessmentId && place
          ? await cardNow(visit.work, mine(visit), assessmentId, place.item, lastItem ?? 0)
          : null;
      if (!card || !place || card.view.closed || card.view.state !== 'draft') {
        return { ...(await neighbours.home(visit)), fresh: true };
      }
      const { view, answer } = card;
      const code = placeCode(place.stage, place.item);
      const where = { card: { assessmentId: view.assessmentId, item: code }, fresh: true };
      if (place.stage === 'plan') return { screen: planScreen(visit, view, answer), ...where };
      if (place.stage === 'reason') return { screen: reasonScreen(visit, card), ...where };
      if (answer.rating === null || place.item !== lastItem) {
        return { ...(await cardReply(visit, card)), fresh: true };
      }
      const anew = { ...spotOf(visit), messageId: null };
      const next = await resume(visit.work, mine(visit), view.assessmentId, anew);
      return next.ok
        ? { ...(await turns.step(visit, next.value)), fresh: true }
        : turns.refusal(visit, next.error, { assessmentId: view.assessmentId, item: place.item });
    },
    async nextDoubt(visit, assessmentId) {
      const inHand = await doubtInHand(visit.work);
      return inHand?.assessmentId === assessmentId
        ? neighbours.nextDoubt(visit, assessmentId, inHand.key)
        : null;
    },
    async stale(visit) {
      const reply = await turns.present(visit);
      const { t } = visit;
      return visit.pressed === null
        ? reply
        : { ...reply, toast: t.plain('errors:walk.stale'), alert: true };
    },
  };
  return turns;
}
