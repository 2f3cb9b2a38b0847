import { describe, expect, it } from 'vitest';
import { AIGUL, oneButton, openTelegram, refusedWith, type Telegram } from '../telegram.ts';

const TOO_OLD = refusedWith(
  400,
  'Bad Request: query is too old and response timeout expired or query ID is invalid',
);

async function press(telegram: Telegram, expired = false): Promise<string> {
  const { message_id: messageId } = await telegram.result('sendMessage', {
    chat_id: AIGUL.id,
    text: 'Суроо',
    reply_markup: oneButton({ text: 'Ооба', callback_data: 'a' }),
  });
  const place = { personId: AIGUL.id, chatId: AIGUL.id };
  return telegram.world.press({ ...place, messageId, data: 'a', expired }).queryId;
}

const answer = (telegram: Telegram, callback_query_id: string, text = 'Сакталды') =>
  telegram.call('answerCallbackQuery', { callback_query_id, text });

describe('the answer to a press', () => {
  it('is taken once', async () => {
    const telegram = await openTelegram();
    const queryId = await press(telegram);
    expect(await answer(telegram, queryId)).toEqual({
      status: 200,
      body: { ok: true, result: true },
    });
    expect(telegram.world.callback(queryId)?.answer).toEqual({ text: 'Сакталды', alert: false });
    expect(await answer(telegram, queryId)).toEqual(TOO_OLD);
  });

  it('is refused for a press nobody made', async () => {
    const telegram = await openTelegram();
    expect(await answer(telegram, '42')).toEqual(TOO_OLD);
  });

  it('is refused for a press that a test lets expire', async () => {
    const telegram = await openTelegram();
    expect(await answer(telegram, await press(telegram, true))).toEqual(TOO_OLD);
  });

  it('is refused after a minute of the sandbox’s clock', async () => {
    const telegram = await openTelegram();
    const queryId = await press(telegram);
    telegram.clock.now += 60_001;
    expect(await answer(telegram, queryId)).toEqual(TOO_OLD);
  });

  it('has at most 200 characters', async () => {
    const telegram = await openTelegram();
    const queryId = await press(telegram);
    expect(await answer(telegram, queryId, 'ы'.repeat(201))).toEqual(
      refusedWith(400, 'Bad Request: MESSAGE_TOO_LONG'),
    );
    expect((await answer(telegram, queryId, 'ы'.repeat(200))).status).toBe(200);
  });
});
