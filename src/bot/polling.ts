import { type Api, GrammyError } from 'grammy';
import type { Update } from 'grammy/types';
import { askedToWait } from './telegram-errors.ts';

/** Seconds a poll waits for news (Telegram allows up to 50). */
const POLL_SECONDS = 30;
/** Milliseconds between tries while Telegram or the line fails. */
const PAUSES = [500, 1000, 3000, 10_000];
/** Milliseconds the last call may take. */
const CONFIRMING = 3000;

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
  /** Rejects when the service stops. */
  readonly sleep: (ms: number) => Promise<void>;
  /** Telegram or the line failed; the loop goes on. */
  readonly onFailure: (error: unknown) => void;
  /** A batch could not be written (a full disk); Telegram keeps it and the loop goes on. */
  readonly onRefused: (error: unknown) => void;
  /** Another program polls with this token (409): said once each time it begins. */
  readonly onConflict: () => void;
}

class NotTaken extends Error {
  constructor(cause: unknown) {
    super('The updates could not be taken in', { cause });
  }
}

export interface Polling {
  stop(): Promise<void>;
}

/**
 * Long polling. The offset, which confirms all below it for good, goes to Telegram only after the
 * batch is committed. 401 ends the loop: the token was revoked.
 */
export function startPolling(options: PollingOptions, onEnd: (reason: Error) => void): Polling {
  const { api, sleep, onFailure, onRefused, onConflict } = options;
  const abort = new AbortController();
  let failures = 0;
  let conflict = false;
  let offset: number | undefined;

  const take = async (updates: readonly Update[]) => {
    try {
      await options.take(updates);
    } catch (error) {
      throw new NotTaken(error);
    }
  };

  const poll = async () => {
    const updates = await api.getUpdates(
      { offset, timeout: POLL_SECONDS, limit: 100, allowed_updates: [...ALLOWED_UPDATES] },
      abort.signal as never,
    );
    await take(updates);
    if (updates.length > 0) offset = Math.max(...updates.map(({ update_id }) => update_id)) + 1;
    failures = 0;
    conflict = false;
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
        if (code === 409 && !conflict) onConflict();
        else if (error instanceof NotTaken) onRefused(error.cause);
        else if (code !== 409) onFailure(error);
        conflict = code === 409;
        const pause = PAUSES[Math.min(failures, PAUSES.length - 1)] ?? 0;
        failures += 1;
        await sleep(askedToWait(error) ?? pause).catch(() => abort.abort());
      }
    }
  };

  const running = run();
  return {
    async stop() {
      abort.abort();
      await running;
      // A last call without waiting confirms what was taken in; unconfirmed, it comes again and is known.
      if (offset !== undefined) {
        const soon = AbortSignal.timeout(CONFIRMING);
        await api.getUpdates({ offset, timeout: 0, limit: 1 }, soon as never).catch(onFailure);
      }
    },
  };
}
