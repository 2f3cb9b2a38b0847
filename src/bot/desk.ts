import type { Api } from 'grammy';
import { keyboardOf } from '../chat/keyboard.ts';
import type { Screen } from '../chat/screen.ts';
import type { Reply } from '../chat/visit.ts';
import {
  cardShown,
  openCardOf,
  receiptShown,
  screenShown,
} from '../domain/assessment/card.service.ts';
import type { Database } from '../domain/shared/database.ts';
import type { Limiter } from './limiter.ts';
import { isTooLate, isUnchanged, isUneditable } from './telegram-errors.ts';

export interface DeskOptions {
  readonly api: Api;
  readonly database: Database;
  readonly limiter: Limiter;
  readonly chatId: number;
  /** 0: a stranger, for whom nothing is remembered. */
  readonly personId: number;
  /** The button pressed; null: the person wrote. */
  readonly pressed: { readonly queryId: string; readonly messageId: number } | null;
}

/** Where replies go out: a tap's screen in place, everything else below. */
export interface Desk {
  deliver(reply: Reply): Promise<void>;
  /** Sends the question of a typed step and returns its message id. */
  ask(question: Screen): Promise<number>;
  /** Takes the buttons of a message away; one that is gone or has none is left as it is. */
  strip(messageId: number): Promise<void>;
  /** Shows what is open: in place where the pressed message still is the open one, else below. */
  showAgain(reply: Reply): Promise<void>;
  /** Answers the tap if no reply has; every callback is answered exactly once. */
  close(): Promise<void>;
}

const HTML = { parse_mode: 'HTML', link_preview_options: { is_disabled: true } } as const;

export function createDesk(options: DeskOptions): Desk {
  const { api, database, limiter, chatId, personId, pressed } = options;
  let answered = pressed === null;

  const answer = async (reply: Reply) => {
    if (answered || !pressed) return;
    answered = true;
    const words = reply.toast
      ? { text: reply.toast.slice(0, 200), show_alert: reply.alert === true }
      : {};
    try {
      await api.answerCallbackQuery(pressed.queryId, words);
    } catch (error) {
      if (!isTooLate(error)) throw error;
    }
  };

  const send = async (screen: Screen): Promise<number> => {
    const arrived = limiter.tap(chatId);
    const markup = screen.rows.length > 0 ? { reply_markup: keyboardOf(screen.rows) } : {};
    const words = { ...HTML, ...markup };
    const { message_id } = await api.sendMessage(chatId, screen.text, words).finally(arrived);
    return message_id;
  };

  const strip = async (messageId: number) => {
    try {
      await api.editMessageReplyMarkup(chatId, messageId);
    } catch (error) {
      if (!isUnchanged(error) && !isUneditable(error)) throw error;
    }
  };

  /** A new message becomes what is open; the former and the pressed one lose their buttons. */
  const sendBelow = async (screen: Screen, card: Reply['card']) => {
    const messageId = await send(screen);
    const former = personId === 0 ? null : await openCardOf(database, personId);
    if (pressed && pressed.messageId !== former?.messageId) await strip(pressed.messageId);
    if (personId === 0) return;
    await cardShown(database, { personId, chatId, messageId, card: card ?? null, former });
    if (former?.messageId && former.chatId === chatId && former.messageId !== messageId) {
      await strip(former.messageId);
    }
  };

  const edit = async (screen: Screen, reply: Reply) => {
    if (!pressed) return;
    try {
      await api.editMessageText(chatId, pressed.messageId, screen.text, {
        ...HTML,
        reply_markup: keyboardOf(screen.rows),
      });
    } catch (error) {
      if (isUneditable(error)) await sendBelow(screen, reply.card);
      else if (!isUnchanged(error)) throw error;
    }
  };

  const change = async (messageId: number, { text, rows }: Screen) => {
    try {
      await api.editMessageText(chatId, messageId, text, {
        ...HTML,
        reply_markup: keyboardOf(rows),
      });
    } catch (error) {
      if (!isUneditable(error) && !isUnchanged(error)) throw error;
    }
  };

  /** Both go out side by side; neither is left running when the other fails. */
  const editAndAnswer = async (screen: Screen, reply: Reply) => {
    const outcomes = await Promise.allSettled([answer(reply), edit(screen, reply)]);
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  };

  const desk: Desk = {
    async deliver(reply) {
      const { screen, note } = reply;
      if (note) {
        const messageId = await send(note);
        if (reply.noteOf !== undefined) await receiptShown(database, reply.noteOf, messageId);
      }
      if (pressed && screen && !reply.fresh) {
        await editAndAnswer(screen, reply);
        if (!reply.card && personId !== 0) await screenShown(database, personId, pressed.messageId);
      } else {
        await answer(reply);
        if (screen) await sendBelow(screen, reply.card);
      }
      for (const { messageId, screen: look } of reply.edits ?? []) await change(messageId, look);
    },
    async showAgain(reply) {
      const { screen, card = null } = reply;
      const open = personId === 0 ? null : await openCardOf(database, personId);
      if (!pressed || !screen || !open || open.messageId !== pressed.messageId) {
        return desk.deliver({ ...reply, fresh: true });
      }
      await editAndAnswer(screen, reply);
      const { messageId } = pressed;
      const former = { ...open, item: 0 };
      await cardShown(database, { personId, chatId, messageId, card, former });
    },
    async ask(question) {
      const messageId = await send(question);
      await answer({});
      return messageId;
    },
    strip,
    close: () => answer({}),
  };
  return desk;
}
