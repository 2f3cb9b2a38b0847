import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import { isTooLate, isUnreachable } from '../bot/telegram-errors.ts';
import { translate } from '../chat/translator.ts';
import { loadActor } from '../domain/access/actor.service.ts';
import type { Database } from '../domain/shared/database.ts';

/**
 * Tells the person that what he did could not be saved, or that it was (`applied`) and only could not
 * be shown; in his language where the database answers.
 */
export const apologiser =
  (api: Api, database: Database) =>
  async (update: Update, applied: boolean): Promise<void> => {
    const message = update.message ?? update.edited_message;
    const from = update.callback_query?.from ?? message?.from;
    const chat = update.callback_query?.message?.chat ?? message?.chat;
    if (!from || (chat && chat.type !== 'private')) return;
    const actor = await loadActor(database.read, from.id).catch(() => null);
    const t = translate(actor?.language ?? 'ky');
    const key = applied ? 'errors:notShown' : 'errors:notSaved';
    try {
      if (update.callback_query) {
        const text = t.plain(key);
        await api.answerCallbackQuery(update.callback_query.id, { text, show_alert: true });
      } else await api.sendMessage(from.id, t(key), { parse_mode: 'HTML' });
    } catch (error) {
      if (!isTooLate(error) && !isUnreachable(error)) throw error;
    }
  };
