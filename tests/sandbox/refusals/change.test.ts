import { describe, expect, it } from 'vitest';
import {
  AIGUL,
  FORUM,
  GROUP,
  oneButton,
  openTelegram,
  refusedWith,
  type Telegram,
} from '../telegram.ts';

const chat_id = AIGUL.id;
const HOURS_48 = 48 * 60 * 60 * 1000;

async function send(telegram: Telegram, extra: Record<string, unknown> = {}): Promise<number> {
  const { message_id } = await telegram.result('sendMessage', { chat_id, text: 'Бир', ...extra });
  return message_id;
}

async function sendFile(telegram: Telegram): Promise<number> {
  const document = new File(['x'], 'кагаз.txt');
  const { body } = await telegram.form('sendDocument', { chat_id: String(chat_id), document });
  return (body.result as { message_id: number }).message_id;
}

const NOT_MODIFIED =
  'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';

describe('an edit is refused', () => {
  it('that changes nothing', async () => {
    const telegram = await openTelegram();
    const reply_markup = oneButton({ text: 'Ооба', callback_data: 'a' });
    const text = '<b>Бир</b>';
    const same = { text, parse_mode: 'HTML', reply_markup };
    const message_id = await send(telegram, same);
    expect(await telegram.call('editMessageText', { chat_id, message_id, ...same })).toEqual(
      refusedWith(400, NOT_MODIFIED),
    );
    expect(
      await telegram.call('editMessageReplyMarkup', { chat_id, message_id, reply_markup }),
    ).toEqual(refusedWith(400, NOT_MODIFIED));
  });

  it('of a caption that stays', async () => {
    const telegram = await openTelegram();
    const message_id = await sendFile(telegram);
    expect(await telegram.call('editMessageCaption', { chat_id, message_id })).toEqual(
      refusedWith(400, NOT_MODIFIED),
    );
  });

  it('of a message that is not there', async () => {
    const telegram = await openTelegram();
    const gone = { chat_id, message_id: 999, text: 'x' };
    expect(await telegram.call('editMessageText', gone)).toEqual(
      refusedWith(400, 'Bad Request: message to edit not found'),
    );
  });

  it('of a person’s message', async () => {
    const telegram = await openTelegram();
    const { messageId } = telegram.world.send({ personId: chat_id, chatId: chat_id, text: 'a' });
    expect(
      await telegram.call('editMessageText', { chat_id, message_id: messageId, text: 'x' }),
    ).toEqual(refusedWith(400, "Bad Request: message can't be edited"));
  });

  it.each([
    ['a reply keyboard', { keyboard: [['Ооба']] }],
    ['the removal of one', { remove_keyboard: true }],
    ['a forced reply', { force_reply: true }],
  ])('of a message sent with %s', async (_what, reply_markup) => {
    const telegram = await openTelegram();
    const message_id = await send(telegram, { reply_markup });
    expect(await telegram.call('editMessageText', { chat_id, message_id, text: 'x' })).toEqual(
      refusedWith(400, "Bad Request: message can't be edited"),
    );
  });

  it('of the text of a document, and of the caption of a text', async () => {
    const telegram = await openTelegram();
    const document = await sendFile(telegram);
    expect(
      await telegram.call('editMessageText', { chat_id, message_id: document, text: 'x' }),
    ).toEqual(refusedWith(400, 'Bad Request: there is no text in the message to edit'));
    const text = await send(telegram);
    expect(
      await telegram.call('editMessageCaption', { chat_id, message_id: text, caption: 'x' }),
    ).toEqual(refusedWith(400, 'Bad Request: there is no caption in the message to edit'));
  });

  it('with a reply keyboard', async () => {
    const telegram = await openTelegram();
    const message_id = await send(telegram);
    const reply_markup = { keyboard: [['x']] };
    expect(
      await telegram.call('editMessageText', { chat_id, message_id, text: 'y', reply_markup }),
    ).toEqual(refusedWith(400, 'Bad Request: inline keyboard expected'));
  });
});

