import type { Visit, IncomingMessage, Reply } from '../../chat/visit.ts';
import { answerItem } from '../../domain/assessment/answering.service.ts';
import { numbersGiven, partsRated, ratedBy } from '../../domain/assessment/rating.rules.ts';
import type { CardState } from '../../domain/assessment/step.model.ts';
import type { NumbersRefusal } from '../../domain/checklist/rating.rules.ts';
import { type Wanted, wantedOf } from './answer-actions.ts';
import { numbersReply } from './numbers-reply.ts';
import { numbersSentence } from './number-words.ts';
import { knownPlace } from './place.ts';
import { told } from './told.ts';
import type { Turns } from './turns.ts';
import { mine, spotOf } from './whose.ts';
import { ratingWords } from './wording.ts';

const WANTED: Readonly<Record<'yes' | 'partly' | 'no', Wanted>> = {
  yes: (item, now) => partsRated(item, now, 'all') ?? ratedBy(item, now, 'yes'),
  partly: (item, now) => ratedBy(item, now, 'partly'),
  no: (item, now) => partsRated(item, now, 'none') ?? ratedBy(item, now, 'no'),
};

/** A lone «ооба», «жок», «жарым-жартылай» answers the item as its button would, where it has one. */
export async function answerByWord(
  turns: Turns,
  visit: Visit,
  message: IncomingMessage,
  card: CardState,
  rating: 'yes' | 'partly' | 'no',
): Promise<Reply> {
  const { t } = visit;
  const { view, answer } = card;
  const { item, code } = knownPlace(visit, view, answer.item);
  // Where something may not have happened, "no" is said of the case as well as of the document.
  if (rating === 'no' && item.noCase) {
    const no = item.type === 'parts' ? t.plain('walk:button.none') : item.no?.[t.language];
    const noCase = ratingWords(t, item, 'no-case');
    const sentence =
      no === undefined
        ? t('errors:walk.useButtons', { item: item.id })
        : t('errors:walk.bareNo', { item: item.id, no, noCase });
    return told(turns, visit, sentence);
  }
  if (WANTED[rating](item, answer) === null) {
    return item.numbers && answer.numbers === null
      ? told(turns, visit, numbersSentence(t, item, 'wrong-count'))
      : told(turns, visit, t('errors:walk.useButtons', { item: item.id }));
  }
  const at = { assessmentId: view.assessmentId, item: code };
  const request = { ...at, seen: null, patch: wantedOf(visit, WANTED[rating]) };
  const spot = { ...spotOf(visit), typed: message.messageId };
  const result = await answerItem(visit.work, mine(visit), request, spot);
  return result.ok ? turns.step(visit, result.value.step) : turns.refusal(visit, result.error, at);
}

/** Typed numbers answer their item by its own rule; the receipt repeats them, for a slip is easily made. */
export async function answerByNumbers(
  turns: Turns,
  visit: Visit,
  message: IncomingMessage,
  card: CardState,
  numbers: readonly number[],
): Promise<Reply> {
  const { t } = visit;
  const { view, answer } = card;
  const { item, code } = knownPlace(visit, view, answer.item);
  const at = { assessmentId: view.assessmentId, item: code };
  let problem: NumbersRefusal | null = null;
  const patch = wantedOf(visit, (of, now) => {
    const given = numbersGiven(of, now, numbers);
    problem = given.ok ? null : given.error;
    return given.ok ? given.value : null;
  });
  const spot = { ...spotOf(visit), typed: message.messageId };
  const result = await answerItem(visit.work, mine(visit), { ...at, seen: null, patch }, spot);
  if (problem !== null) return told(turns, visit, numbersSentence(t, item, problem));
  if (!result.ok) return turns.refusal(visit, result.error, at);
  return numbersReply(turns, visit, at.assessmentId, result.value, item, numbers);
}
