import { describe, expect, it } from 'vitest';
import {
  AIGUL,
  BAKYT,
  FORUM,
  GROUP,
  openTelegram,
  refusedWith,
  type Telegram,
} from '../telegram.ts';

type Update = Record<string, Record<string, unknown>>;

/** The kinds of updates, each message by what it tells. */
async function told(telegram: Telegram): Promise<string[]> {
  const updates = await telegram.result<Update[]>('getUpdates');
  return updates.map((update) => {
    const kind = Object.keys(update).find((key) => key !== 'update_id') ?? '';
    const service = Object.keys(update[kind] ?? {}).find((key) =>
      /^(forum_topic|pinned|new_chat_members|left_chat|migrate)/.test(key),
    );
    return service ?? kind;
  });
}

describe('a topic of a forum', () => {
  it('is opened, written to, renamed, closed and reopened', async () => {
    const telegram = await openTelegram();
    const { message_thread_id } = await telegram.result<{ message_thread_id: number }>(
      'createForumTopic',
      { chat_id: FORUM, name: 'Кант' },
    );
    const topic = { chat_id: FORUM, message_thread_id };
    const message = await telegram.result<Record<string, unknown>>('sendMessage', {
      ...topic,
      text: 'x',
    });
    expect(message).toMatchObject({ message_thread_id, is_topic_message: true });
    await telegram.result('editForumTopic', { ...topic, name: 'Кант шаары' });
    await telegram.result('closeForumTopic', topic);
    const forum = () => telegram.world.state().groups.find((group) => group.id === FORUM);
    expect(forum()?.topics).toEqual([{ id: message_thread_id, name: 'Кант шаары', closed: true }]);
    await telegram.result('reopenForumTopic', topic);
    expect(forum()?.topics[0]?.closed).toBe(false);
    expect(await told(telegram)).toEqual([
      'forum_topic_created',
      'forum_topic_edited',
      'forum_topic_closed',
      'forum_topic_reopened',
    ]);
  });

  it('that a person deleted is not found any more', async () => {
    const telegram = await openTelegram();
    const { message_thread_id: threadId } = await telegram.result<{ message_thread_id: number }>(
      'createForumTopic',
      { chat_id: FORUM, name: 'Кант' },
    );
    telegram.world.deleteTopic({ personId: AIGUL.id, chatId: FORUM, threadId });
    const topic = { chat_id: FORUM, message_thread_id: threadId };
    expect(await telegram.call('sendMessage', { ...topic, text: 'x' })).toEqual(
      refusedWith(400, 'Bad Request: message thread not found'),
    );
    expect(await telegram.call('sendChatAction', { ...topic, action: 'typing' })).toEqual(
      refusedWith(400, 'Bad Request: message thread not found'),
    );
  });

  it('needs a forum and a name of at most 128 characters', async () => {
    const telegram = await openTelegram();
    expect(await telegram.call('createForumTopic', { chat_id: GROUP, name: 'x' })).toEqual(
      refusedWith(400, 'Bad Request: the chat is not a forum'),
    );
    const name = 'ы'.repeat(129);
    expect(await telegram.call('createForumTopic', { chat_id: FORUM, name })).toEqual(
      refusedWith(400, 'Bad Request: field "name" must have 1-128 characters'),
    );
  });
});

describe('a pin', () => {
  it('shows in the chat, in getChat and as a message of its own, until it is taken back', async () => {
    const telegram = await openTelegram();
    const pin = await telegram.result('sendMessage', { chat_id: GROUP, text: 'Абал' });
    const { message_id } = pin;
    await telegram.result('pinChatMessage', { chat_id: GROUP, message_id });
    const pinned = () => telegram.world.messages(GROUP).find((message) => message.pinned)?.id;
    expect(pinned()).toBe(message_id);
    const chat = await telegram.result<{ pinned_message: object }>('getChat', { chat_id: GROUP });
    expect(chat.pinned_message).toEqual(pin);
    expect(await told(telegram)).toEqual(['pinned_message']);
    await telegram.result('unpinChatMessage', { chat_id: GROUP });
    expect(pinned()).toBeUndefined();
  });
});

