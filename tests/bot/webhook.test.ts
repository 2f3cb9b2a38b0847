import { request } from 'node:http';
import type { Update } from 'grammy/types';
import { expect, onTestFinished, test } from 'vitest';
import { listen } from '../../src/app/http.ts';
import { receiveWebhook } from '../../src/bot/webhook.ts';
import { said } from './updates.ts';

const SECRET = 'a-secret-of-32-characters-at-least';

async function openWebhook(take?: (updates: readonly Update[]) => Promise<void>) {
  const taken: number[] = [];
  const failures: unknown[] = [];
  const note = (updates: readonly Update[]) => {
    taken.push(...updates.map(({ update_id }) => update_id));
    return Promise.resolve();
  };
  const server = await listen(
    '127.0.0.1',
    0,
    [
      async (req, res) => {
        await receiveWebhook(req, res, SECRET, take ?? note);
        return true;
      },
    ],
    (error) => failures.push(error),
  );
  onTestFinished(() => server.close());
  const post = async (body: string, headers: Record<string, string> = {}, method = 'POST') => {
    const { status } = await fetch(`http://127.0.0.1:${server.port}/`, {
      method,
      headers: { 'x-telegram-bot-api-secret-token': SECRET, ...headers },
      ...(method === 'POST' ? { body } : {}),
    });
    return status;
  };
  return { post, taken, failures, port: server.port };
}

test('200 comes only after the update is committed', async () => {
  let committed = false;
  const { post } = await openWebhook(async () => {
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
    committed = true;
  });
  const answered = post(JSON.stringify(said(1, 101, 'а'))).then((status) => [status, committed]);
  expect(await answered).toEqual([200, true]);
});

test('when the commit fails Telegram hears 500 and sends the update again', async () => {
  const { post, failures } = await openWebhook(() => Promise.reject(new Error('disk is full')));
  expect(await post(JSON.stringify(said(1, 101, 'а')))).toBe(500);
  expect(failures).toEqual([new Error('disk is full')]);
});

test.each(['wrong', '', `${SECRET}x`, 'а-secret-of-32-characters-at-least'.replace('а', '\u00e0')])(
  'the secret «%s» is refused with 403 and nothing is taken',
  async (secret) => {
    const { post, taken } = await openWebhook();
    const headers = { 'x-telegram-bot-api-secret-token': secret };
    expect([await post(JSON.stringify(said(1, 101, 'а')), headers), taken]).toEqual([403, []]);
  },
);

test.each([
  '',
  'no JSON',
  'null',
  '[]',
  '"text"',
  '7',
  '{}',
  '{"update_id":"1"}',
  '{"update_id":1.5}',
])('the body «%s» is refused with 400 and nothing is taken', async (body) => {
  const { post, taken, failures } = await openWebhook();
  expect([await post(body), taken, failures]).toEqual([400, [], []]);
});

test('another method than POST is refused with 405', async () => {
  const { post, taken } = await openWebhook();
  expect([await post('', {}, 'GET'), taken]).toEqual([405, []]);
});

test('a body over a megabyte is refused with 413, announced or not, and the next update is taken', async () => {
  const { post, taken, failures, port } = await openWebhook();
  expect(await post('x'.repeat((1 << 20) + 1))).toBe(413);
  const chunked = await new Promise<number>((resolve, reject) => {
    const headers = { 'x-telegram-bot-api-secret-token': SECRET };
    const req = request({ port, host: '127.0.0.1', method: 'POST', headers }, (res) => {
      res.resume();
      resolve(res.statusCode ?? 0);
    });
    let answered = false;
    req.on('response', () => {
      answered = true;
    });
    req.on('error', (error) => (answered ? undefined : reject(error)));
    for (let i = 0; i < 20; i += 1) req.write('x'.repeat(64 * 1024));
    req.end();
  });
  expect(chunked).toBe(413);
  expect(await post(JSON.stringify(said(2, 101, 'б')))).toBe(200);
  expect([taken, failures]).toEqual([[2], []]);
});
