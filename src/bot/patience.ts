import { HttpError, type Transformer } from 'grammy';
import type { Limiter } from './limiter.ts';

/** Waits between tries after a failure of the line or of Telegram, in milliseconds. */
const PAUSES = [500, 2000, 5000, 15_000];

/** So often a call is made again after 429; then whoever called decides. */
const FLOODS = 5;

/** The long poll has a loop of its own; these are never sent again here. */
const ONCE = new Set(['getUpdates', 'setWebhook', 'deleteWebhook', 'logOut', 'close']);

/** Sent twice, these make a second message. */
const makesMessage = (method: string): boolean => /^(send|copy|forward)/.test(method);

/** Milliseconds after which an answer is no longer waited for: a person waits on the other side. */
const PROMPT = 25_000;

/** A file may take long on a thin line: grammY's own time-out holds. */
const UPLOADS = new Set(['sendDocument', 'sendPhoto', 'sendMediaGroup']);

/** The line was never up, so nothing can have been applied. */
function neverSent(error: HttpError): boolean {
  const cause = error.error as { code?: string } | undefined;
  return ['ECONNREFUSED', 'ENOTFOUND', 'UND_ERR_CONNECT_TIMEOUT'].includes(cause?.code ?? '');
}

export interface PatienceOptions {
  readonly limiter: Limiter;
  /** Rejects when the service stops: nobody waits any more. */
  readonly sleep: (ms: number) => Promise<void>;
  /** Counted for /metrics: why a call was made again. */
  readonly onRetry: (reason: 'flood' | 'server' | 'line') => void;
  /** Milliseconds for an answer; only tests are shorter. */
  readonly prompt?: number;
}

/**
 * 429 is waited out for as long as Telegram says, and nothing else goes to that chat meanwhile; 5xx
 * and failures of the line are tried again. A message whose fate is unknown is sent once more at most.
 */
export function patience(options: PatienceOptions): Transformer {
  const { limiter, sleep, onRetry, prompt = PROMPT } = options;
  return async (previous, method, payload, signal) => {
    if (ONCE.has(method)) return previous(method, payload, signal);
    const chatId = Number((payload as { chat_id?: number | string }).chat_id ?? 0);
    for (let failures = 0, floods = 0; ; ) {
      for (let rest = held(limiter, chatId); rest > 0; rest = held(limiter, chatId)) {
        await sleep(rest);
      }
      const pause = PAUSES[failures];
      try {
        const cut = UPLOADS.has(method) ? signal : AbortSignal.timeout(prompt);
        const answer = await previous(method, payload, cut as typeof signal);
        if (answer.ok) return answer;
        const flood = answer.parameters?.retry_after;
        if (answer.error_code === 429 && flood !== undefined) {
          limiter.hold(chatId, flood * 1000);
          if (floods === FLOODS) return answer;
          floods += 1;
          onRetry('flood');
          await sleep(flood * 1000);
        } else if (answer.error_code >= 500 && pause !== undefined) {
          failures += 1;
          onRetry('server');
          await sleep(pause);
        } else return answer;
      } catch (error) {
        if (!(error instanceof HttpError) || pause === undefined) throw error;
        if (makesMessage(method) && !neverSent(error) && failures > 0) throw error;
        failures += 1;
        onRetry('line');
        await sleep(pause);
      }
    }
  };
}

const held = (limiter: Limiter, chatId: number): number =>
  chatId === 0 ? 0 : limiter.held(chatId);