describe('a group', () => {
  it('that becomes a supergroup says so in both chats and goes on under the new id', async () => {
    const telegram = await openTelegram();
    const { chatId } = telegram.world.upgradeGroup({ personId: AIGUL.id, chatId: GROUP });
    expect(await told(telegram)).toEqual(['migrate_to_chat_id', 'migrate_from_chat_id']);
    const sent = await telegram.call('sendMessage', { chat_id: chatId, text: 'x' });
    expect(sent.status).toBe(200);
  });

  it('to which the bot is added by a link tells it in order, and the parameter reaches it', async () => {
    const telegram = await openTelegram();
    const { chatId } = telegram.world.createGroup({
      personId: AIGUL.id,
      title: 'Жаңы',
      isForum: false,
      memberIds: [BAKYT.id],
    });
    telegram.world.start(AIGUL.id, 'bind_42', chatId);
    const updates = await telegram.result<Update[]>('getUpdates');
    expect(updates.map((update) => Object.keys(update)[1])).toEqual([
      'my_chat_member',
      'message',
      'message',
    ]);
    expect(updates[0]?.my_chat_member).toMatchObject({
      old_chat_member: { status: 'left' },
      new_chat_member: { status: 'member' },
    });
    expect(updates[2]?.message?.text).toBe('/start@eskertkich_bot bind_42');
    expect(telegram.world.messages(chatId).at(-1)?.text).toBe('/start@eskertkich_bot');
  });

  it('hides ordinary talk from a bot that is no administrator', async () => {
    const telegram = await openTelegram();
    const place = { personId: AIGUL.id, chatId: GROUP };
    const { message_id } = await telegram.result('sendMessage', { chat_id: GROUP, text: 'x' });
    telegram.world.rankBot(place, 'member');
    telegram.world.send({ ...place, text: 'өз ара сөз' });
    telegram.world.send({ ...place, text: '/help' });
    telegram.world.send({ ...place, text: 'жооп', replyTo: message_id });
    telegram.world.rankBot(place, 'administrator');
    telegram.world.send({ ...place, text: 'эми көрүнөт' });
    const updates = await telegram.result<Update[]>('getUpdates');
    expect(updates.flatMap(({ message }) => message?.text ?? [])).toEqual([
      '/help',
      'жооп',
      'эми көрүнөт',
    ]);
  });

  it('that throws the bot out tells it, and its talk is heard no more', async () => {
    const telegram = await openTelegram();
    const place = { personId: AIGUL.id, chatId: GROUP };
    telegram.world.kickBot(place);
    telegram.world.send({ ...place, text: '/help' });
    const updates = await telegram.result<Update[]>('getUpdates');
    expect(updates).toHaveLength(1);
    expect(updates[0]?.my_chat_member).toMatchObject({ new_chat_member: { status: 'kicked' } });
  });

  it('knows its members and the bot’s own standing', async () => {
    const telegram = await openTelegram();
    const status = async (user_id: number) =>
      (await telegram.result<{ status: string }>('getChatMember', { chat_id: GROUP, user_id }))
        .status;
    expect(await status(AIGUL.id)).toBe('creator');
    expect(await status(BAKYT.id)).toBe('member');
    expect(await status(103)).toBe('left');
    expect(await status(4200)).toBe('administrator');
    expect(await telegram.result('getChatMemberCount', { chat_id: GROUP })).toBe(3);
  });

  it('numbers its messages apart from other chats only if it is a supergroup', async () => {
    const telegram = await openTelegram();
    const send = async (chat_id: number) =>
      (await telegram.result('sendMessage', { chat_id, text: 'x' })).message_id;
    const first = await send(AIGUL.id);
    expect(await send(GROUP)).toBe(first + 1);
    expect(await send(FORUM)).toBe(1);
    expect(await send(AIGUL.id)).toBe(first + 2);
  });
});
