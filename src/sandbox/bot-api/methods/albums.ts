import { openForSending } from '../../world/access.ts';
import { renderMessage } from '../../world/render.ts';
import type { Context } from '../method.ts';
import { badRequest } from '../refusal.ts';
import { type Media, readMedia } from './media.ts';
import { type Sending, sendContent } from './sending.ts';

/** Files of one album (core.telegram.org/bots/api, sendMediaGroup: 2-10). */
const SMALLEST = 2;
const LARGEST = 10;

export const albums = {
  sendMediaGroup: (context: Context, call: Sending & { media: Media[] }) => {
    const { state } = context;
    const { media } = call;
    if (media.length > LARGEST) throw badRequest('too many messages to send as an album');
    if (media.length < SMALLEST) throw badRequest('an album needs at least 2 items');
    if (new Set(media.map((item) => item.type)).size > 1) {
      throw badRequest("can't use the media of the specified type in the album");
    }
    const kind = media[0]?.type === 'photo' ? 'photos' : 'documents';
    const chat = openForSending(state, call.chat_id, kind, call.message_thread_id);
    // All are read before the first is sent: an album arrives whole or not at all.
    const contents = media.map((item) => readMedia(context, item));
    const album = `${14_000_000_000 + ++state.lastAlbum}`;
    return contents.map((content) =>
      renderMessage(state, sendContent(state, chat, content, call, album)),
    );
  },
};
