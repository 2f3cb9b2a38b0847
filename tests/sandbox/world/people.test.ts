import { describe, expect, it } from 'vitest';
import { AIGUL, BAKYT, CHYNARA, GROUP, oneButton, openTelegram } from '../telegram.ts';

type Update = Record<string, Record<string, unknown>>;
const own = { personId: AIGUL.id, chatId: AIGUL.id };

describe('somebody who opens the bot by a link', () => {
  it('hands it a parameter the chat does not show', async () => {
    const telegram = await openTelegram();
    telegram.world.start(CHYNARA.id, 'Token_1-2');
    const [update] = await telegram.result<Update[]>('getUpdates');
    expect(update?.message).toMatchObject({
      text: '/start Token_1-2',
      from: { id: CHYNARA.id, is_bot: false, first_name: 'Чынара', language_code: 'ky' },
      entities: [{ type: 'bot_command', offset: 0, length: 6 }],
    });
    expect(telegram.world.messages(CHYNARA.id).map((message) => message.text)).toEqual(['/start']);
    const sent = await telegram.call('sendMessage', { chat_id: CHYNARA.id, text: 'x' });
    expect(sent.status).toBe(200);
  });

  it('cannot hand over what a link does not carry', async () => {
    const { world } = await openTelegram();
    expect(() => world.start(AIGUL.id, 'a b')).toThrow('a link carries at most 64');
    expect(() => world.start(AIGUL.id, 'a'.repeat(65))).toThrow('a link carries at most 64');
  });

  it('lifts a block by it, and the bot is told of both', async () => {
    const telegram = await openTelegram();
    telegram.world.block(AIGUL.id, true);
    expect(() => telegram.world.send({ ...own, text: 'x' })).toThrow('has blocked the bot');
    telegram.world.start(AIGUL.id);
    const updates = await telegram.result<Update[]>('getUpdates');
    expect(updates.map((update) => update.my_chat_member?.new_chat_member)).toMatchObject([
      { status: 'kicked' },
      { status: 'member' },
      undefined,
    ]);
  });
});

describe('a press', () => {
  it('reaches the bot with the message as it stands', async () => {
    const telegram = await openTelegram();
    const sent = await telegram.result('sendMessage', {
      chat_id: AIGUL.id,
      text: 'Суроо',
      reply_markup: oneButton({ text: 'Ооба', callback_data: 'y' }),
    });
    const { queryId } = telegram.world.press({ ...own, messageId: sent.message_id, data: 'y' });
    const [update] = await telegram.result<Update[]>('getUpdates');
    expect(update?.callback_query).toEqual({
      id: queryId,
      from: { id: 101, is_bot: false, first_name: 'Айгүл', last_name: 'Токтогулова' },
      message: sent,
      chat_instance: '101',
      data: 'y',
    });
  });

  it('on a deleted message comes with an inaccessible one, on a message never sent not at all', async () => {
    const telegram = await openTelegram();
    const { message_id } = await telegram.result('sendMessage', { chat_id: AIGUL.id, text: 'x' });
    await telegram.result('deleteMessage', { chat_id: AIGUL.id, message_id });
    telegram.world.press({ ...own, messageId: message_id, data: 'y' });
    const [update] = await telegram.result<Update[]>('getUpdates');
    expect(update?.callback_query?.message).toMatchObject({ message_id, date: 0 });
    expect(() => telegram.world.press({ ...own, messageId: 999, data: 'y' })).toThrow(
      'there is no message 999',
    );
  });

  it('is not for strangers', async () => {
    const { world } = await openTelegram();
    const stranger = { personId: CHYNARA.id, chatId: GROUP, messageId: 1, data: 'y' };
    expect(() => world.press(stranger)).toThrow('is not in the chat');
    expect(() => world.send({ personId: BAKYT.id, chatId: AIGUL.id, text: 'x' })).toThrow(
      'is not in the chat',
    );
  });
});

describe('an edit by a person', () => {
  it('reaches the bot as edited_message, of one’s own messages only', async () => {
    const telegram = await openTelegram();
    const { messageId } = telegram.world.send({ ...own, text: 'ката' });
    telegram.world.edit({ ...own, messageId, text: 'туура' });
    const updates = await telegram.result<Update[]>('getUpdates');
    expect(updates[1]?.edited_message).toMatchObject({ message_id: messageId, text: 'туура' });
    const { message_id } = await telegram.result('sendMessage', { chat_id: AIGUL.id, text: 'x' });
    expect(() => telegram.world.edit({ ...own, messageId: message_id, text: 'y' })).toThrow(
      'only one’s own message',
    );
  });
});

describe('a text of 5 000 characters', () => {
  it('goes in pieces, as clients send it', async () => {
    const telegram = await openTelegram();
    const { messageIds } = telegram.world.send({ ...own, text: 'ы'.repeat(5000) });
    expect(messageIds).toHaveLength(2);
    const updates = await telegram.result<Update[]>('getUpdates');
    expect(updates.map(({ message }) => String(message?.text).length)).toEqual([4096, 904]);
  });
});

describe('odd kinds', () => {
  it.each(['sticker', 'voice', 'poll', 'contact'] as const)('%s reaches the bot', async (kind) => {
    const telegram = await openTelegram();
    telegram.world.sendOdd(own, kind);
    const [update] = await telegram.result<Update[]>('getUpdates');
    expect(update?.message).toHaveProperty(kind);
    expect(update?.message).not.toHaveProperty('text');
  });
});

describe('a reset', () => {
  it('empties the world and what stands behind the bot, and opens it anew', async () => {
    let resets = 0;
    const telegram = await openTelegram({
      reset: () => {
        resets++;
        return Promise.resolve();
      },
    });
    telegram.world.send({ ...own, text: 'x' });
    await telegram.world.reset();
    expect(resets).toBe(1);
    expect(telegram.world.messages(AIGUL.id)).toEqual([]);
    expect(telegram.world.pendingUpdates()).toEqual([]);
    expect((await telegram.call('sendMessage', { chat_id: AIGUL.id, text: 'x' })).status).toBe(403);
  });
});
