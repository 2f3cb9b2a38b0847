import { escapeHtml } from '../../chat/html.ts';
import type { Reply, Visit } from '../../chat/visit.ts';
import { momentOf } from '../../domain/assessment/moment.rules.ts';
import type { SubmissionRefusal } from '../../domain/assessment/submission.model.ts';
import { shown } from '../../domain/shared/local-date.ts';

/** Why nothing was done, with the cure. */
export async function refusalSentence(visit: Visit, refusal: SubmissionRefusal): Promise<string> {
  const { t, around } = visit;
  const { code, values = {} } = refusal;
  switch (code) {
    case 'submission.foreign':
      return t.plain('errors:access.notYours');
    case 'submission.closed':
    case 'submission.noHead': {
      const phone = await around.contactPhone();
      return phone === null
        ? t.plain(`errors:${code}NoPhone`)
        : t.plain(`errors:${code}`, { phone });
    }
    case 'submission.opened': {
      const { on, time } = momentOf(Number(values.at), around.timeZone);
      return t.plain('errors:submission.opened', { date: shown(on), time });
    }
    case 'submission.incomplete':
    case 'submission.changed':
    case 'submission.changedSinceRead':
    case 'submission.unconfirmed':
    case 'submission.locked':
    case 'submission.withdrawn':
      return t.plain(`errors:${code}`, values);
  }
}

/** After a tap the sentence over the chat, after a message a message; and the present state, if any. */
export async function refusedReply(
  visit: Visit,
  refusal: SubmissionRefusal,
  present: Reply = {},
): Promise<Reply> {
  const sentence = await refusalSentence(visit, refusal);
  return visit.pressed === null
    ? { ...present, note: { text: escapeHtml(sentence), rows: [] } }
    : { ...present, toast: sentence, alert: true };
}
