import type { Context } from '../method.ts';
import { badRequest } from '../refusal.ts';

/** Characters of the answer (core.telegram.org/bots/api, answerCallbackQuery). */
const ANSWER_LENGTH = 200;
/**
 * How long a press can be answered, on the sandbox's clock. Telegram publishes no figure, and
 * reports name anything from seconds up; a bot that answers after a minute is late for the person
 * in any case.
 */
const ANSWERABLE_MS = 60_000;

interface Answer {
  callback_query_id: string;
  text?: string;
  show_alert?: boolean;
  url?: string;
}

export const callbacks = {
  answerCallbackQuery: ({ state }: Context, call: Answer) => {
    const callback = state.callbacks.get(call.callback_query_id);
    const age = state.options.now() - (callback?.pressedAt ?? 0);
    if (!callback || callback.answer || callback.expired || age > ANSWERABLE_MS) {
      throw badRequest('query is too old and response timeout expired or query ID is invalid');
    }
    const { text = '', show_alert: alert = false, url } = call;
    if (text.length > ANSWER_LENGTH) throw badRequest('MESSAGE_TOO_LONG');
    if (url !== undefined && !url.startsWith(`https://t.me/${state.options.bot.username}?start=`)) {
      throw badRequest('URL_INVALID');
    }
    callback.answer = { text, alert, ...(url !== undefined && { url }) };
    state.events.emit('callback', () => ({
      personId: callback.personId,
      queryId: callback.id,
      text,
      alert,
      ...(url !== undefined && { url }),
    }));
    return true;
  },
};
