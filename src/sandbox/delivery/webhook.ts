import type { PendingUpdate, Updates } from './updates.ts';

/** The longest pause between attempts, and the longest a Retry-After is honoured, in seconds. */
const LONGEST_PAUSE = 60;
const LONGEST_RETRY_AFTER = 3600;
/** How long an attempt may take, in milliseconds. */
const ATTEMPT_MS = 60_000;

export interface WebhookSettings {
  url: string;
  secretToken: string | undefined;
  /** Attempts at the same time. */
  maxConnections: number;
}

export interface WebhookFailure {
  /** Unix seconds. */
  date: number;
  message: string;
}

export interface Webhook {
  readonly settings: WebhookSettings | undefined;
  readonly lastFailure: WebhookFailure | undefined;
  set(settings: WebhookSettings | undefined): void;
  /** Sends what is pending, each chat's updates one after another. */
  wake(): void;
}

/**
 * Delivers updates to an address: again at once after a failure, then after 1, 2, 4 … 60 seconds.
 * A call in the body of a good answer is handed to `call`; the bot never sees its result.
 */
export function createWebhook(
  updates: Updates,
  now: () => number,
  call: (body: Record<string, unknown>) => void,
): Webhook {
  let settings: WebhookSettings | undefined;
  let lastFailure: WebhookFailure | undefined;
  let aborter = new AbortController();
  const busyChats = new Set<number>();
  const timers = new Set<NodeJS.Timeout>();

  function wake(): void {
    if (!settings) return;
    for (const entry of updates.pending()) {
      if (busyChats.size >= settings.maxConnections) return;
      if (busyChats.has(entry.chatId)) continue;
      busyChats.add(entry.chatId);
      void attempt(entry, 1, settings, aborter.signal);
    }
  }

  async function attempt(
    entry: PendingUpdate,
    count: number,
    target: WebhookSettings,
    signal: AbortSignal,
  ): Promise<void> {
    const outcome = await post(entry, target, signal);
    if (signal.aborted) return;
    if (outcome.delivered) {
      busyChats.delete(entry.chatId);
      updates.remove(entry);
      if (outcome.call) call(outcome.call);
      wake();
      return;
    }
    lastFailure = { date: Math.floor(now() / 1000), message: outcome.message };
    const pause =
      outcome.retryAfter ?? (count === 1 ? 0 : Math.min(2 ** (count - 2), LONGEST_PAUSE));
    const timer = setTimeout(() => {
      timers.delete(timer);
      if (updates.pending().includes(entry)) void attempt(entry, count + 1, target, signal);
      else busyChats.delete(entry.chatId);
    }, pause * 1000);
    timers.add(timer);
  }

  return {
    get settings() {
      return settings;
    },
    get lastFailure() {
      return lastFailure;
    },
    set(next) {
      aborter.abort();
      aborter = new AbortController();
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      busyChats.clear();
      settings = next;
      lastFailure = undefined;
      wake();
    },
    wake,
  };
}

type Outcome =
  | { delivered: true; call: Record<string, unknown> | undefined }
  | { delivered: false; message: string; retryAfter: number | undefined };

async function post(
  { update }: PendingUpdate,
  { url, secretToken }: WebhookSettings,
  stop: AbortSignal,
): Promise<Outcome> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(secretToken !== undefined && { 'x-telegram-bot-api-secret-token': secretToken }),
      },
      body: JSON.stringify(update),
      signal: AbortSignal.any([stop, AbortSignal.timeout(ATTEMPT_MS)]),
    });
    const text = await response.text();
    if (response.ok) return { delivered: true, call: embeddedCall(text) };
    const seconds = Number(response.headers.get('retry-after'));
    return {
      delivered: false,
      message: `Wrong response from the webhook: ${response.status} ${response.statusText}`,
      retryAfter: seconds > 0 ? Math.min(seconds, LONGEST_RETRY_AFTER) : undefined,
    };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return { delivered: false, message: faultOf(cause), retryAfter: undefined };
  }
}

function faultOf(cause: unknown): string {
  if (cause instanceof Error && 'code' in cause && cause.code === 'ECONNREFUSED') {
    return 'Connection refused';
  }
  if (cause instanceof Error && cause.name === 'TimeoutError') return 'Read timeout expired';
  return 'Connection reset by peer';
}

/** Methods a bot may not call in the answer to a webhook (Client.cpp, is_allowed_webhook_method). */
const NOT_EMBEDDED = /^(get|setWebhook$|deleteWebhook$|close$|logOut$)/i;

function embeddedCall(text: string): Record<string, unknown> | undefined {
  if (!text.startsWith('{')) return undefined;
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    // Telegram ignores a body it cannot read: the 2xx status alone confirms the update.
    return undefined;
  }
  const call = body as Record<string, unknown>;
  const { method } = call;
  return typeof method === 'string' && !NOT_EMBEDDED.test(method) ? call : undefined;
}
