import type { Outgoing, Recipient } from '../../chat/outgoing.ts';
import { loadActor } from '../../domain/access/actor.service.ts';
import type { Actor } from '../../domain/access/model.ts';
import type { PaperLanguage } from '../../domain/shared/language.ts';
import type { PaperJob, SubmissionFormat } from '../../domain/summary/paper-job.model.ts';
import { SUBMISSION_FORMATS } from '../../domain/summary/paper-job.model.ts';

/** The recipient with the rights of this moment; null: a group, or nobody the bot knows any more. */
export const actorOf = async ({ reader, personId, chatId }: Recipient): Promise<Actor | null> => {
  const actor = personId === 0 ? null : await loadActor(reader, chatId);
  return actor?.personId === personId ? actor : null;
};

/** A paper made now, off the bot's thread; a picture is shown as one. */
export async function paperMessage(
  job: PaperJob,
  { around }: Recipient,
  caption: string,
): Promise<Outgoing> {
  const { bytes, fileName, mime } = await around.papers.make(job);
  const kind = mime === 'image/png' ? 'photo' : 'document';
  return { kind, bytes, fileName, mime, caption };
}

/** Format and language as an owed message keeps them. */
export function paperKind(
  format: unknown,
  language: unknown,
): { readonly format: SubmissionFormat; readonly language: PaperLanguage } {
  const known = SUBMISSION_FORMATS.find((one) => one === format) ?? 'pdf';
  return { format: known, language: language === 'ru' ? 'ru' : 'ky' };
}
