import { keyboardOf } from '../chat/keyboard.ts';
import type { Screen } from '../chat/screen.ts';
import type { CardRow } from '../domain/outbox/model.ts';
import * as outbox from '../domain/outbox/service.ts';
import { type Ledger, type OutboxOptions, record, settleFailure } from './owed.ts';
import { HTML, sendOut } from './sending.ts';
import { isRefused, isTopicGone, isUnchanged, isUneditable } from './telegram-errors.ts';

/** Characters of a topic's name (Bot API, createForumTopic). */
const TOPIC_NAME = 128;

interface Topic {
  readonly orgId: number;
  readonly name: string;
}

/** Brings a claimed card up to date: in place where it stands, else as a new message. */
export function cardKeeper(options: OutboxOptions) {
  const { database, api, limiter, now } = options;

  const edited = async (chatId: number, messageId: number | null, screen: Screen) => {
    if (messageId === null) return false;
    try {
      const reply_markup = keyboardOf(screen.rows);
      await api.editMessageText(chatId, messageId, screen.text, { ...HTML, reply_markup });
      return true;
    } catch (error) {
      if (isUnchanged(error)) return true;
      if (isUneditable(error)) return false;
      throw error;
    }
  };

  /** The organisation's topic in a forum; null: the group has none, or lets the bot make none. */
  const threadFor = async (chatId: number, topic: Topic | undefined, anew: boolean) => {
    if (!topic || chatId > 0 || !(await options.isForum(chatId))) return null;
    const known = await outbox.topicOf(database.read, chatId, topic.orgId);
    if (known !== null && !anew) return known;
    const arrived = await limiter.turn(chatId);
    const name = [...topic.name].slice(0, TOPIC_NAME).join('');
    try {
      const { message_thread_id: made } = await api.createForumTopic(chatId, name).finally(arrived);
      await record(options, () => outbox.saveTopic(database, chatId, topic.orgId, made));
      return made;
    } catch (error) {
      if (!isRefused(error)) throw error;
      options.onFailure(error, `no topic in the group for organisation ${topic.orgId}`);
      return null;
    }
  };

  const sendAnew = async (chatId: number, screen: Screen, topic: Topic | undefined) => {
    const out = { kind: 'screen', screen } as const;
    const threadId = await threadFor(chatId, topic, false);
    try {
      return { messageId: await sendOut(api, chatId, out, threadId), threadId };
    } catch (error) {
      if (!isTopicGone(error)) throw error;
      const made = await threadFor(chatId, topic, true);
      return { messageId: await sendOut(api, chatId, out, made), threadId: made };
    }
  };

  return async (row: CardRow): Promise<void> => {
    const ledger: Ledger = {
      putOff: (dueAt, why) => outbox.putOffCard(database, row.id, dueAt, why),
      failed: (why) => outbox.failedCard(database, row.id, now(), why),
    };
    let chatId = 0;
    let stands: { messageId: number | null; threadId: number | null } = row;
    try {
      const render = Object.hasOwn(options.cards, row.kind) && options.cards[row.kind];
      if (!render) throw new Error(`Nobody renders ${row.kind}`);
      const to = await options.recipient(row.personId, row.chatId);
      if (to === 'unreachable') return await record(options, () => ledger.failed(to));
      const card = to === 'gone' ? null : await render(row.subject, to);
      if (card && to !== 'gone') {
        chatId = to.chatId;
        const arrived = await limiter.turn(chatId);
        try {
          if (!(await edited(chatId, row.messageId, card.screen))) {
            stands = await sendAnew(chatId, card.screen, card.topic);
          }
        } finally {
          arrived();
        }
      }
    } catch (error) {
      const { personId, attempts } = row;
      const what = `card ${row.id} (${row.kind})`;
      return settleFailure(options, error, { what, personId, chatId, attempts }, ledger);
    }
    const { messageId, threadId } = stands;
    await record(options, () => outbox.shown(database, row, messageId, threadId));
  };
}
