import { type Api, InputFile } from 'grammy';
import { keyboardOf } from '../chat/keyboard.ts';
import type { Outgoing } from '../chat/outgoing.ts';

/** How every message of the bot is written. */
export const HTML = { parse_mode: 'HTML', link_preview_options: { is_disabled: true } } as const;

/** Sends a message owed and returns its id. `threadId`: the topic of a forum. */
export async function sendOut(
  api: Api,
  chatId: number,
  out: Outgoing,
  threadId: number | null,
): Promise<number> {
  const thread = threadId === null ? {} : { message_thread_id: threadId };
  if (out.kind !== 'screen') {
    const file = new InputFile(out.bytes, out.fileName);
    const caption =
      out.caption === null ? {} : { caption: out.caption, parse_mode: HTML.parse_mode };
    const options = { ...thread, ...caption };
    const sent =
      out.kind === 'photo'
        ? await api.sendPhoto(chatId, file, options)
        : await api.sendDocument(chatId, file, options);
    return sent.message_id;
  }
  const { text, rows } = out.screen;
  const markup = rows.length > 0 ? { reply_markup: keyboardOf(rows) } : {};
  return (await api.sendMessage(chatId, text, { ...HTML, ...thread, ...markup })).message_id;
}
