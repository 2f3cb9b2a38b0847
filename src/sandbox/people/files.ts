import { CAPTION_LENGTH } from '../text/format.ts';
import { storeFile } from '../world/files.ts';
import { pictureSize } from '../world/picture.ts';
import type { Content, StoredFile } from '../world/model.ts';
import type { State } from '../world/state.ts';
import { type Place, plainText, say } from './talk.ts';

export interface UploadedFile {
  name: string;
  mime: string;
  bytes: Buffer;
}

export interface Sent extends Place {
  files: UploadedFile[];
  as: 'document' | 'photo';
  caption?: string | undefined;
}

/** Somebody sends files; several together are an album, and the first carries the caption. */
export function upload(state: State, sent: Sent): { messageIds: number[] } {
  if (sent.files.length === 0) throw new Error('there is no file to send');
  const { caption = '' } = sent;
  if (caption.length > CAPTION_LENGTH) {
    throw new Error(`a caption holds at most ${CAPTION_LENGTH} characters`);
  }
  const album = sent.files.length > 1 ? `${13_000_000_000 + ++state.lastAlbum}` : undefined;
  const stored = sent.files.map((file) => store(state, file, sent.as));
  const messageIds = stored.map((file, index) => {
    const words = plainText(index === 0 ? caption : '');
    return say(state, sent, { kind: sent.as, file, caption: words }, album).id;
  });
  return { messageIds };
}

function store(state: State, { name, mime, bytes }: UploadedFile, kind: Sent['as']): StoredFile {
  if (kind === 'document') return storeFile(state, { kind, name, mime, bytes });
  const size = pictureSize(bytes);
  if (!size) throw new Error(`${name} is not a picture`);
  return storeFile(state, { kind, name: 'photo.jpg', mime: 'image/jpeg', bytes, ...size });
}

export type OddKind = 'sticker' | 'voice' | 'poll' | 'contact';

/** Somebody sends what a bot that asks for text does not expect. */
export function sendOdd(state: State, place: Place, kind: OddKind): { messageId: number } {
  return { messageId: say(state, place, oddContent(state, place.personId, kind)).id };
}

function oddContent(state: State, personId: number, kind: OddKind): Content {
  switch (kind) {
    case 'sticker': {
      const file = storeFile(state, {
        kind,
        name: 'sticker.webp',
        mime: 'image/webp',
        bytes: Buffer.from('RIFF'),
        width: 512,
        height: 512,
      });
      return { kind, file, emoji: '👍' };
    }
    case 'voice': {
      const bytes = Buffer.from('OggS');
      const file = storeFile(state, { kind, name: 'voice.ogg', mime: 'audio/ogg', bytes });
      return { kind, file, caption: plainText('') };
    }
    case 'poll':
      return { kind, question: 'Жыйын качан болсун?', options: ['Бүгүн', 'Эртең'] };
    case 'contact':
      break;
  }
  return { kind, phone: '+996700000000', personId };
}
