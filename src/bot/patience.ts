import { HttpError, type Transformer } from 'grammy';
import type { Limiter } from './limiter.ts';

/** Waits between tries after a failure of the line or of Telegram, in milliseconds. */
const PAUSES = [500, 2000, 5000, 15_000];

/** The long poll has a loop of its own; these are never sent again here. */
const ONCE = new Set(['getUpdates', 'setWebhook', 'deleteWebhook', 'logOut', 'close']);

/** Sent twice, these make a second message. */
const makesMessage = (method: string): boolean => /^(send|copy|forward)/.test(method);

/** The line was never up, so nothing can have been applied. */
function neverSent(error: HttpError): boolean {
  const cause = error.error as { code?: string } | undefined;
  return ['ECONNREFUSED', 'ENOTFOUND', 'UND_ERR_CONNECT_TIMEOUT'].includes(cause?.code ?? '');
}

export interface PatienceOptions {
  readonly limiter: Limiter;
  readonly sleep: (ms: number) => Promise<void>;
  /** Counted for /metrics: why a call was made again. */
  readonly onRetry: (reason: 'flood' | 'server' | 'line') => void;
  /** Aborted when the service stops: nobody waits any more. */
  readonly stopping: AbortSignal;
}

/**
 * 429 is waited out for as long as Telegram says, and nothing else goes to that chat meanwhile; 5xx
 * and failures of the line are tried again. A message whose fate is unknown is sent once more at most.
 */
export function patience({ limiter, sleep, onRetry, stopping }: PatienceOptions): Transformer {
  return async (previous, method, payload, signal) => {
    if (ONCE.has(method)) return previous(method, payload, signal);
    const chatId = Number((payload as { chat_id?: number | string }).chat_id ?? 0);
    for (let failures = 0, floods = 0; ; ) {
      const rest = limiter.held(chatId);
      if (chatId !== 0 && rest > 0) await sleep(rest);
      const pause = PAUSES[failures];
      try {
        const answer = await previous(method, payload, signal);
        if (answer.ok) return answer;
        const flood = answer.parameters?.retry_after;
        if (answer.error_code === 429 && flood !== undefined && floods < 5) {
          floods += 1;
          onRetry('flood');
          limiter.hold(chatId, flood * 1000);
          await sleep(flood * 1000);
        } else if (answer.error_code >= 500 && pause !== undefined) {
          failures += 1;
          onRetry('server');
          await sleep(pause);
        } else return answer;
      } catch (error) {
        const again = error instanceof HttpError && !stopping.aborted && !signal?.aborted;
        const enough = makesMessage(method) && !neverSent(error as HttpError) && failures >= 1;
        if (!again || pause === undefined || enough) throw error;
        failures += 1;
        onRetry('line');
        await sleep(pause);
      }
      if (stopping.aborted)
        throw new HttpError(`${method}: the service is stopping`, stopping.reason);
    }
  };
}