describe('an edit is applied', () => {
  it('with the keyboard gone if none is given', async () => {
    const telegram = await openTelegram();
    const message_id = await send(telegram, {
      reply_markup: oneButton({ text: 'Ооба', callback_data: 'a' }),
    });
    await telegram.result('editMessageText', { chat_id, message_id, text: 'Эки' });
    expect(telegram.world.messages(chat_id).at(-1)).toEqual({
      id: message_id,
      chatId: chat_id,
      from: 'bot',
      date: telegram.clock.now / 1000,
      editedAt: telegram.clock.now / 1000,
      text: 'Эки',
      entities: [],
    });
  });

  it('to the bot’s own message of any age', async () => {
    const telegram = await openTelegram();
    const message_id = await send(telegram);
    telegram.clock.now += 10 * HOURS_48;
    const edit = { chat_id, message_id, text: 'Эки' };
    expect((await telegram.call('editMessageText', edit)).status).toBe(200);
  });
});

describe('what is not there cannot be used:', () => {
  it.each([
    ['deleteMessage', 'message to delete not found', {}],
    ['pinChatMessage', 'message to pin not found', {}],
    [
      'setMessageReaction',
      'message to react not found',
      { reaction: [{ type: 'emoji', emoji: '👍' }] },
    ],
    ['copyMessage', 'message to copy not found', { from_chat_id: chat_id }],
    ['forwardMessage', 'message to forward not found', { from_chat_id: chat_id }],
  ])('%s', async (method, description, extra) => {
    const telegram = await openTelegram();
    expect(await telegram.call(method, { chat_id, message_id: 999, ...extra })).toEqual(
      refusedWith(400, `Bad Request: ${description}`),
    );
  });
});

describe('a deletion', () => {
  it('of a message older than 48 hours is refused', async () => {
    const telegram = await openTelegram();
    const message_id = await send(telegram);
    telegram.clock.now += HOURS_48 + 1000;
    expect(await telegram.call('deleteMessage', { chat_id, message_id })).toEqual(
      refusedWith(400, "Bad Request: message can't be deleted for everyone"),
    );
    expect(telegram.world.messages(chat_id).at(-1)?.id).toBe(message_id);
  });

  it('of a message exactly 48 hours old is done', async () => {
    const telegram = await openTelegram();
    const message_id = await send(telegram);
    telegram.clock.now += HOURS_48;
    expect((await telegram.call('deleteMessage', { chat_id, message_id })).status).toBe(200);
    expect(telegram.world.messages(chat_id).map((message) => message.id)).not.toContain(message_id);
  });

  it('of somebody else’s message in a group needs an administrator', async () => {
    const telegram = await openTelegram();
    const place = { personId: AIGUL.id, chatId: GROUP };
    const { messageId: message_id } = telegram.world.send({ ...place, text: 'a' });
    telegram.world.rankBot(place, 'member');
    const deletion = { chat_id: GROUP, message_id };
    expect(await telegram.call('deleteMessage', deletion)).toEqual(
      refusedWith(400, "Bad Request: message can't be deleted"),
    );
    telegram.world.rankBot(place, 'administrator');
    expect((await telegram.call('deleteMessage', deletion)).status).toBe(200);
  });

  it('of many skips those that are not there', async () => {
    const telegram = await openTelegram();
    const message_id = await send(telegram);
    const before = telegram.world.messages(chat_id).length;
    await telegram.result('deleteMessages', { chat_id, message_ids: [message_id, 999] });
    expect(telegram.world.messages(chat_id)).toHaveLength(before - 1);
  });
});

describe('rights of an administrator', () => {
  it('are needed to pin and to open a topic', async () => {
    const telegram = await openTelegram();
    const { message_id } = await telegram.result('sendMessage', { chat_id: FORUM, text: 'x' });
    telegram.world.rankBot({ personId: AIGUL.id, chatId: FORUM }, 'member');
    expect(await telegram.call('pinChatMessage', { chat_id: FORUM, message_id })).toEqual(
      refusedWith(400, 'Bad Request: not enough rights to manage pinned messages in the chat'),
    );
    expect(await telegram.call('createForumTopic', { chat_id: FORUM, name: 'Кант' })).toEqual(
      refusedWith(400, 'Bad Request: not enough rights to create a topic'),
    );
  });
});
