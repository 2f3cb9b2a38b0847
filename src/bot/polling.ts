import { type Api, GrammyError } from 'grammy';
import type { Update } from 'grammy/types';

/** Seconds a poll waits for news (Telegram allows up to 50). */
const POLL_SECONDS = 30;
/** Milliseconds between tries while Telegram or the line fails. */
const PAUSES = [500, 1000, 3000, 10_000];

/** The kinds of update the bot reads. */
export const ALLOWED_UPDATES = [
  'message',
  'edited_message',
  'callback_query',
  'my_chat_member',
] as const satisfies readonly (keyof Update)[];

export interface PollingOptions {
  readonly api: Api;
  readonly take: (updates: readonly Update[]) => Promise<void>;
  readonly sleep: (ms: number) => Promise<void>;
  readonly onFailure: (error: unknown) => void;
  /** Another program polls with this token (409): said once each time it begins. */
  readonly onConflict: () => void;
}

export interface Polling {
  stop(): Promise<void>;
}

/**
 * Long polling. The offset, which confirms all below it for good, goes to Telegram only after the
 * batch is committed. 401 ends the loop: the token was revoked.
 */
export function startPolling(options: PollingOptions, onEnd: (reason: Error) => void): Polling {
  const { api, take, sleep, onFailure, onConflict } = options;
  const abort = new AbortController();
  let failures = 0;
  let offset: number | undefined;

  const poll = async () => {
    const updates = await api.getUpdates(
      { offset, timeout: POLL_SECONDS, limit: 100, allowed_updates: [...ALLOWED_UPDATES] },
      abort.signal as never,
    );
    await take(updates);
    const last = updates.at(-1);
    if (last) offset = last.update_id + 1;
    failures = 0;
  };

  const run = async () => {
    while (!abort.signal.aborted) {
      try {
        await poll();
      } catch (error) {
        if (abort.signal.aborted) return;
        const code = error instanceof GrammyError ? error.error_code : null;
        if (code === 401 || code === 404) {
          onEnd(
            new Error('Telegram does not know this BOT_TOKEN (any more); ask @BotFather for it.'),
          );
          return;
        }
        if (code === 409) onConflict();
        else onFailure(error);
        const wait = error instanceof GrammyError ? error.parameters.retry_after : undefined;
        await sleep(wait ? wait * 1000 : (PAUSES[Math.min(failures, PAUSES.length - 1)] ?? 0));
        failures += 1;
      }
    }
  };

  const running = run();
  return {
    async stop() {
      abort.abort();
      await running;
      // A last call without waiting confirms what was taken in.
      if (offset !== undefined) {
        await api.getUpdates({ offset, timeout: 0, limit: 1 }).catch(onFailure);
      }
    },
  };
}
