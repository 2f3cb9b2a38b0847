import { encode } from '../../chat/callback.ts';
import type { Screen } from '../../chat/screen.ts';
import type { Key, Translate } from '../../chat/translator.ts';
import type { Action, MessageHandler, Reply } from '../../chat/visit.ts';
import { organisationScopes } from '../../domain/access/rules.ts';
import {
  attachSigned,
  awaitSigned,
  SIGNED_PAGE,
  signedAwaited,
} from '../../domain/assessment/signed-page.service.ts';
import { receiveFile } from '../ask/file.ts';
import { sizeWords } from '../reading/words.ts';
import { check } from './check.ts';
import { refusedReply } from './refusals.ts';

/** A page with signatures is a scan or a photo; what can be edited is none. */
const SCANS: readonly string[] = ['application/pdf', 'image/jpeg', 'image/png'];

/** From here the next file is the signed page; any button of this message leads out. */
export const onSigned: Action = async (visit, [assessmentId = 0]) => {
  const { work, actor, pressed, t } = visit;
  const asked = await awaitSigned(work, organisationScopes(actor), {
    assessmentId,
    chatId: actor.telegramId,
    messageId: pressed,
  });
  if (!asked.ok) return refusedReply(visit, asked.error);
  return waiting(assessmentId, 'submitting:signed.ask', t);
};

/** The question, awaiting the file (again). */
const waiting = (assessmentId: number, key: Key, t: Translate): Reply => ({
  screen: askScreen(assessmentId, key, t),
  card: { assessmentId, item: SIGNED_PAGE },
});

const askScreen = (assessmentId: number, key: Key, t: Translate): Screen => {
  const data = encode('check', [assessmentId]);
  return { text: t(key), rows: [[{ text: t.plain('submitting:button.signedCancel'), data }]] };
};

/** Takes what comes while the signed page is awaited: the file, or a word about what is awaited. */
export const onMessage: MessageHandler = async (visit, message) => {
  const { work, actor, t, around } = visit;
  const assessmentId = message.edited ? null : await signedAwaited(work);
  if (assessmentId === null) return null;
  if (!message.file) return waiting(assessmentId, 'submitting:signed.waiting', t);
  const received = await receiveFile(visit, message.file, t.plain('submitting:signed.name'));
  if (!received.ok) return waiting(assessmentId, received.error, t);
  const { name, mime, size, path } = received.value;
  if (!SCANS.includes(mime)) {
    await around.files.remove(path);
    return waiting(assessmentId, 'submitting:signed.unsuitable', t);
  }
  const scopes = organisationScopes(actor);
  const attached = await attachSigned(work, scopes, assessmentId, received.value);
  if (!attached.ok) {
    await around.files.remove(path);
    return refusedReply(visit, attached.error, await check(visit, assessmentId));
  }
  const text = t('submitting:signed.received', { name, size: sizeWords(size, t) });
  return { ...(await check(visit, assessmentId)), note: { text, rows: [] } };
};
