import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { AIGUL, openTelegram, pngBytes, refusedWith, type Telegram, TOKEN } from '../telegram.ts';

const chat_id = AIGUL.id;
const form = { chat_id: String(chat_id) };
const file = (bytes: BlobPart, name = 'кагаз.pdf') => new File([bytes], name);
const png = (width: number, height: number) => file(pngBytes(width, height), 'сүрөт.png');

async function uploadedPhoto(telegram: Telegram): Promise<string> {
  const bytes = Buffer.from(pngBytes(10, 10));
  telegram.world.upload({
    personId: chat_id,
    chatId: chat_id,
    as: 'photo',
    files: [{ name: 'a.png', mime: 'image/png', bytes }],
  });
  return telegram.world.messages(chat_id).at(-1)?.photo?.fileId ?? '';
}

describe('a document is refused', () => {
  it.each([
    ['that is missing', {}, 'there is no document in the request'],
    [
      'whose attached part is missing',
      { document: 'attach://paper' },
      'there is no document in the request',
    ],
    ['that is empty', { document: file('') }, 'file must be non-empty'],
    [
      'with an id nobody gave out',
      { document: 'BQACAgIAAxkBAAIforged' },
      'wrong file identifier/HTTP URL specified',
    ],
    [
      'with an id that cannot be one',
      { document: 'not an id' },
      'wrong remote file identifier specified: Wrong character in the string',
    ],
    [
      'behind an address',
      { document: 'https://kg.example/a.pdf' },
      'failed to get HTTP URL content',
    ],
    [
      'with a caption of 1025 characters',
      { document: file('x'), caption: 'ы'.repeat(1025) },
      'message caption is too long',
    ],
  ])('%s', async (_when, fields, description) => {
    const telegram = await openTelegram();
    expect(
      await telegram.form('sendDocument', { ...form, ...(fields as Record<string, string>) }),
    ).toEqual(refusedWith(400, `Bad Request: ${description}`));
  });

  it('that is the id of a photo', async () => {
    const telegram = await openTelegram();
    const document = await uploadedPhoto(telegram);
    expect(await telegram.call('sendDocument', { chat_id, document })).toEqual(
      refusedWith(400, "Bad Request: can't use file of type Photo as Document"),
    );
    expect((await telegram.call('sendPhoto', { chat_id, photo: document })).status).toBe(200);
  });

  it('larger than 50 MB', async () => {
    const telegram = await openTelegram();
    const document = file(new Uint8Array(50 * 1024 * 1024 + 1));
    expect(await telegram.form('sendDocument', { ...form, document })).toEqual(
      refusedWith(413, 'Request Entity Too Large'),
    );
    expect(telegram.journal.refused().map((call) => [call.method, call.status])).toEqual([
      ['sendDocument', 413],
    ]);
  });

  it('whose length says so before a byte is read', async () => {
    const { base } = await openTelegram();
    const status = await new Promise((resolve, reject) => {
      const req = request(`${base}/bot${TOKEN}/sendDocument`, {
        method: 'POST',
        headers: { 'content-length': 80_000_000 },
      });
      req.on('response', (res) => resolve(res.statusCode));
      req.on('error', reject);
      req.flushHeaders();
    });
    expect(status).toBe(413);
  });
});

describe('a photo is refused', () => {
  it.each([
    ['that is missing', {}, 'there is no photo in the request'],
    ['that is no picture', { photo: file('plain text') }, 'IMAGE_PROCESS_FAILED'],
    ['whose sides exceed 10 000 together', { photo: png(6000, 4001) }, 'PHOTO_INVALID_DIMENSIONS'],
    ['that is 21 times as wide as high', { photo: png(2100, 100) }, 'PHOTO_INVALID_DIMENSIONS'],
    [
      'larger than 10 MB',
      { photo: file(new Uint8Array(10_485_761)) },
      'file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes',
    ],
  ])('%s', async (_when, fields, description) => {
    const telegram = await openTelegram();
    expect(
      await telegram.form('sendPhoto', { ...form, ...(fields as Record<string, File>) }),
    ).toEqual(refusedWith(400, `Bad Request: ${description}`));
  });

  it('but not one at the limits', async () => {
    const telegram = await openTelegram();
    for (const photo of [png(6000, 4000), png(2000, 100)]) {
      expect((await telegram.form('sendPhoto', { ...form, photo })).status).toBe(200);
    }
  });
});

describe('an album is refused', () => {
  const document = { type: 'document', media: 'attach://a' };
  it.each([
    [
      'of eleven',
      Array.from({ length: 11 }, () => document),
      'too many messages to send as an album',
    ],
    [
      'of mixed kinds',
      [document, { type: 'photo', media: 'attach://a' }],
      "can't use the media of the specified type in the album",
    ],
    [
      'of an unknown kind',
      [{ type: 'film', media: 'attach://a' }],
      'can\'t parse InputMediaAudio: Field "type" must be audio',
    ],
  ])('%s', async (_when, media, description) => {
    const telegram = await openTelegram();
    expect(
      await telegram.form('sendMediaGroup', {
        ...form,
        media: JSON.stringify(media),
        a: file('x'),
      }),
    ).toEqual(refusedWith(400, `Bad Request: ${description}`));
  });

  it('whole, if one of its files is missing', async () => {
    const telegram = await openTelegram();
    const before = telegram.world.messages(chat_id).length;
    const media = JSON.stringify([document, { type: 'document', media: 'attach://b' }]);
    const reply = await telegram.form('sendMediaGroup', { ...form, media, a: file('x') });
    expect(reply).toEqual(refusedWith(400, 'Bad Request: there is no document in the request'));
    expect(telegram.world.messages(chat_id)).toHaveLength(before);
  });
});

describe('getFile refuses', () => {
  it.each([
    ['an unknown id', { file_id: 'BQACforged' }, 'invalid file_id'],
    ['no id', {}, 'file_id not specified'],
  ])('%s', async (_when, parameters, description) => {
    const telegram = await openTelegram();
    expect(await telegram.call('getFile', parameters)).toEqual(
      refusedWith(400, `Bad Request: ${description}`),
    );
  });

  it('more than 20 MiB, and gives 20 MiB', async () => {
    const telegram = await openTelegram();
    const upload = (size: number) => {
      telegram.world.upload({
        personId: chat_id,
        chatId: chat_id,
        as: 'document',
        files: [{ name: 'a.bin', mime: 'application/octet-stream', bytes: Buffer.alloc(size) }],
      });
      return telegram.world.messages(chat_id).at(-1)?.document?.fileId;
    };
    expect(await telegram.call('getFile', { file_id: upload((20 << 20) + 1) })).toEqual(
      refusedWith(400, 'Bad Request: file is too big'),
    );
    expect((await telegram.call('getFile', { file_id: upload(20 << 20) })).status).toBe(200);
  });
});
