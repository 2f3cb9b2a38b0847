import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Update } from 'grammy/types';

/** An update is a few kilobytes; Telegram's own limit for a batch of them is 4 MiB. */
const LARGEST_BODY = 1 << 20;

const same = (given: string, secret: string): boolean => {
  const a = Buffer.from(given);
  const b = Buffer.from(secret);
  return a.length === b.length && timingSafeEqual(a, b);
};

/** null: too large; what is left of it stays unread. */
async function bodyOf(req: IncomingMessage): Promise<string | null> {
  if (Number(req.headers['content-length'] ?? 0) > LARGEST_BODY) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  const body = req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > LARGEST_BODY) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function updateIn(body: string): Update | null {
  try {
    const update = JSON.parse(body) as Update | null;
    return Number.isSafeInteger(update?.update_id) ? update : null;
  } catch {
    return null;
  }
}

/**
 * Answers Telegram's webhook: 200 only after the update is committed to the inbox, 500 where that
 * failed, so that Telegram sends it again.
 */
export async function receiveWebhook(
  req: IncomingMessage,
  res: ServerResponse,
  secret: string,
  take: (updates: readonly Update[]) => Promise<void>,
): Promise<void> {
  const end = (status: number) => {
    const whole = req.complete || status < 300;
    res.writeHead(status, whole ? {} : { connection: 'close' }).end();
  };
  if (req.method !== 'POST') return end(405);
  const given = req.headers['x-telegram-bot-api-secret-token'];
  if (typeof given !== 'string' || !same(given, secret)) return end(403);
  const body = await bodyOf(req);
  if (body === null) return end(413);
  const update = updateIn(body);
  if (!update) return end(400);
  try {
    await take([update]);
  } catch (error) {
    end(500);
    throw error;
  }
  end(200);
}
