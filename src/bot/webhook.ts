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

async function bodyOf(req: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
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
  const end = (status: number) => res.writeHead(status).end();
  if (req.method !== 'POST') return void end(405);
  const given = req.headers['x-telegram-bot-api-secret-token'];
  if (typeof given !== 'string' || !same(given, secret)) return void end(403);
  const body = await bodyOf(req);
  if (body === null) return void end(413);
  let update: Update;
  try {
    update = JSON.parse(body) as Update;
  } catch {
    return void end(400);
  }
  if (!Number.isSafeInteger(update.update_id)) return void end(400);
  try {
    await take([update]);
  } catch (error) {
    end(500);
    throw error;
  }
  end(200);
}
