import type { IncomingMessage, MessageHandler, Reply, Visit } from '../../chat/visit.ts';
import { rewordEvidence } from '../../domain/assessment/evidence.service.ts';
import { givenBy } from '../../domain/assessment/evidence-reading.service.ts';
import { REFERENCE_LIMIT } from '../../domain/assessment/model.ts';
import { standingsOf } from '../../domain/assessment/opening.service.ts';
import { cardNow, openPlace } from '../../domain/assessment/showing.service.ts';
import { cleanText } from '../../domain/summary/clean-text.rules.ts';
import { evidenceReceipt } from './receipts.ts';
import { takeFile } from './sent-file.ts';
import { type Target, targetOf } from './target.ts';
import { below, told } from './told.ts';
import type { Turns } from './turns.ts';
import { takeText } from './typed-message.ts';
import { mine } from './whose.ts';

/**
 * What an officer writes or sends: it belongs to the card replied to, else to the open one. null: the
 * person answers nothing, or it is a command.
 */
export function messageHandler(turns: Turns): MessageHandler {
  return async (visit, message) => {
    if (mine(visit).length === 0 || message.text?.startsWith('/')) return null;
    const { t } = visit;
    if (message.other !== null) return told(turns, visit, t('errors:walk.unreadable'));
    if (message.edited) {
      const again = await edited(turns, visit, message);
      if (again) return again;
    }
    const target = await targetOf(visit, message, await openPlace(visit.work));
    if (target) return take(turns, visit, message, target);
    const locked = await nothingToAnswer(visit);
    return told(turns, visit, t(locked ? 'errors:walk.locked' : 'errors:walk.noCard'));
  };
}

/** Whether all that the person's organisations take part in has been sent. */
async function nothingToAnswer(visit: Visit): Promise<boolean> {
  const running = (await standingsOf(visit.work, mine(visit))).filter(({ closed }) => !closed);
  return running.length > 0 && running.every(({ state }) => state !== 'draft');
}

async function take(
  turns: Turns,
  visit: Visit,
  message: IncomingMessage,
  target: Target,
): Promise<Reply> {
  const card = await cardNow(visit.work, mine(visit), target.assessmentId, target.item, 0);
  if (!card) return turns.refusal(visit, { code: 'foreign' }, target);
  if (card.view.closed) return turns.refusal(visit, { code: 'closed' }, target);
  if (card.view.state !== 'draft') return turns.refusal(visit, { code: 'locked' }, target);
  if (message.file) return takeFile(turns, visit, message, message.file, target);
  const text = cleanText(message.text ?? '');
  if (text === '') return told(turns, visit, visit.t('errors:walk.empty'));
  return takeText(turns, visit, message, text, target, card);
}

/** An edited message says anew what it said before; null: it gave nothing, so it is taken as a new one. */
async function edited(turns: Turns, visit: Visit, message: IncomingMessage): Promise<Reply | null> {
  const given = await givenBy(visit.work, message);
  if (!given) return null;
  const { at, evidence } = given;
  if (!evidence) return take(turns, visit, message, { ...at, stage: 'card', or: null });
  const text = cleanText(message.text ?? message.caption ?? '');
  const n = [...text].length;
  if (text === '') return told(turns, visit, visit.t('errors:walk.empty'));
  if (evidence.kind === 'reference' && n > REFERENCE_LIMIT) {
    const sentence = visit.t('errors:walk.referenceLong', { n, max: REFERENCE_LIMIT });
    return told(turns, visit, sentence);
  }
  const { assessmentId } = at;
  const result = await rewordEvidence(visit.work, mine(visit), assessmentId, evidence.id, text);
  return result.ok
    ? below(turns, visit, evidenceReceipt(visit.t, 'reworded', [result.value], false))
    : turns.refusal(visit, result.error, at);
}
