import type { IncomingMessage, Reply, Visit } from '../../chat/visit.ts';
import { setComment } from '../../domain/assessment/commenting.service.ts';
import { addEvidence } from '../../domain/assessment/evidence.service.ts';
import { holdMessage } from '../../domain/assessment/holding.service.ts';
import { COMMENT_LIMIT, PLAN_LIMIT } from '../../domain/assessment/model.ts';
import { isReference } from '../../domain/assessment/reference.rules.ts';
import type { CardState } from '../../domain/assessment/step.model.ts';
import { readText } from '../ask/text.ts';
import { parseDate, readDate } from '../ask/date.ts';
import { giveReason } from './not-applicable-actions.ts';
import { knownPlace } from './place.ts';
import { givePlan } from './plan-actions.ts';
import { commentReceipt, evidenceReceipt } from './receipts.ts';
import type { Target } from './target.ts';
import { savedBelow, told } from './told.ts';
import type { Turns } from './turns.ts';
import { answerByNumbers, answerByWord } from './typed-answer.ts';
import { loneAnswer, typedNumbers } from './typed-text.ts';
import { whichItemScreen } from './which-item-screen.ts';
import { mine } from './whose.ts';

/** Reads a cleaned text as what it is: an answer, numbers, a document's number, a plan, a comment. */
export async function takeText(
  turns: Turns,
  visit: Visit,
  message: IncomingMessage,
  text: string,
  target: Target,
  card: CardState,
): Promise<Reply> {
  const { item } = knownPlace(visit, card.view, target.item);
  const word = loneAnswer(text);
  if (target.stage === 'plan' && !isReference(text)) {
    return word
      ? told(turns, visit, visit.t('errors:walk.planWords', { item: item.id }))
      : planTyped(turns, visit, text, target, card);
  }
  if (target.stage === 'reason' && !isReference(text)) {
    const reason = readText(text, visit.t, PLAN_LIMIT);
    const { assessmentId, item: code } = target;
    return reason.ok
      ? giveReason(turns, visit, { assessmentId, item: code, seen: null }, reason.value)
      : told(turns, visit, reason.error);
  }
  if (word) return answerByWord(turns, visit, message, card, word);
  const numbers = item.numbers && !isReference(text) ? typedNumbers(text) : null;
  if (numbers) return answerByNumbers(turns, visit, message, card, numbers);
  return isReference(text)
    ? takeReference(turns, visit, message, text, target)
    : takeComment(turns, visit, message, text, target);
}

/** The part of the plan that is still missing: what, then who, then until when; a date is a date. */
function planTyped(
  turns: Turns,
  visit: Visit,
  text: string,
  target: Target,
  { answer }: CardState,
): Promise<Reply> {
  const at = { assessmentId: target.assessmentId, item: target.item, seen: null };
  const date = parseDate(text) !== null;
  if (answer.planWhat !== null && (date || answer.planWho !== null)) {
    const until = readDate(text, visit.t, visit.today);
    return until.ok
      ? givePlan(turns, visit, at, { planUntil: until.value })
      : told(turns, visit, until.error);
  }
  const words = readText(text, visit.t, PLAN_LIMIT);
  if (!words.ok) return told(turns, visit, words.error);
  const part = answer.planWhat === null ? { planWhat: words.value } : { planWho: words.value };
  return givePlan(turns, visit, at, part);
}

async function takeReference(
  turns: Turns,
  visit: Visit,
  message: IncomingMessage,
  text: string,
  target: Target,
): Promise<Reply> {
  if (target.or !== null) return ask(turns, visit, message, text, target, target.or);
  const result = await addEvidence(visit.work, mine(visit), target, { reference: text }, message);
  return result.ok
    ? savedBelow(
        turns,
        visit,
        target.assessmentId,
        evidenceReceipt(visit.t, 'added', [result.value], false),
      )
    : turns.refusal(visit, result.error, target);
}

/** Puts the text in the place of the present comment, unless it is too long to stand on a card. */
async function takeComment(
  turns: Turns,
  visit: Visit,
  message: IncomingMessage,
  text: string,
  target: Target,
): Promise<Reply> {
  const n = [...text].length;
  if (n > COMMENT_LIMIT) {
    return told(turns, visit, visit.t('errors:walk.commentLong', { n, max: COMMENT_LIMIT }));
  }
  if (target.or !== null) return ask(turns, visit, message, text, target, target.or);
  const result = await setComment(visit.work, mine(visit), target, text, null, message);
  return result.ok
    ? savedBelow(
        turns,
        visit,
        target.assessmentId,
        commentReceipt(visit.t, target.assessmentId, result.value),
      )
    : turns.refusal(visit, result.error, target);
}

/** Within two minutes after an answer: which of the two is meant? Until then the text is kept. */
async function ask(
  turns: Turns,
  visit: Visit,
  message: IncomingMessage,
  text: string,
  target: Target,
  or: number,
): Promise<Reply> {
  const given = { text, file: null, source: message };
  const held = await holdMessage(visit.work, mine(visit), target, given);
  if (!held.ok) return turns.refusal(visit, held.error, target);
  const { assessmentId, item } = target;
  const { messageId } = message;
  const screen = whichItemScreen(visit.t, assessmentId, messageId, [or, item], text);
  return { screen, card: { assessmentId, item } };
}
