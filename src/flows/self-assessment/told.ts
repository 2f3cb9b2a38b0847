import type { Screen } from '../../chat/screen.ts';
import type { Reply, Visit } from '../../chat/visit.ts';
import type { Turns } from './turns.ts';

/** A receipt or a sentence, and below it what is open, so that the next tap is never out of sight. */
export async function below(turns: Turns, visit: Visit, note: Screen): Promise<Reply> {
  return { note, ...(await turns.present(visit)) };
}

/** Why nothing was saved (Telegram HTML), and what is open below it. */
export const told = (turns: Turns, visit: Visit, sentence: string): Promise<Reply> =>
  below(turns, visit, { text: sentence, rows: [] });
