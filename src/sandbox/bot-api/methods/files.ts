import { openForSending } from '../../world/access.ts';
import { renderMessage } from '../../world/render.ts';
import type { Context } from '../method.ts';
import { badRequest } from '../refusal.ts';
import { type MediaKind, readCaption, readFile } from './media.ts';
import { type Captioned, type Sending, sendContent } from './sending.ts';

/** Bytes a bot may download (tdlib/telegram-bot-api: 20 << 20). */
const DOWNLOAD_BYTES = 20 << 20;

type SendFile = Sending & Captioned;

function sendFile(context: Context, call: SendFile, kind: MediaKind, value: unknown): unknown {
  const caption = readCaption(call);
  const chat = openForSending(context.state, call.chat_id, `${kind}s`, call.message_thread_id);
  const file = readFile(context, value, kind);
  const message = sendContent(context.state, chat, { kind, file, caption }, call);
  return renderMessage(context.state, message);
}

export const files = {
  sendDocument: (context: Context, call: SendFile & { document: unknown }) =>
    sendFile(context, call, 'document', call.document),

  sendPhoto: (context: Context, call: SendFile & { photo: unknown }) =>
    sendFile(context, call, 'photo', call.photo),

  getFile: ({ state }: Context, { file_id }: { file_id: string }) => {
    const file = state.files.get(file_id);
    if (!file) throw badRequest('invalid file_id');
    if (file.bytes.length > DOWNLOAD_BYTES) throw badRequest('file is too big');
    return {
      file_id: file.fileId,
      file_unique_id: file.uniqueId,
      file_size: file.bytes.length,
      file_path: file.path,
    };
  },
};
