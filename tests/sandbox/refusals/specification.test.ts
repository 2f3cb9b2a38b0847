import { describe, expect, it } from 'vitest';
import { AIGUL, openTelegram, refusedWith, TOKEN } from '../telegram.ts';

const chat_id = AIGUL.id;

describe('the specification refuses', () => {
  it.each([
    ['an unknown parameter', { text: 'x', colour: 1 }, 'unknown parameter "colour"'],
    ['a number in the place of a text', { text: 5 }, 'field "text" must be of type String'],
    [
      'a text in the place of a number',
      { text: 'x', message_thread_id: 'two' },
      'field "message_thread_id" must be of type Number',
    ],
    [
      'a word in the place of a truth value',
      { text: 'x', protect_content: 'maybe' },
      'field "protect_content" must be of type Boolean',
    ],
    [
      'an unknown field inside an object',
      { text: 'x', reply_parameters: { message: 1 } },
      'can\'t parse ReplyParameters: Unknown field "message"',
    ],
    [
      'a number as text inside an object',
      { text: 'x', reply_parameters: { message_id: '1' } },
      'can\'t parse ReplyParameters: Field "message_id" must be of type Number',
    ],
    [
      'JSON that is none',
      { text: 'x', link_preview_options: '{' },
      "can't parse link_preview_options JSON object",
    ],
  ])('%s', async (_what, parameters, description) => {
    const telegram = await openTelegram();
    expect(await telegram.call('sendMessage', { chat_id, ...parameters })).toEqual(
      refusedWith(400, `Bad Request: ${description}`),
    );
  });

  it('an unknown method', async () => {
    const telegram = await openTelegram();
    expect(await telegram.call('sendPigeon')).toEqual(
      refusedWith(404, 'Not Found: method not found'),
    );
  });

  it('a missing parameter and a length, each in words that name it', async () => {
    const telegram = await openTelegram();
    expect(await telegram.call('sendChatAction', { chat_id })).toEqual(
      refusedWith(400, 'Bad Request: parameter "action" is required'),
    );
    expect(await telegram.call('setMyName', { name: 'ы'.repeat(65) })).toEqual(
      refusedWith(400, 'Bad Request: field "name" must have 0-64 characters'),
    );
  });

  it('what the sandbox does not carry out, after checking it, and never says it did', async () => {
    const telegram = await openTelegram();
    expect(await telegram.call('sendDice', { chat_id, emoji: 'x' })).toEqual(
      refusedWith(400, 'Bad Request: field "emoji" must be one of 6 known words'),
    );
    expect(await telegram.call('sendDice', { chat_id })).toEqual(
      refusedWith(501, 'Not Implemented: the sandbox does not implement the method sendDice'),
    );
    const effect = { chat_id, text: 'x', message_effect_id: '5' };
    expect(await telegram.call('sendMessage', effect)).toEqual(
      refusedWith(
        501,
        'Not Implemented: the sandbox does not implement the parameter message_effect_id of sendMessage',
      ),
    );
    const reply_parameters = { message_id: 1, quote: 'x' };
    expect(await telegram.call('sendMessage', { chat_id, text: 'x', reply_parameters })).toEqual(
      refusedWith(501, 'Not Implemented: the sandbox does not implement quote of ReplyParameters'),
    );
  });
});

describe('the same call is understood', () => {
  const fields = {
    chat_id: String(chat_id),
    text: 'Салам',
    protect_content: 'True',
    reply_markup: JSON.stringify({ inline_keyboard: [[{ text: 'Ооба', callback_data: 'a' }]] }),
  };
  const ways: [string, (url: string) => Promise<Response>][] = [
    ['in the query', (url) => fetch(`${url}?${new URLSearchParams(fields)}`)],
    ['urlencoded', (url) => fetch(url, { method: 'POST', body: new URLSearchParams(fields) })],
    [
      'as JSON with texts',
      (url) =>
        fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json; charset=utf-8' },
          body: JSON.stringify(fields),
        }),
    ],
    [
      'as a form with parts',
      (url) => {
        const form = new FormData();
        for (const [name, value] of Object.entries(fields)) form.set(name, value);
        return fetch(url, { method: 'POST', body: form });
      },
    ],
  ];
  it.each(ways)('%s', async (_way, ask) => {
    const telegram = await openTelegram();
    const response = await ask(`${telegram.base}/bot${TOKEN}/sendmessage`);
    expect(await response.json()).toEqual({
      ok: true,
      result: {
        message_id: 2,
        from: { id: 4200, is_bot: true, first_name: 'Эскерткич', username: 'eskertkich_bot' },
        chat: { id: 101, type: 'private', first_name: 'Айгүл', last_name: 'Токтогулова' },
        date: telegram.clock.now / 1000,
        text: 'Салам',
        has_protected_content: true,
        reply_markup: { inline_keyboard: [[{ text: 'Ооба', callback_data: 'a' }]] },
      },
    });
  });
});
