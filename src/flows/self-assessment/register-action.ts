import type { Action } from '../../chat/visit.ts';
import { answerItem } from '../../domain/assessment/answering.service.ts';
import { numbersGiven } from '../../domain/assessment/rating.rules.ts';
import { cardNow } from '../../domain/assessment/showing.service.ts';
import { wantedOf } from './answer-actions.ts';
import { numbersReply } from './numbers-reply.ts';
import { knownPlace } from './place.ts';
import type { Turns } from './turns.ts';
import { mine, offeredNumbers, spotOf } from './whose.ts';

/** Answers with the numbers of the staff register as it stands now, whatever the button said. */
export const registerAction =
  (turns: Turns): Action =>
  async (visit, [assessmentId = 0, item = 0, seen = 0]) => {
    const at = { assessmentId, item };
    const card = await cardNow(visit.work, mine(visit), assessmentId, item, 0);
    if (!card) return turns.refusal(visit, { code: 'foreign' }, at);
    const numbers = await offeredNumbers(visit, card);
    if (!numbers) return turns.stale(visit);
    const patch = wantedOf(visit, (of, now) => {
      const given = numbersGiven(of, now, numbers);
      return given.ok ? given.value : null;
    });
    const result = await answerItem(visit.work, mine(visit), { ...at, seen, patch }, spotOf(visit));
    if (!result.ok) return turns.refusal(visit, result.error, at);
    const place = knownPlace(visit, card.view, item);
    return numbersReply(turns, visit, assessmentId, result.value, place.item, numbers);
  };
