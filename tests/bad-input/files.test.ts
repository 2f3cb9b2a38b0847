import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { encode } from '../../src/chat/callback.ts';
import { LANGUAGES } from '../../src/domain/shared/language.ts';
import { archive } from './archive.ts';
import { openScene, type Scene, saidAfter, sentences, speak } from './scene.ts';
import { allTables, written } from './tables.ts';

const ITEM = 301;
const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

async function onCard({ officer, assessmentId }: Scene): Promise<void> {
  await officer.press(encode('card', [assessmentId, ITEM]));
}

const kept = async (scene: Scene) => {
  const { OpenCard: _open, CardMessage: _message, ...rest } = await allTables(scene.client);
  return rest;
};
const atRest = ({ town }: Scene) => readdirSync(path.join(town.dataDir, 'files'));

/** Sends files one by one; each must be refused with this sentence and leave nothing. */
async function refuses(
  scene: Scene,
  key: 'errors:file.tooLarge' | 'errors:file.unsuitable',
  files: readonly { readonly name: string; readonly bytes: Buffer; readonly mime?: string }[],
): Promise<void> {
  const { officer } = scene;
  const refusal = sentences(key);
  for (const language of LANGUAGES) {
    await speak(officer, language);
    await onCard(scene);
    const before = await kept(scene);
    for (const file of language === 'ky' ? files : files.slice(0, 1)) {
      const newest = officer.messages().at(-1)?.id ?? 0;
      await officer.upload([file]);
      expect([file.name, saidAfter(officer, newest)[0]]).toEqual([file.name, refusal[language]]);
    }
    expect(written(before, await kept(scene))).toEqual({});
    expect(atRest(scene)).toEqual([]);
  }
}

test('a file of 25 MB is refused before it is fetched', async () => {
  const scene = await openScene();
  await refuses(scene, 'errors:file.tooLarge', [
    { name: 'скан.pdf', bytes: Buffer.concat([PDF, Buffer.alloc(25_000_000)]) },
  ]);
  expect(scene.town.journal.of('getFile')).toEqual([]);
});

test('a file of exactly 20 MB is taken, one byte more is not', async () => {
  const scene = await openScene();
  const { officer, client } = scene;
  const limit = 20 * 1024 * 1024;
  await onCard(scene);
  await officer.upload([
    { name: 'a.pdf', bytes: Buffer.concat([PDF, Buffer.alloc(limit + 1 - PDF.length)]) },
  ]);
  expect(await client.storedFile.count()).toBe(0);
  await onCard(scene);
  await officer.upload([
    { name: 'b.pdf', bytes: Buffer.concat([PDF, Buffer.alloc(limit - PDF.length)]) },
  ]);
  expect(await client.storedFile.findMany({ select: { name: true, size: true } })).toEqual([
    { name: 'b.pdf', size: limit },
  ]);
});

test('empty files and files that are not what they say are refused by their content', async () => {
  const scene = await openScene();
  const { officer, town } = scene;
  const exe = Buffer.concat([Buffer.from('MZ\u0090\u0000'), Buffer.alloc(512, 7)]);
  const page = Buffer.from('<!DOCTYPE html><html><script>alert(1)</script></html>');
  const zeros = Buffer.alloc(200 << 20);
  const bomb = archive([
    { name: '[Content_Types].xml', bytes: zeros },
    { name: 'word/document.xml', bytes: Buffer.from('<w/>') },
  ]);
  expect(bomb.length).toBeLessThan(1 << 20);
  await refuses(scene, 'errors:file.unsuitable', [
    { name: 'буйрук.pdf', bytes: Buffer.alloc(0) },
    { name: 'буйрук.pdf', bytes: exe, mime: 'application/pdf' },
    { name: 'буйрук.pdf', bytes: page, mime: 'application/pdf' },
    { name: 'буйрук.docx', bytes: archive([{ name: 'a.txt', bytes: PDF }]) },
    { name: 'буйрук.pdf', bytes: Buffer.from('%PD') },
    { name: 'түзүм.svg', bytes: Buffer.from('<svg onload="alert(1)"/>'), mime: 'image/png' },
  ]);
  const resident = process.memoryUsage().rss;
  const began = performance.now();
  await officer.upload([{ name: 'бомба.docx', bytes: bomb }]);
  expect(officer.messages().at(-2)?.text).toBe(sentences('errors:file.unsuitable').en);
  expect(atRest(scene)).toEqual([]);
  expect(performance.now() - began).toBeLessThan(3000);
  expect(process.memoryUsage().rss - resident).toBeLessThan(150 << 20);
  expect(town.journal.breaches()).toEqual([]);
}, 30_000);

test('a hostile name is kept and shown as a harmless one with the ending its content deserves', async () => {
  const scene = await openScene();
  const { officer, client, town } = scene;
  const hostile: readonly [string, string][] = [
    ['../../../../etc/passwd', 'passwd.pdf'],
    ['..\\..\\windows\\system.ini', 'system.ini.pdf'],
    ['буйрук\u202Efdp.exe', 'буйрукfdp.exe.pdf'],
    ['ж'.repeat(300), `${'ж'.repeat(96)}.pdf`],
    ['план.exe', 'план.exe.pdf'],
    ['<b>&"план".pdf', '_b_&_план_.pdf'],
    ['...', 'document.pdf'],
    ['\u200B\u2060', 'document.pdf'],
    ['con\u0000\n.pdf', 'con.pdf'],
  ];
  for (const [given, shown] of hostile) {
    await onCard(scene);
    const newest = officer.messages().at(-1)?.id ?? 0;
    await officer.upload([{ name: given, bytes: PDF }], { replyTo: officer.card().id });
    const { name } = await client.storedFile.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(name).toBe(shown);
    expect(saidAfter(officer, newest).join('\n')).toContain(`«${shown.slice(0, 40)}`);
  }
  expect(atRest(scene)).toHaveLength(hostile.length);
  expect(atRest(scene).filter((name) => !/^[0-9a-f]{32}$/.test(name))).toEqual([]);
  expect(readdirSync(town.dataDir).toSorted()).toEqual(
    expect.arrayContaining(['eskertkich.db', 'files']),
  );
});

test('a file of which Telegram does not say the size is refused when it proves too large', async () => {
  const scene = await openScene({ allowed: ['Bad Request: file is too big'] });
  const { officer, town } = scene;
  const large = Buffer.concat([PDF, Buffer.alloc(21 << 20)]);
  await onCard(scene);
  const before = await kept(scene);
  const newest = officer.messages().at(-1)?.id ?? 0;
  const place = { personId: officer.personId, chatId: officer.personId };
  const { messageIds } = town.world.upload({
    ...place,
    as: 'document',
    files: [{ name: 'скан.pdf', mime: 'application/pdf', bytes: large }],
  });
  const update = town.world.pendingUpdates().at(-1);
  const sent = (update as unknown as { message: { document: { file_size?: number } } }).message;
  delete sent.document.file_size;
  await town.quiet();
  expect(messageIds).toHaveLength(1);
  expect(saidAfter(officer, newest)[0]).toBe(sentences('errors:file.tooLarge').ky);
  expect(written(before, await kept(scene))).toEqual({});
});
