import { Api } from 'grammy';
import { expect, test } from 'vitest';
import { sendOut } from '../../src/bot/sending.ts';

test('a picture goes out as a photo, a paper as a document, both with their captions', async () => {
  const calls: unknown[] = [];
  const api = new Api('1:x');
  api.config.use((_prev, method, payload) => {
    const { chat_id, caption, parse_mode } = payload as Record<string, unknown>;
    calls.push({ method, chat_id, caption, parse_mode });
    return Promise.resolve({ ok: true, result: { message_id: calls.length } as never });
  });
  const file = {
    bytes: new Uint8Array([1]),
    fileName: 'x',
    mime: 'image/png',
    caption: '<b>x</b>',
  };
  expect(await sendOut(api, 7, { kind: 'photo', ...file }, null)).toBe(1);
  expect(await sendOut(api, 7, { kind: 'document', ...file }, null)).toBe(2);
  const sent = { chat_id: 7, caption: '<b>x</b>', parse_mode: 'HTML' };
  expect(calls).toEqual([
    { method: 'sendPhoto', ...sent },
    { method: 'sendDocument', ...sent },
  ]);
});
