import { encode } from '../../chat/callback.ts';
import type { Reply, Visit } from '../../chat/visit.ts';
import type { Answered } from '../../domain/assessment/answering.service.ts';
import type { Item } from '../../domain/checklist/model.ts';
import { numbersRepeated } from './number-words.ts';
import type { Turns } from './turns.ts';
import { answerWords, small } from './wording.ts';

/** What comes next, and above it the numbers as they were taken, with the way to give others. */
export async function numbersReply(
  turns: Turns,
  visit: Visit,
  assessmentId: number,
  { changed, step }: Answered,
  item: Item,
  numbers: readonly number[],
): Promise<Reply> {
  const { t } = visit;
  const { rating, fact } = changed.after;
  const reply = await turns.step(visit, step);
  if (rating === null) return reply;
  const words = {
    item: item.id,
    numbers: numbersRepeated(t, item, numbers),
    answer: small(answerWords(t, item, { rating, fact })),
  };
  const again = {
    text: t.plain('walk:numbers.again'),
    data: encode('numbersAgain', [assessmentId, changed.after.item]),
  };
  return { ...reply, note: { text: t('walk:numbers.saved', words), rows: [[again]] } };
}
