import type { IncomingFile, IncomingMessage, Reply, Visit } from '../../chat/visit.ts';
import type { Evidence } from '../../domain/assessment/evidence.model.ts';
import { addEvidence } from '../../domain/assessment/evidence.service.ts';
import {
  albumOf,
  evidenceOfMessage,
  filesSoFar,
  receiptOf,
} from '../../domain/assessment/evidence-reading.service.ts';
import { holdMessage } from '../../domain/assessment/holding.service.ts';
import { cleanText } from '../../domain/summary/clean-text.rules.ts';
import { receiveFile } from '../ask/file.ts';
import { cardBehind } from './card-behind.ts';
import { personalData } from './item-edition.ts';
import { evidenceReceipt } from './receipts.ts';
import type { Target } from './target.ts';
import { below, told } from './told.ts';
import type { Turns } from './turns.ts';
import { whichItemScreen } from './which-item-screen.ts';
import { mine } from './whose.ts';

/** A photo or document: refused before fetching when too large, then kept with its caption. */
export async function takeFile(
  turns: Turns,
  visit: Visit,
  message: IncomingMessage,
  file: IncomingFile,
  target: Target,
): Promise<Reply> {
  const { t, work } = visit;
  const { assessmentId, item, or } = target;
  const before = await evidenceOfMessage(work, assessmentId, message);
  if (before) return receipt(turns, visit, message, target, before);
  const caption = cleanText(message.caption ?? '') || null;
  const n = file.name === null ? (await filesSoFar(work, target)) + 1 : 0;
  const received = await receiveFile(visit, file, t.plain('walk:receipt.photo', { n }));
  if (!received.ok) return told(turns, visit, t(received.error));
  if (or !== null) {
    const given = { text: caption, file: received.value, source: message };
    const held = await holdMessage(work, mine(visit), target, given);
    if (!held.ok) return turns.refusal(visit, held.error, target);
    if (!held.value.first) return {};
    const { name } = received.value;
    const screen = whichItemScreen(t, assessmentId, message.messageId, [or, item], name);
    return { screen, card: { assessmentId, item } };
  }
  const addition = { file: received.value, caption };
  const result = await addEvidence(work, mine(visit), target, addition, message);
  return result.ok
    ? receipt(turns, visit, message, target, result.value)
    : turns.refusal(visit, result.error, target);
}

/** One receipt names all files of an album: each further one completes it, and the card below it. */
async function receipt(
  turns: Turns,
  visit: Visit,
  message: IncomingMessage,
  { assessmentId }: Target,
  evidence: Evidence,
): Promise<Reply> {
  const personal = await personalData(visit, evidence);
  const album = (await albumOf(visit.work, assessmentId, message)).filter(
    ({ item }) => item === evidence.item,
  );
  const [first] = album;
  if (first && album.length > 1) {
    const messageId = await receiptOf(visit.work, first.id);
    const behind = await cardBehind(visit, assessmentId, [evidence.item]);
    if (messageId === null) return turns.present(visit);
    const screen = evidenceReceipt(visit.t, 'added', album, personal);
    return { edits: [{ messageId, screen }, ...behind] };
  }
  const note = evidenceReceipt(visit.t, 'added', [evidence], personal);
  return { ...(await below(turns, visit, note)), noteOf: evidence.id };
}
