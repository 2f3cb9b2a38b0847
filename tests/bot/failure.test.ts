import { GrammyError, HttpError } from 'grammy';
import { expect, test } from 'vitest';
import { failureOf } from '../../src/bot/failure.ts';

const TOKEN = '4200:TEST-token';
const TEXT = 'Бакыт Токтобаевдин түшүндүрмөсү';

test('of a refused call the log gets the method and the words of Telegram, never what was being sent', () => {
  const answer = { ok: false, error_code: 400, description: 'Bad Request: x' } as const;
  const error = new GrammyError('Call failed!', answer, 'sendMessage', { chat_id: 1, text: TEXT });
  expect(failureOf(error)).toEqual({ error: 'sendMessage: 400 Bad Request: x' });
});

test('of a broken line it gets the method and the code of the break, never the address with the token', () => {
  const cause = Object.assign(new Error(`connect https://api.telegram.org/bot${TOKEN}`), {
    code: 'ECONNRESET',
  });
  const error = new HttpError("Network request for 'getMe' failed!", cause);
  expect(failureOf(error)).toEqual({ error: "Network request for 'getMe' failed! ECONNRESET" });
});

test('of a parser it gets no quotation', () => {
  let caught: unknown;
  try {
    JSON.parse(`{"text": ${TEXT}}`);
  } catch (error) {
    caught = error;
  }
  expect((caught as Error).message).toContain('Бакыт');
  const failure = failureOf(caught);
  expect(failure.error).toBe('SyntaxError');
  expect(JSON.stringify(failure)).not.toContain('Бакыт');
});

test('of a mistake of ours it gets the words, the code and where it happened', () => {
  const failure = failureOf(Object.assign(new Error('no room'), { code: 'ENOSPC' }));
  expect(failure.error).toBe('Error: no room (ENOSPC)');
  expect(failure.stack).toMatch(/^ +at .*failure\.test\.ts/);
  expect(failure.stack).not.toContain('no room');
});

test('a text that was thrown stays out', () => {
  expect(failureOf(TEXT)).toEqual({ error: 'string' });
});
