import type { FormattedText } from '../../text/entity.ts';
import { formatCaption } from '../../text/format.ts';
import { storeFile } from '../../world/files.ts';
import type { Content, StoredFile } from '../../world/model.ts';
import { pictureSize } from '../../world/picture.ts';
import type { Context } from '../method.ts';
import { badRequest, refusal } from '../refusal.ts';
import { unsupportedParameters } from '../unsupported.ts';
import { isUpload, type Upload } from '../upload.ts';
import type { Captioned } from './sending.ts';

/** Bytes of a photo (core.telegram.org/bots/api, sendPhoto: 10 MB). */
const PHOTO_BYTES = 10 * 1024 * 1024;
/** Pixels of a photo's two sides together, and how much longer one may be (sendPhoto). */
const PHOTO_SIDES = 10_000;
const PHOTO_RATIO = 20;

export type MediaKind = 'document' | 'photo';

/** An InputMedia of the Bot API. */
export interface Media extends Captioned {
  type: string;
  media: string;
}

/**
 * The file a parameter stands for: an upload, `attach://part`, the id of a file this bot knows, or
 * an address. The sandbox opens no address, as Telegram could not reach one of this machine.
 */
export function readFile(context: Context, value: unknown, kind: MediaKind): StoredFile {
  if (isUpload(value)) return acceptUpload(context, value, kind);
  const text = String(value);
  if (text.startsWith('attach://')) {
    const part = context.attached.get(text.slice('attach://'.length));
    if (!part) throw badRequest(`There is no ${kind} in the request`);
    return acceptUpload(context, part, kind);
  }
  if (/^https?:\/\//i.test(text)) throw badRequest('failed to get HTTP URL content');
  const known = context.state.files.get(text);
  if (!known) throw unknownFile(text);
  if (known.kind !== kind) {
    throw badRequest(`can't use file of type ${capital(known.kind)} as ${capital(kind)}`);
  }
  return known;
}

function unknownFile(text: string): Error {
  return /^[A-Za-z0-9_-]+$/.test(text)
    ? badRequest('Wrong file identifier/HTTP URL specified')
    : badRequest('Wrong remote file identifier specified: Wrong character in the string');
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

function acceptUpload({ state }: Context, upload: Upload, kind: MediaKind): StoredFile {
  const { name, mime, bytes } = upload;
  if (bytes.length === 0) throw badRequest('file must be non-empty');
  if (kind === 'document') return storeFile(state, { kind, name, mime, bytes });
  if (bytes.length > PHOTO_BYTES) {
    throw badRequest(
      `file of size ${bytes.length} bytes is too big for a photo; the maximum size is ${PHOTO_BYTES} bytes`,
    );
  }
  const size = pictureSize(bytes);
  if (!size) throw badRequest('IMAGE_PROCESS_FAILED');
  const { width, height } = size;
  const ratio = Math.max(width, height) / Math.min(width, height);
  if (!(width + height <= PHOTO_SIDES && ratio <= PHOTO_RATIO)) {
    throw badRequest('PHOTO_INVALID_DIMENSIONS');
  }
  return storeFile(state, { kind, name, mime, bytes, width, height });
}

export function readCaption(call: Captioned): FormattedText {
  return formatCaption({
    text: call.caption,
    parseMode: call.parse_mode,
    entities: call.caption_entities,
  });
}

/** The content of one InputMedia. The sandbox carries documents and photos. */
export function readMedia(context: Context, media: Media): Content {
  if (media.type !== 'document' && media.type !== 'photo') {
    throw refusal(501, `the sandbox does not implement media of the type ${media.type}`);
  }
  const foreign = Object.keys(media).find((key) => unsupportedParameters.has(key));
  if (foreign) throw refusal(501, `the sandbox does not implement ${foreign} of media`);
  const caption = readCaption(media);
  return { kind: media.type, file: readFile(context, media.media, media.type), caption };
}
