import type { Reply, Visit } from '../../chat/visit.ts';
import type { ReviewRefusal } from '../../domain/review/model.ts';

/** The sentence over the chat; nothing of the submission is shown. */
export function refusedReply({ t }: Visit, { code, values = {} }: ReviewRefusal): Reply {
  const toast =
    code === 'review.foreign'
      ? t.plain('errors:access.notYours')
      : t.plain(`errors:${code}`, values);
  return { toast, alert: true };
}
