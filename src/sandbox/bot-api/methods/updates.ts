import type { Update } from '../../delivery/updates.ts';
import type { Context } from '../method.ts';
import { badRequest, refusal } from '../refusal.ts';

interface SetWebhook {
  url?: string;
  secret_token?: string;
  max_connections?: number;
  allowed_updates?: string[];
  drop_pending_updates?: boolean;
  certificate?: unknown;
  ip_address?: string;
}

/** Milliseconds within which a second setWebhook is refused with 429 (Client.cpp). */
const WEBHOOK_PAUSE_MS = 1000;
/** Updates Telegram sends at the same time unless told otherwise (setWebhook). */
const DEFAULT_CONNECTIONS = 40;

const lastSet = new WeakMap<Context['state'], number>();

function checkUrl(url: string): void {
  if (!URL.canParse(url)) throw badRequest('Invalid webhook URL specified');
  const { protocol, hostname } = new URL(url);
  const isLoopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
  if (protocol !== 'https:' && !(protocol === 'http:' && isLoopback)) {
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
  }
  // The sandbox has no network but this machine.
  if (!isLoopback) {
    throw badRequest('bad webhook: Failed to resolve host: Name or service not known');
  }
}

function checkSecret(secret: string): void {
  if (secret.length > 256) throw badRequest('secret token is too long');
  if (!/^[A-Za-z0-9_-]+$/.test(secret)) {
    throw badRequest('secret token contains unallowed characters');
  }
}

function dropPending({ state }: Context, wanted: boolean | undefined): void {
  if (wanted) for (const entry of state.updates.pending()) state.updates.remove(entry);
}

function endWebhook(context: Context, drop: boolean | undefined): true {
  context.webhook.set(undefined);
  dropPending(context, drop);
  return true;
}

export const updates = {
  getUpdates: (
    { state, longPoll, webhook, onHangUp }: Context,
    call: { offset?: number; limit?: number; timeout?: number; allowed_updates?: string[] },
  ): Promise<Update[]> => {
    if (webhook.settings) {
      throw refusal(
        409,
        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    if (call.allowed_updates) state.updates.allow(call.allowed_updates);
    const { offset = 0, limit = 100, timeout = 0 } = call;
    return longPoll.poll({ offset, limit, timeout, onHangUp });
  },

  setWebhook: (context: Context, call: SetWebhook) => {
    const { url = '' } = call;
    if (url === '') return endWebhook(context, call.drop_pending_updates);
    if (call.certificate !== undefined || call.ip_address !== undefined) {
      throw refusal(501, 'the sandbox does not implement certificate and ip_address of setWebhook');
    }
    checkUrl(url);
    if (call.secret_token !== undefined) checkSecret(call.secret_token);
    const now = performance.now();
    const former = lastSet.get(context.state);
    if (former !== undefined && now - former < WEBHOOK_PAUSE_MS) {
      throw refusal(429, 'retry after 1', { retry_after: 1 });
    }
    lastSet.set(context.state, now);
    context.longPoll.end(refusal(409, 'terminated by setWebhook request'));
    if (call.allowed_updates) context.state.updates.allow(call.allowed_updates);
    dropPending(context, call.drop_pending_updates);
    const maxConnections = Math.min(Math.max(call.max_connections ?? DEFAULT_CONNECTIONS, 1), 100);
    context.webhook.set({ url, secretToken: call.secret_token, maxConnections });
    return true;
  },

  deleteWebhook: (context: Context, call: { drop_pending_updates?: boolean }) =>
    endWebhook(context, call.drop_pending_updates),

  getWebhookInfo: ({ state, webhook }: Context) => {
    const { settings, lastFailure } = webhook;
    const allowed = state.updates.allowed();
    return {
      url: settings?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: state.updates.pending().length,
      ...(settings && { max_connections: settings.maxConnections, ip_address: '127.0.0.1' }),
      ...(lastFailure && {
        last_error_date: lastFailure.date,
        last_error_message: lastFailure.message,
      }),
      ...(allowed.length > 0 && { allowed_updates: allowed }),
    };
  },
};
