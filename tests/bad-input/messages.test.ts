import { expect, test } from 'vitest';
import { encode } from '../../src/chat/callback.ts';
import { LANGUAGES } from '../../src/domain/shared/language.ts';
import { answerEverything, submitAll } from './filled.ts';
import { docxParagraphs, unzip } from '../support/zip.ts';
import { openScene, type Scene, sentences, saidAfter, speak } from './scene.ts';
import { allTables, written } from './tables.ts';

const ITEM = 301;

const comment = async ({ client }: Scene) =>
  (await client.answer.findFirst({ where: { item: ITEM } }))?.comment ?? null;

/** The officer stands on the card, long after any answer. */
async function onCard(scene: Scene): Promise<void> {
  await scene.officer.press(encode('card', [scene.assessmentId, ITEM]));
}

const content = async ({ client }: Scene) => {
  const { OpenCard: _open, CardMessage: _message, ...rest } = await allTables(client);
  return rest;
};

test('a voice, a sticker, a poll, a contact where text is expected: a sentence, nothing saved', async () => {
  const scene = await openScene();
  const { officer, town, assessmentId } = scene;
  const unreadable = sentences('errors:walk.unreadable');
  const place = { personId: officer.personId, chatId: officer.personId };
  for (const language of LANGUAGES) {
    await speak(officer, language);
    await onCard(scene);
    const before = await content(scene);
    for (const kind of ['voice', 'sticker', 'poll', 'contact'] as const) {
      const { messageId } = town.world.sendOdd(place, kind);
      await town.quiet();
      expect(saidAfter(officer, messageId)[0]).toBe(unreadable[language]);
      expect(officer.card().id).toBe(officer.last().id);
    }
    expect(written(before, await content(scene))).toEqual({});

    await officer.press(encode('comment', [assessmentId, ITEM]));
    const asked = town.world.sendOdd(place, 'voice');
    await town.quiet();
    expect(saidAfter(officer, asked.messageId)[0]).toBe(unreadable[language]);
    await officer.say(`Үн эмес, текст: ${language}`);
    expect(await comment(scene)).toBe(`Үн эмес, текст: ${language}`);
  }
});

test('5 000 characters are refused whole, and the former comment stays', async () => {
  const scene = await openScene();
  const { officer, assessmentId } = scene;
  await onCard(scene);
  await officer.say('Мурунку түшүндүрмө');
  const refusal = sentences('errors:walk.commentLong', { n: 4096, max: 2000 });
  for (const language of LANGUAGES) {
    await speak(officer, language);
    await onCard(scene);
    const before = await content(scene);
    const messageId = await officer.say('ө'.repeat(5000));
    expect(saidAfter(officer, messageId).filter((said) => said === refusal[language])).toHaveLength(
      1,
    );
    expect(written(before, await content(scene))).toEqual({});

    await officer.press(encode('comment', [assessmentId, ITEM]));
    const asked = await officer.say('ң'.repeat(5000));
    expect(saidAfter(officer, asked)).toEqual([refusal[language]]);
    expect(await comment(scene)).toBe('Мурунку түшүндүрмө');
    await officer.press(encode('cancel'));
  }
  const typed = await officer.say('ү'.repeat(2000));
  expect(await comment(scene)).toBe('ү'.repeat(2000));
  expect(saidAfter(officer, typed)[0]).toMatch(/^Question 3\.1: the former comment was replaced/);
});

test('an edited comment takes the place of what it said; edited beyond the limit, it stays', async () => {
  const scene = await openScene();
  const { officer, town } = scene;
  await onCard(scene);
  const messageId = await officer.say('Биринчи түрү');
  const place = { personId: officer.personId, chatId: officer.personId };
  town.world.edit({ ...place, messageId, text: 'Экинчи түрү' });
  await town.quiet();
  expect(await comment(scene)).toBe('Экинчи түрү');
  town.world.edit({ ...place, messageId, text: 'ы'.repeat(2001) });
  await town.quiet();
  expect(await comment(scene)).toBe('Экинчи түрү');
  expect(officer.messages().map(({ text }) => text)).toContain(
    sentences('errors:walk.commentLong', { n: 2001, max: 2000 }).ky,
  );
});

test('a text of nothing visible is no comment', async () => {
  const scene = await openScene();
  const { officer } = scene;
  const empty = sentences('errors:walk.empty');
  for (const language of LANGUAGES) {
    await speak(officer, language);
    await onCard(scene);
    const before = await content(scene);
    const messageId = await officer.say('\u200B\u200E\u2060\u00AD');
    expect(saidAfter(officer, messageId)[0]).toBe(empty[language]);
    expect(written(before, await content(scene))).toEqual({});
  }
});

/** Tags, an entity, a right-to-left override, a zero-width space, an emoji, a formula. */
const NASTY = '=1+1 <b>жазуу</b> & &lt;i&gt; \u202Eтөнөт\u202C ноль\u200Bкеңдик 👩‍🌾 "тырмакча"';
const CLEAN = '=1+1 <b>жазуу</b> & &lt;i&gt; төнөт нолькеңдик 👩🌾 "тырмакча"';

test('markup, direction marks and emoji are shown as typed in the chat and clean in the papers', async () => {
  const scene = await openScene();
  const { officer, town, client } = scene;
  await client.person.updateMany({
    where: { telegramId: BigInt(officer.personId) },
    data: { name: '<b>Гүлнур</b> & \u202EӨмүрова\u202C 👩‍🌾' },
  });
  await answerEverything(scene);
  await onCard(scene);
  const said = await officer.say(NASTY);
  expect(await comment(scene)).toBe(CLEAN);
  expect(saidAfter(officer, said)[0]).toContain(CLEAN);
  const receipt = officer.messages().find(({ id }) => id > said);
  expect(receipt?.entities?.filter(({ type }) => type === 'bold') ?? []).toEqual([]);

  await submitAll(scene);
  const papers = { docx: 1, pdf: 2, xlsx: 3, json: 4 };
  const submission = await client.submission.findFirstOrThrow();
  for (const format of Object.values(papers)) {
    await officer.press(encode('paper', [submission.id, format]));
  }
  await town.quiet();
  const bytesOf = (extension: string) => {
    const name = officer
      .messages()
      .find(({ document }) => document?.name.endsWith(extension))?.document;
    if (!name) throw new Error(`No ${extension} came: ${officer.last().text}`);
    const file = town.world.file(name.fileId);
    if (!file) throw new Error('The file is gone');
    return file.bytes;
  };
  const docx = docxParagraphs(bytesOf('.docx')).join('\n');
  expect(docx).toContain(CLEAN);
  expect(docx).toContain('<b>Гүлнур</b> & Өмүрова');
  const xlsx = [...unzip(bytesOf('.xlsx')).entries()]
    .filter(([name]) => name.endsWith('.xml'))
    .map(([, bytes]) => bytes.toString('utf8'))
    .join('\n');
  expect(xlsx).not.toMatch(/<f[ >]/);
  expect(xlsx).toContain('&lt;b&gt;жазуу&lt;/b&gt; &amp; &amp;lt;i&amp;gt; төнөт нолькеңдик');
  for (const text of [docx, xlsx]) expect(text).not.toMatch(/[\u200B\u202A-\u202E]/);
});
