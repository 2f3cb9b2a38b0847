import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { encode } from '../../../src/chat/callback.ts';
import { fakeFiles } from '../../support/file-bytes.ts';
import { answerOf, jump, phoneOf } from '../../support/phone.ts';
import { type Office, openOffice } from '../../support/visit.ts';

const { pdf, png, jpg, docx, heic, text } = fakeFiles;

async function at(item: number) {
  const office = await openOffice();
  const phone = phoneOf(office, 'officer');
  await phone.open();
  await jump(phone, office, item);
  return { office, phone };
}

const file = (bytes: Uint8Array, name: string | null = null) => ({
  name,
  size: bytes.byteLength,
  fetch: () => Promise.resolve(bytes),
});

const stored = (office: Office) =>
  office.database.client.evidence.findMany({
    include: { file: true },
    orderBy: { id: 'asc' },
  });

describe('a file', () => {
  test('is kept encrypted with its hash, its caption and the item it came for', async () => {
    const { office, phone } = await at(301);
    await phone.send(file(pdf, 'программа_2025.pdf'), { caption: 'Бекитилген <программа>' });
    const [row] = await stored(office);
    expect(row).toMatchObject({
      item: 301,
      kind: 'file',
      text: 'Бекитилген <программа>',
      file: {
        name: 'программа_2025.pdf',
        mime: 'application/pdf',
        size: pdf.byteLength,
        sha256: createHash('sha256').update(pdf).digest('hex'),
      },
    });
    const back = await office.around.files.get(row?.file?.path ?? '');
    expect(Buffer.from(back).equals(Buffer.from(pdf))).toBe(true);
    expect(phone.last.note?.text).toBe(
      `3.1 суроосуна документ кошулду:\n«программа_2025.pdf», ${pdf.byteLength} байт – Бекитилген &lt;программа&gt;\n\nНомерин жана датасын жазсаңыз, файл милдеттүү эмес. Мисалы: № 45, 12.03.2025`,
    );
    expect(phone.screen.text).toContain('Ырастоочу документтер: 1');
  });

  test('with personal data is kept, and the receipt asks not to send such', async () => {
    const { office, phone } = await at(1204);
    await phone.send(file(jpg), { messageId: 777 });
    expect((await stored(office))[0]?.file).toMatchObject({ name: 'сүрөт 1.jpg' });
    expect(phone.last.note?.text).toBe(
      `12.4 суроосуна документ кошулду:\n«сүрөт 1.jpg», ${jpg.byteLength} байт\n\nЖеке маалыматы бар барактын сүрөтүн жөнөтпөңүз: номери менен датасы жетиштүү, түп нускасын комиссия жеринде көрөт.`,
    );
  });

  test.each([
    ['../../etc/passwd.pdf', pdf, 'passwd.pdf'],
    ['C:\\temp\\буйрук.PDF', pdf, 'буйрук.pdf'],
    ['фото\u202Egnp.exe', png, 'фотоgnp.exe.png'],
    ['<b>a|b?*".docx', docx, '_b_a_b___.docx'],
    ['  .pdf', pdf, 'document.pdf'],
    ['ж'.repeat(300), pdf, `${'ж'.repeat(96)}.pdf`],
    ['скан.jpeg', jpg, 'скан.jpg'],
    ['\u0000\u200B', pdf, 'document.pdf'],
  ])('of a hostile name %j gets a harmless one', async (name, bytes, harmless) => {
    const { office, phone } = await at(301);
    await phone.send(file(bytes, name));
    expect((await stored(office))[0]?.file?.name).toBe(harmless);
  });

  test('over 20 MB is refused before it is fetched', async () => {
    const { office, phone } = await at(301);
    await phone.send({ name: 'чоң.pdf', size: 25 * 1024 * 1024 });
    expect(phone.last.note?.text).toBe(
      'Файл өтө чоң: бот 20 мегабайтка чейинки файлды гана кабыл алат. Барактарды бирден сүрөткө тартып жөнөтүңүз же документтин номери менен датасын жазыңыз.',
    );
    expect(await stored(office)).toEqual([]);
    expect(phone.screen.text).toMatch(/^<b>3\.1<\/b>/);
  });

  test.each([
    ['of no bytes', new Uint8Array()],
    ['that only calls itself a PDF', text],
    ['of an iPhone’s own kind', heic],
  ])('%s is refused', async (_, bytes) => {
    const { office, phone } = await at(301);
    await phone.send({ ...file(bytes, 'a.pdf'), size: null });
    expect(phone.last.note?.text).toBe(
      'Бул файл бош же түрү ылайык келбейт. PDF, JPG, PNG, DOCX же XLSX жөнөтүңүз.',
    );
    expect(await stored(office)).toEqual([]);
    expect(await office.database.client.storedFile.count()).toBe(0);
  });

  test('delivered twice is kept once, and not fetched again', async () => {
    const { office, phone } = await at(301);
    await phone.send(file(pdf, 'a.pdf'), { messageId: 500 });
    await phone.send({ name: 'a.pdf', size: 10 }, { messageId: 500 });
    expect(await stored(office)).toHaveLength(1);
    expect(await office.database.client.storedFile.count()).toBe(1);
  });

  test('is given up when its document is removed', async () => {
    const { office, phone } = await at(301);
    await phone.send(file(pdf, 'a.pdf'));
    await phone.tap('Өчүрүү');
    const [row] = await stored(office);
    expect(row?.removedAt).not.toBeNull();
    expect(row?.file?.deletedAt).not.toBeNull();
  });

  test('has its caption corrected by an edit', async () => {
    const { office, phone } = await at(301);
    await phone.send(file(pdf, 'a.pdf'), { messageId: 500, caption: 'Түзум' });
    await phone.send(file(pdf, 'a.pdf'), { messageId: 500, caption: 'Түзүм', edited: true });
    expect((await stored(office)).map((one) => one.text)).toEqual(['Түзүм']);
  });

  test('is not fetched for a sent assessment', async () => {
    const { office, phone } = await at(301);
    await office.database.client.assessment.updateMany({ data: { state: 'submitted' } });
    await phone.send({ name: 'a.pdf', size: 10 });
    expect(phone.last.note?.text).toContain('Баалоо комиссияга жөнөтүлгөн');
    expect(await stored(office)).toEqual([]);
  });
});

