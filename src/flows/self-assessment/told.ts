import type { Screen } from '../../chat/screen.ts';
import type { Reply, Visit } from '../../chat/visit.ts';
import type { Turns } from './turns.ts';

/** A receipt or a sentence, and below it what is open, so that the next tap is never out of sight. */
export async function below(turns: Turns, visit: Visit, note: Screen): Promise<Reply> {
  return { note, ...(await turns.present(visit)) };
}

/** The receipt of what was saved, and below it the next doubt where one was being mended. */
export async function savedBelow(
  turns: Turns,
  visit: Visit,
  assessmentId: number,
  note: Screen,
): Promise<Reply> {
  const doubt = await turns.nextDoubt(visit, assessmentId);
  return doubt ? { ...doubt, note } : below(turns, visit, note);
}

/** Why nothing was saved (Telegram HTML), and what is open below it. */
export const told = (turns: Turns, visit: Visit, sentence: string): Promise<Reply> =>
  below(turns, visit, { text: sentence, rows: [] });
