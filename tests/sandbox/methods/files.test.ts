import { describe, expect, it } from 'vitest';
import { AIGUL, openTelegram, pngBytes, type Telegram, TOKEN } from '../telegram.ts';

const chat_id = AIGUL.id;
const PAPER = 'Кагаз: ө, ү, ң — «актан»';

async function sendPaper(telegram: Telegram, fields: Record<string, string> = {}) {
  const document = new File([PAPER], 'Отчёт №1.docx', { type: 'application/msword' });
  const { body } = await telegram.form('sendDocument', {
    chat_id: String(chat_id),
    document,
    ...fields,
  });
  return body.result as { message_id: number; document: { file_id: string } };
}

describe('a document of the bot', () => {
  it('keeps its name, type, caption and bytes on the way to the person', async () => {
    const telegram = await openTelegram();
    await sendPaper(telegram, { caption: '<b>Кагаз</b>', parse_mode: 'HTML' });
    const message = telegram.world.messages(chat_id).at(-1);
    expect(message).toMatchObject({
      from: 'bot',
      caption: 'Кагаз',
      captionEntities: [{ type: 'bold', offset: 0, length: 5 }],
      document: { name: 'Отчёт №1.docx', mime: 'application/msword' },
    });
    const { fileId = '' } = message?.document ?? {};
    const response = await fetch(`${telegram.base}/sandbox/file/${fileId}`);
    expect(await response.text()).toBe(PAPER);
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('Отчёт №1.docx')}`,
    );
  });

  it('can be sent again by its id', async () => {
    const telegram = await openTelegram();
    const { document } = await sendPaper(telegram);
    const again = await telegram.result<{ document: { file_id: string } }>('sendDocument', {
      chat_id,
      document: document.file_id,
    });
    expect(again.document.file_id).toBe(document.file_id);
  });

  it('can get another caption, and another file in its place', async () => {
    const telegram = await openTelegram();
    const { message_id } = await sendPaper(telegram);
    await telegram.result('editMessageCaption', { chat_id, message_id, caption: 'Жаңы' });
    expect(telegram.world.messages(chat_id).at(-1)?.caption).toBe('Жаңы');
    const media = JSON.stringify({ type: 'photo', media: 'attach://p' });
    const fields = { chat_id: String(chat_id), message_id: String(message_id), media };
    await telegram.form('editMessageMedia', { ...fields, p: new File([pngBytes(4, 3)], 'p.png') });
    expect(telegram.world.messages(chat_id).at(-1)).toMatchObject({
      id: message_id,
      photo: { width: 4, height: 3 },
    });
  });
});

describe('a document of a person', () => {
  it('reaches the bot with the same bytes', async () => {
    const telegram = await openTelegram();
    const bytes = Buffer.from(PAPER);
    telegram.world.upload({
      personId: chat_id,
      chatId: chat_id,
      as: 'document',
      caption: 'Далил',
      files: [{ name: 'а.pdf', mime: 'application/pdf', bytes }],
    });
    const [update] =
      await telegram.result<{ message: { document: { file_id: string }; caption: string } }[]>(
        'getUpdates',
      );
    expect(update?.message.caption).toBe('Далил');
    const { file_path, file_size } = await telegram.result<{
      file_path: string;
      file_size: number;
    }>('getFile', { file_id: update?.message.document.file_id });
    expect(file_size).toBe(bytes.length);
    const response = await fetch(`${telegram.base}/file/bot${TOKEN}/${file_path}`);
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('cannot be fetched with a foreign token or an invented path', async () => {
    const { base } = await openTelegram();
    expect((await fetch(`${base}/file/bot1:other/documents/file_1.pdf`)).status).toBe(401);
    expect((await fetch(`${base}/file/bot${TOKEN}/documents/file_99.pdf`)).status).toBe(404);
  });
});

describe('an album', () => {
  it('of the bot arrives as messages with one group id', async () => {
    const telegram = await openTelegram();
    const media = JSON.stringify([
      { type: 'document', media: 'attach://a', caption: 'Бир' },
      { type: 'document', media: 'attach://b' },
    ]);
    const { body } = await telegram.form('sendMediaGroup', {
      chat_id: String(chat_id),
      media,
      a: new File(['1'], 'a.txt'),
      b: new File(['2'], 'b.txt'),
    });
    const messages = body.result as { media_group_id: string; document: { file_name: string } }[];
    expect(messages.map((message) => message.document.file_name)).toEqual(['a.txt', 'b.txt']);
    expect(new Set(messages.map((message) => message.media_group_id)).size).toBe(1);
  });

  it('of a person reaches the bot as updates with one group id, the caption on the first', async () => {
    const telegram = await openTelegram();
    const photo = { name: 'p.png', mime: 'image/png', bytes: Buffer.from(pngBytes(8, 6)) };
    telegram.world.upload({
      personId: chat_id,
      chatId: chat_id,
      as: 'photo',
      caption: 'Экөө',
      files: [photo, photo],
    });
    const updates =
      await telegram.result<
        { message: { media_group_id: string; caption?: string; photo: object[] } }[]
      >('getUpdates');
    expect(updates.map(({ message }) => message.caption)).toEqual(['Экөө', undefined]);
    expect(new Set(updates.map(({ message }) => message.media_group_id)).size).toBe(1);
    expect(updates[0]?.message.photo[0]).toMatchObject({ width: 8, height: 6 });
  });
});