describe('the card below a receipt', () => {
  test('shows its count at once when the document is moved away, and back', async () => {
    const { office, phone } = await at(301);
    await phone.send(file(pdf, 'a.pdf'));
    const card = phone.screenId;
    const count = () => /Ырастоочу документтер: \d/.exec(phone.messages.get(card)?.text ?? '')?.[0];
    expect(count()).toBe('Ырастоочу документтер: 1');
    const [row] = await stored(office);
    await phone.tap('Башка суроого которуу');
    await phone.tap('3.5');
    expect((await stored(office)).map(({ item }) => item)).toEqual([305]);
    expect(count()).toBeUndefined();
    await phone.press(encode('evidenceTo', [office.assessmentId, row?.id ?? 0, 301]));
    expect(count()).toBe('Ырастоочу документтер: 1');
  });

  test('shows its count at once when the document is removed', async () => {
    const { phone } = await at(301);
    await phone.send(file(pdf, 'a.pdf'));
    const card = phone.screenId;
    await phone.tap('Өчүрүү');
    expect(phone.messages.get(card)?.text).toMatch(/^<b>3\.1<\/b>/);
    expect(phone.messages.get(card)?.text).not.toContain('Ырастоочу документтер');
  });

  test('of another item stays as it is', async () => {
    const { phone } = await at(301);
    await phone.send(file(pdf, 'a.pdf'));
    await phone.tap('Кийинчерээк');
    await phone.tap('Өчүрүү');
    expect(phone.last.edits).toEqual([]);
  });
});

describe('an album', () => {
  test('goes to one item, each file once, with one receipt and one card below it', async () => {
    const { office, phone } = await at(301);
    const before = new Set(phone.messages.keys());
    for (const [place, bytes] of [jpg, png, pdf].entries()) {
      await phone.send(file(bytes), { album: 'a1', messageId: 600 + place });
    }
    const came = [...phone.messages].filter(([id]) => !before.has(id)).map(([, screen]) => screen);
    expect(came).toHaveLength(2);
    expect(came[0]).toEqual({
      text: [
        '3.1 суроосуна 3 документ кошулду:',
        `«сүрөт 1.jpg», ${jpg.byteLength} байт`,
        `«сүрөт 2.png», ${png.byteLength} байт`,
        `«сүрөт 3.pdf», ${pdf.byteLength} байт`,
        '',
        'Номерин жана датасын жазсаңыз, файл милдеттүү эмес. Мисалы: № 45, 12.03.2025',
      ].join('\n'),
      rows: [],
    });
    expect(came[1]).toBe(phone.screen);
    expect((await stored(office)).map(({ item }) => item)).toEqual([301, 301, 301]);
    expect(phone.screen.text).toContain('Ырастоочу документтер: 3');
  });

  test('whose receipt is not known has its other files counted on a new card', async () => {
    const { office, phone } = await at(301);
    await phone.send(file(jpg), { album: 'a1', messageId: 600 });
    await office.database.client.evidence.updateMany({ data: { receipt: null } });
    await phone.send(file(png), { album: 'a1', messageId: 601 });
    expect(phone.last).toMatchObject({ fresh: true });
    expect(phone.screen.text).toContain('Ырастоочу документтер: 2');
  });

  test('right after an answer is asked about once, and goes as a whole', async () => {
    const { office, phone } = await at(301);
    await phone.tap('Ооба');
    await phone.send(file(jpg), { album: 'a1', messageId: 600, caption: 'Титул' });
    expect(phone.screen.text).toBe('Бул 3.1 үчүнбү же 3.2 үчүнбү?\n\n«сүрөт 1.jpg»');
    await phone.send(file(png), { album: 'a1', messageId: 601 });
    expect(phone.last).toEqual({});
    expect(await stored(office)).toEqual([]);
    await phone.tap('3.1');
    const rows = await stored(office);
    expect(rows.map(({ item, text, sourceMessage }) => ({ item, text, sourceMessage }))).toEqual([
      { item: 301, text: 'Титул', sourceMessage: 600 },
      { item: 301, text: null, sourceMessage: 601 },
    ]);
    expect(await office.database.client.heldMessage.count()).toBe(0);
    expect(await answerOf(office, 301)).toMatchObject({ rating: 'yes' });
  });
});
