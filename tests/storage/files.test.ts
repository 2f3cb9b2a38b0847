import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type FileStore, openFiles } from '../../src/storage/files.ts';
import { freshFolder } from '../support/folder.ts';

const KEY = new Uint8Array(32).fill(7);
const TEXT = Buffer.from('Буйрук № 45, 12.03.2025, Өмүрбекова Гүлнара');
const LONG_AGO = new Date('2020-01-01T00:00:00Z');

async function store(
  key = KEY,
): Promise<{ dir: string; files: FileStore; at: (name: string) => string }> {
  const dir = freshFolder();
  return { dir, files: await openFiles(dir, key), at: (name) => path.join(dir, 'files', name) };
}

test('what was put comes back byte for byte, with its size and SHA-256', async () => {
  const { files } = await store();
  for (const bytes of [TEXT, Buffer.alloc(0), randomBytes(3_000_000)]) {
    const written = await files.put(bytes);
    expect(written).toEqual({
      path: expect.stringMatching(/^[0-9a-f]{32}$/),
      sha256: createHash('sha256').update(bytes).digest('hex'),
      size: bytes.length,
      keyId: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    expect(Buffer.from(await files.get(written.path)).equals(bytes)).toBe(true);
  }
});

test('on the disk nothing of it can be read, and only the owner can open the file', async () => {
  const { files, at } = await store();
  const { path: name } = await files.put(TEXT);
  const raw = readFileSync(at(name));
  expect(raw.includes(TEXT)).toBe(false);
  expect(raw.includes(Buffer.from('Буйрук'))).toBe(false);
  expect(statSync(at(name)).mode & 0o777).toBe(0o600);
});

test('the same bytes twice are two files that look different', async () => {
  const { files, at } = await store();
  const [one, two] = [await files.put(TEXT), await files.put(TEXT)];
  expect(one.path).not.toBe(two.path);
  expect(readFileSync(at(one.path)).equals(readFileSync(at(two.path)))).toBe(false);
});

test('a changed byte anywhere, a cut and a swap of two files are noticed', async () => {
  const { files, at } = await store();
  const { path: name } = await files.put(TEXT);
  const sound = readFileSync(at(name));
  for (let place = 0; place < sound.length; place++) {
    const spoiled = Buffer.from(sound);
    spoiled[place] = (spoiled[place] ?? 0) ^ 1;
    writeFileSync(at(name), spoiled);
    await expect(files.get(name)).rejects.toThrow(
      /altered or damaged|one of ours|another|encrypted with key/,
    );
  }
  for (const length of [0, 3, 30, sound.length - 1]) {
    writeFileSync(at(name), sound.subarray(0, length));
    await expect(files.get(name)).rejects.toThrow(`stored file ${name}`);
  }
  const other = await files.put(Buffer.from('other'));
  writeFileSync(at(name), readFileSync(at(other.path)));
  await expect(files.get(name)).rejects.toThrow(`stored file ${name} was altered`);
});

test('another key is named in the refusal, with the cure', async () => {
  const { dir, files } = await store();
  const { path: name, keyId } = await files.put(TEXT);
  const others = await openFiles(dir, new Uint8Array(32).fill(8));
  await expect(others.get(name)).rejects.toThrow(
    new RegExp(`encrypted with key ${keyId}, the present one is [0-9a-f]{16}: set the SECRET_KEY`),
  );
});

test('a name from outside the folder is never followed', async () => {
  const { files, dir } = await store();
  writeFileSync(path.join(dir, 'secret.key'), 'x');
  for (const name of ['../secret.key', '/etc/passwd', '', 'a'.repeat(33), `${'a'.repeat(32)}/..`]) {
    await expect(files.get(name)).rejects.toThrow('not the name of a stored file');
    await expect(files.remove(name)).rejects.toThrow('not the name of a stored file');
  }
});

test('a removed file is gone; removing it again does no harm', async () => {
  const { files, dir } = await store();
  const { path: name } = await files.put(TEXT);
  await files.remove(name);
  await files.remove(name);
  expect(readdirSync(path.join(dir, 'files'))).toEqual([]);
  await expect(files.get(name)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('the sweep takes aged rubbish only: not what has a row, not what is still young', async () => {
  const { files, at, dir } = await store();
  const kept = (await files.put(TEXT)).path;
  const orphan = (await files.put(TEXT)).path;
  const young = (await files.put(TEXT)).path;
  const unfinished = `${'0'.repeat(32)}.abcdef.tmp`;
  const beingWritten = `${'1'.repeat(32)}.abcdef.tmp`;
  for (const name of [unfinished, beingWritten]) writeFileSync(at(name), 'half');
  for (const name of [kept, orphan, unfinished]) utimesSync(at(name), LONG_AGO, LONG_AGO);
  const asked: string[][] = [];

  const swept = await files.sweep((names) => {
    asked.push([...names].toSorted());
    return Promise.resolve(new Set([kept]));
  }, LONG_AGO.getTime() + 1);

  expect(swept).toEqual({ unfinished: 1, unknown: 1 });
  expect(asked).toEqual([[kept, orphan].toSorted()]);
  expect(readdirSync(path.join(dir, 'files')).toSorted()).toEqual(
    [kept, young, beingWritten].toSorted(),
  );
});

test('a write that fails leaves nothing behind', async () => {
  const { files, dir } = await store();
  const folder = path.join(dir, 'files');
  const before = readdirSync(folder);
  await expect(files.put(null as unknown as Uint8Array)).rejects.toThrow(TypeError);
  expect(readdirSync(folder)).toEqual(before);
});
