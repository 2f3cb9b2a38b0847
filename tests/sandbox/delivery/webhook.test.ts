import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { AIGUL, BAKYT, openTelegram, refusedWith, type Telegram } from '../telegram.ts';

interface Received {
  text: string;
  secret: string | undefined;
}

type Reply = (
  text: string,
  attempt: number,
) => { status: number; body?: unknown; retryAfter?: number } | Promise<never>;

/** A bot behind a webhook: it notes what arrives and answers as told. */
async function openBot(reply: Reply = () => ({ status: 200 })) {
  const received: Received[] = [];
  const server = createServer((req, res) => {
    void (async () => {
      let body = '';
      for await (const chunk of req) body += String(chunk);
      const { message } = JSON.parse(body) as { message: { text: string } };
      const secret = req.headers['x-telegram-bot-api-secret-token'];
      received.push({ text: message.text, secret: secret?.toString() });
      const attempt = received.filter((other) => other.text === message.text).length;
      const { status, body: said, retryAfter } = await reply(message.text, attempt);
      res.writeHead(status, {
        'content-type': 'application/json',
        ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
      });
      res.end(said === undefined ? '' : JSON.stringify(said));
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  return { url, received, texts: () => received.map((update) => update.text) };
}

const say = ({ world }: Telegram, text: string, personId: number = AIGUL.id) =>
  world.send({ personId, chatId: personId, text });

describe('setWebhook refuses', () => {
  it.each([
    [
      'plain http elsewhere',
      { url: 'http://kg.example/hook' },
      'bad webhook: An HTTPS URL must be provided for webhook',
    ],
    ['what is no address', { url: 'nonsense' }, 'invalid webhook URL specified'],
    [
      'a host beyond this machine',
      { url: 'https://kg.example/hook' },
      'bad webhook: Failed to resolve host: Name or service not known',
    ],
    [
      'a secret of 257 characters',
      { url: 'http://127.0.0.1:9/', secret_token: 'a'.repeat(257) },
      'secret token is too long',
    ],
    [
      'a secret with a space',
      { url: 'http://127.0.0.1:9/', secret_token: 'a b' },
      'secret token contains unallowed characters',
    ],
  ])('%s', async (_what, parameters, description) => {
    const telegram = await openTelegram();
    expect(await telegram.call('setWebhook', parameters)).toEqual(
      refusedWith(400, `Bad Request: ${description}`),
    );
  });

  it('a second call within a second', async () => {
    const telegram = await openTelegram();
    const webhook = { url: 'http://127.0.0.1:9/' };
    await telegram.result('setWebhook', webhook);
    expect(await telegram.call('setWebhook', webhook)).toEqual(
      refusedWith(429, 'Too Many Requests: retry after 1', { retry_after: 1 }),
    );
  });
});

describe('a webhook', () => {
  it('gets what was pending and what comes, with its secret', async () => {
    const telegram = await openTelegram();
    const bot = await openBot();
    say(telegram, 'бир');
    await telegram.result('setWebhook', { url: bot.url, secret_token: 'Kat_3-abc' });
    await vi.waitFor(() => expect(bot.texts()).toEqual(['бир']));
    say(telegram, 'эки');
    await vi.waitFor(() => expect(bot.texts()).toEqual(['бир', 'эки']));
    expect(bot.received.map((update) => update.secret)).toEqual(['Kat_3-abc', 'Kat_3-abc']);
    await vi.waitFor(() => expect(telegram.world.pendingUpdates()).toEqual([]));
  });

  it('gets an update again after a failure, and the next of that chat only then', async () => {
    const telegram = await openTelegram();
    const bot = await openBot((text, attempt) => ({
      status: text === 'бир' && attempt < 3 ? 500 : 200,
    }));
    await telegram.result('setWebhook', { url: bot.url });
    say(telegram, 'бир');
    say(telegram, 'эки');
    await vi.waitFor(() => expect(bot.texts().slice(0, 2)).toEqual(['бир', 'бир']));
    const info = await telegram.result<Record<string, unknown>>('getWebhookInfo');
    expect(info).toMatchObject({
      url: bot.url,
      pending_update_count: 2,
      last_error_message: 'Wrong response from the webhook: 500 Internal Server Error',
    });
    await vi.waitFor(() => expect(bot.texts()).toEqual(['бир', 'бир', 'бир', 'эки']), 5000);
  });

  it('is left in peace for as long as its Retry-After says', async () => {
    const telegram = await openTelegram();
    const arrivals: number[] = [];
    const bot = await openBot((_text, attempt) => {
      arrivals.push(performance.now());
      return attempt === 1 ? { status: 503, retryAfter: 1 } : { status: 200 };
    });
    await telegram.result('setWebhook', { url: bot.url });
    say(telegram, 'бир');
    await vi.waitFor(() => expect(arrivals).toHaveLength(2), 5000);
    expect((arrivals[1] ?? 0) - (arrivals[0] ?? 0)).toBeGreaterThan(950);
  });

  it('serves other chats while one waits', async () => {
    const telegram = await openTelegram();
    telegram.world.start(BAKYT.id);
    let release = () => {};
    const bot = await openBot((text) =>
      text === 'жай'
        ? new Promise<never>((resolve) => {
            release = () => resolve({ status: 200 } as never);
          })
        : { status: 200 },
    );
    await telegram.result('setWebhook', { url: bot.url });
    say(telegram, 'жай');
    say(telegram, 'күтөт');
    say(telegram, 'тез', BAKYT.id);
    await vi.waitFor(() => expect(bot.texts()).toEqual(expect.arrayContaining(['жай', 'тез'])));
    expect(bot.texts()).not.toContain('күтөт');
    release();
    await vi.waitFor(() => expect(bot.texts()).toContain('күтөт'));
  });

  it('may answer with a call, but not with one that asks', async () => {
    const telegram = await openTelegram();
    const bot = await openBot((text) => ({
      status: 200,
      body:
        text === 'жаз'
          ? { method: 'sendMessage', chat_id: AIGUL.id, text: 'Жооп' }
          : { method: 'getMe' },
    }));
    await telegram.result('setWebhook', { url: bot.url });
    say(telegram, 'жаз');
    say(telegram, 'сура');
    await vi.waitFor(() => expect(telegram.world.pendingUpdates()).toEqual([]));
    expect(telegram.world.messages(AIGUL.id).map((message) => message.text)).toContain('Жооп');
    expect(telegram.journal.of('getMe')).toEqual([]);
  });

  it('that was deleted gets nothing more', async () => {
    const telegram = await openTelegram();
    const bot = await openBot();
    await telegram.result('setWebhook', { url: bot.url });
    await telegram.result('deleteWebhook', { drop_pending_updates: true });
    say(telegram, 'бир');
    const updates = await telegram.result<unknown[]>('getUpdates');
    expect(updates).toHaveLength(1);
    expect(bot.texts()).toEqual([]);
  });
});
