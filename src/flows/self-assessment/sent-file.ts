import type { IncomingFile, IncomingMessage, Reply, Visit } from '../../chat/visit.ts';
import { addEvidence } from '../../domain/assessment/evidence.service.ts';
import {
  evidenceOfMessage,
  firstOfAlbum,
} from '../../domain/assessment/evidence-reading.service.ts';
import { holdMessage } from '../../domain/assessment/holding.service.ts';
import { cleanText } from '../../domain/summary/clean-text.rules.ts';
import { receiveFile } from '../ask/file.ts';
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
  const received = await receiveFile(visit, file, `photo_${message.messageId}`);
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

/** The first file of an album has the receipt, the others only the card below with its count. */
async function receipt(
  turns: Turns,
  visit: Visit,
  message: IncomingMessage,
  target: Target,
  evidence: Parameters<typeof evidenceReceipt>[2][number],
): Promise<Reply> {
  if (await followsInAlbum(visit, message, target, evidence.id)) return turns.present(visit);
  const personal = await personalData(visit, evidence);
  return below(turns, visit, evidenceReceipt(visit.t, 'added', [evidence], personal));
}

async function followsInAlbum(
  visit: Visit,
  message: IncomingMessage,
  { assessmentId }: Target,
  id: number,
): Promise<boolean> {
  const first = await firstOfAlbum(visit.work, assessmentId, message);
  return first !== null && first.id !== id;
}
