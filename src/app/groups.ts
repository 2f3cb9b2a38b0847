import type { Api } from 'grammy';
import type { Chat, Update } from 'grammy/types';
import { isUnreachable, isTooLate } from '../bot/telegram-errors.ts';
import { translate } from '../chat/translator.ts';
import { loadActor } from '../domain/access/actor.service.ts';
import { bindGroup, moveGroup, unbindGroup } from '../domain/commission/group.service.ts';
import { moveGroup as moveOwed } from '../domain/outbox/service.ts';
import { comeBack, fallSilent } from './presence.ts';
import { type VisitOptions, workFor } from './visits.ts';

const START = /^\/start(?:@\w+)?\s+([A-Za-z0-9_-]{1,64})$/;

/** What happens outside of private conversations: groups, and where the bot is let in or thrown out. */
export function createGroups(options: VisitOptions) {
  const { api, database } = options;

  const membership = async (update: Update) => {
    const change = update.my_chat_member;
    if (!change) return;
    const gone =
      change.new_chat_member.status === 'kicked' || change.new_chat_member.status === 'left';
    const actor = await loadActor(database.read, change.from.id);
    if (change.chat.type !== 'private') {
      const work = workFor(options, actor?.personId ?? 0, update.update_id);
      if (gone) await unbindGroup(work, change.chat.id);
      return;
    }
    if (!actor) return;
    if (gone) await fallSilent(options, actor.personId);
    else await comeBack(options, actor.personId);
  };

  /** «/start@bot token», which Telegram sends when the bot is added by a `startgroup` link. */
  const bind = async (update: Update, chat: Chat, token: string) => {
    const fromId = update.message?.from?.id ?? 0;
    const actor = await loadActor(database.read, fromId);
    const t = translate(actor?.language ?? 'ky');
    const isForum = chat.type === 'supergroup' && chat.is_forum === true;
    const work = workFor(options, actor?.personId ?? 0, update.update_id);
    const bound = await bindGroup(work, token, { id: chat.id, isForum });
    const text = bound.ok ? t('general:groupBound') : t(`errors:${bound.error.code}`);
    await say(api, chat.id, text);
  };

  return async (update: Update): Promise<void> => {
    await membership(update);
    const pressed = update.callback_query;
    if (pressed) {
      const actor = await loadActor(database.read, pressed.from.id);
      const t = translate(actor?.language ?? 'ky');
      const words = { text: t.plain('general:openPrivately'), show_alert: true };
      await api.answerCallbackQuery(pressed.id, words).catch((error: unknown) => {
        if (!isTooLate(error)) throw error;
      });
    }
    const message = update.message;
    if (!message) return;
    if (message.migrate_to_chat_id !== undefined) {
      await groupMoved(options, message.chat.id, message.migrate_to_chat_id, update.update_id);
    }
    const token = START.exec(message.text ?? '')?.[1];
    if (token !== undefined && message.chat.type !== 'private')
      await bind(update, message.chat, token);
  };
}

/** The group, its topics and what is owed to it follow to the new id. */
export async function groupMoved(
  options: VisitOptions,
  from: number,
  to: number,
  updateId: number,
): Promise<void> {
  await moveGroup(workFor(options, 0, updateId), from, to);
  await moveOwed(options.database, from, to);
}

async function say(api: Api, chatId: number, text: string): Promise<void> {
  try {
    await api.sendMessage(chatId, text, { parse_mode: 'HTML' });
  } catch (error) {
    if (!isUnreachable(error)) throw error;
  }
}
