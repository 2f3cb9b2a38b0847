import type { ActionName } from '../../chat/actions.ts';
import type { Action, Reply, Visit } from '../../chat/visit.ts';
import {
  answerItem,
  changeAndStay,
  moveOn,
  putOff,
} from '../../domain/assessment/answering.service.ts';
import type { Patch } from '../../domain/assessment/change.rules.ts';
import type { Answer, AssessmentView } from '../../domain/assessment/model.ts';
import { factChosen, partSet, partsRated, ratedBy } from '../../domain/assessment/rating.rules.ts';
import { type Item, RATINGS } from '../../domain/checklist/model.ts';
import { itemPlace } from './place.ts';
import type { Turns } from './turns.ts';
import { cardReply, mine, spotOf } from './whose.ts';

/** What a button of an item wants of its answer; null: it is none of this item's. */
export type Wanted = (item: Item, answer: Answer) => Patch | null;

/** The same, looked up in the edition of the assessment at hand. */
export const wantedOf =
  (visit: Visit, wanted: Wanted) =>
  (answer: Answer, view: AssessmentView): Patch | null => {
    const place = itemPlace(visit, view, answer.item);
    return place && wanted(place.item, answer);
  };

/** The buttons that answer, tick, put off and take back. */
export function answerActions(turns: Turns): Partial<Record<ActionName, Action>> {
  const answer = async (
    visit: Visit,
    [assessmentId = 0, item = 0]: readonly number[],
    seen: number,
    wanted: Wanted,
    ownHaste = false,
  ): Promise<Reply> => {
    const patch = wantedOf(visit, wanted);
    const request = { assessmentId, item, seen, patch, ownHaste };
    const result = await answerItem(visit.work, mine(visit), request, spotOf(visit));
    if (!result.ok) return turns.refusal(visit, result.error, { assessmentId, item });
    return turns.step(visit, result.value.step);
  };
  const stay = async (
    visit: Visit,
    [assessmentId = 0, item = 0]: readonly number[],
    result: Awaited<ReturnType<typeof changeAndStay>>,
  ): Promise<Reply> =>
    result.ok
      ? cardReply(visit, result.value.card)
      : turns.refusal(visit, result.error, { assessmentId, item });

  return {
    rate: (visit, args) => {
      const [, , place = 0, seen = 0] = args;
      const rating = RATINGS[place - 1];
      return answer(visit, args, seen, (item, now) => (rating ? ratedBy(item, now, rating) : null));
    },
    fact: (visit, args) => {
      const [, , place = 0, seen = 0] = args;
      return answer(visit, args, seen, (item) => factChosen(item, place));
    },
    partsAll: (visit, args) =>
      answer(visit, args, args[2] ?? 0, (item, now) => partsRated(item, now, 'all')),
    partsNone: (visit, args) =>
      answer(visit, args, args[2] ?? 0, (item, now) => partsRated(item, now, 'none')),
    // "Done" rates what is ticked in the database: quick ticks of her own stand there already.
    partsDone: async (visit, args) => {
      let nothing = false;
      const reply = await answer(
        visit,
        args,
        args[2] ?? 0,
        (item, now) => {
          if (item.type !== 'parts' || (now.parts ?? 0) !== 0) return partsRated(item, now, 'done');
          nothing = now.rating === null;
          return {};
        },
        true,
      );
      return nothing
        ? { ...reply, toast: visit.t.plain('errors:walk.nothingTicked'), alert: true }
        : reply;
    },
    part: async (visit, args) => {
      const [assessmentId = 0, item = 0, place = 0, on = 0, seen = 0] = args;
      const patch = wantedOf(visit, (of, now) =>
        on > 1 ? null : partSet(of, now, place, on === 1),
      );
      const request = { assessmentId, item, seen, patch, ownHaste: true };
      return stay(
        visit,
        args,
        await changeAndStay(visit.work, mine(visit), request, spotOf(visit)),
      );
    },
    later: async (visit, args) => {
      const [assessmentId = 0, item = 0, revision = 0] = args;
      const request = { assessmentId, item, revision };
      const result = await putOff(visit.work, mine(visit), request, spotOf(visit));
      return result.ok
        ? turns.step(visit, result.value)
        : turns.refusal(visit, result.error, { assessmentId, item });
    },
    planSkip: async (visit, args) => {
      const [assessmentId = 0, item = 0] = args;
      const result = await moveOn(visit.work, mine(visit), assessmentId, item, spotOf(visit));
      return result.ok
        ? turns.step(visit, result.value)
        : turns.refusal(visit, result.error, { assessmentId, item });
    },
  };
}
