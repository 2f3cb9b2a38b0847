import { describe, expect, it } from 'vitest';
import { AIGUL, GROUP, openTelegram, refusedWith } from '../telegram.ts';

const chat_id = AIGUL.id;

describe('a copy', () => {
  it('looks like a message of the bot, a forward names its origin', async () => {
    const telegram = await openTelegram();
    const { messageId: message_id } = telegram.world.send({
      personId: chat_id,
      chatId: chat_id,
      text: 'Менин сөзүм',
    });
    const from = { chat_id: GROUP, from_chat_id: chat_id, message_id };
    const copy = await telegram.result('copyMessage', from);
    expect(telegram.world.messages(GROUP)).toMatchObject([
      { id: copy.message_id, from: 'bot', text: 'Менин сөзүм' },
    ]);
    const forward = await telegram.result<Record<string, unknown>>('forwardMessage', from);
    expect(forward).toMatchObject({
      text: 'Менин сөзүм',
      forward_origin: { type: 'user', sender_user: { id: chat_id } },
    });
  });

  it('of a protected message is refused', async () => {
    const telegram = await openTelegram();
    const { message_id } = await telegram.result('sendMessage', {
      chat_id,
      text: 'x',
      protect_content: true,
    });
    const from = { chat_id, from_chat_id: chat_id, message_id };
    expect(await telegram.call('copyMessage', from)).toEqual(
      refusedWith(400, "Bad Request: message can't be copied"),
    );
  });
});

describe('a reaction', () => {
  it('is one a message, of those Telegram has', async () => {
    const telegram = await openTelegram();
    const { message_id } = await telegram.result('sendMessage', { chat_id, text: 'x' });
    const react = (...emoji: string[]) =>
      telegram.call('setMessageReaction', {
        chat_id,
        message_id,
        reaction: emoji.map((one) => ({ type: 'emoji', emoji: one })),
      });
    expect((await react('👍')).status).toBe(200);
    expect(telegram.world.messages(chat_id).at(-1)?.reactions).toEqual([
      { type: 'emoji', emoji: '👍' },
    ]);
    expect(await react('👍', '👎')).toEqual(refusedWith(400, 'Bad Request: REACTIONS_TOO_MANY'));
    expect((await react('✅')).status).toBe(400);
  });
});

describe('a reply keyboard', () => {
  it('lies in the chat until it is taken away', async () => {
    const telegram = await openTelegram();
    const laid = () =>
      telegram.world.state().chats.find((chat) => chat.id === chat_id)?.replyKeyboard;
    const keyboard = [['Ооба', 'Жок']];
    await telegram.result('sendMessage', { chat_id, text: 'x', reply_markup: { keyboard } });
    expect(laid()).toEqual({ keyboard: [[{ text: 'Ооба' }, { text: 'Жок' }]] });
    const reply_markup = { remove_keyboard: true };
    await telegram.result('sendMessage', { chat_id, text: 'x', reply_markup });
    expect(laid()).toBeNull();
  });
});

describe('the bot’s own account', () => {
  it('keeps its texts by language, with that of none for the rest', async () => {
    const telegram = await openTelegram();
    await telegram.result('setMyDescription', { description: 'Жалпы' });
    await telegram.result('setMyDescription', { description: 'Русский', language_code: 'ru' });
    const get = (language_code: string) => telegram.result('getMyDescription', { language_code });
    expect([await get('ru'), await get('en')]).toEqual([
      { description: 'Русский' },
      { description: 'Жалпы' },
    ]);
    expect(await telegram.result('getMyName')).toEqual({ name: 'Эскерткич' });
  });

  it('may not move to another server in its first ten minutes', async () => {
    const telegram = await openTelegram();
    expect(await telegram.call('close')).toEqual(
      refusedWith(429, 'Too Many Requests: retry after 600', { retry_after: 600 }),
    );
    telegram.clock.now += 600_000;
    expect((await telegram.call('close')).status).toBe(200);
  });

  it('that logged out can call nothing', async () => {
    const telegram = await openTelegram();
    await telegram.result('logOut');
    expect(await telegram.call('getMe')).toEqual(refusedWith(400, 'Bad Request: logged out'));
  });
});
