import type { Api } from 'grammy';
import type { Message } from 'grammy/types';
import type { IncomingFile, IncomingMessage } from '../chat/visit.ts';
import { isTooBig } from './telegram-errors.ts';

export type Download = (filePath: string) => Promise<Uint8Array>;

function fileOf(message: Message, api: Api, download: Download): IncomingFile | null {
  const fetch = (fileId: string) => async () => {
    const file = await api.getFile(fileId).catch((error: unknown) => {
      if (isTooBig(error)) return null;
      throw error;
    });
    if (!file) return null;
    const { file_path } = file;
    if (file_path === undefined) throw new Error('Telegram names no path for the file');
    return download(file_path);
  };
  const { document, photo } = message;
  if (document) {
    return {
      name: document.file_name ?? null,
      mime: document.mime_type ?? null,
      size: document.file_size ?? null,
      photo: false,
      fetch: fetch(document.file_id),
    };
  }
  // Telegram sends several sizes, the largest last.
  const largest = photo?.at(-1);
  if (!largest) return null;
  return {
    name: null,
    mime: 'image/jpeg',
    size: largest.file_size ?? null,
    photo: true,
    fetch: fetch(largest.file_id),
  };
}

/** Kinds of message that carry nothing the bot can read. */
const UNREADABLE = [
  'voice',
  'video_note',
  'audio',
  'video',
  'animation',
  'sticker',
  'poll',
  'contact',
  'location',
  'venue',
  'dice',
  'game',
  'story',
  'checklist',
  'rich_message',
] as const;

/** Telegram's message as flows read it. */
export function toIncoming(
  message: Message,
  edited: boolean,
  api: Api,
  download: Download,
): IncomingMessage {
  const file = fileOf(message, api, download);
  const other = UNREADABLE.find((kind) => kind in message) ?? null;
  return {
    chatId: message.chat.id,
    messageId: message.message_id,
    text: message.text ?? null,
    caption: message.caption ?? null,
    file: other === 'animation' ? null : file,
    other: other ?? (message.text === undefined && !file ? 'unknown' : null),
    replyTo: message.reply_to_message?.message_id ?? null,
    album: message.media_group_id ?? null,
    edited,
  };
}
