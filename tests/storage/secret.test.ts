import { readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openFiles } from '../../src/storage/files.ts';
import { keyFor, openSecret } from '../../src/storage/secret.ts';
import { freshFolder } from '../support/folder.ts';

test('the secret is made once, kept for the owner only, and found again', async () => {
  const dir = freshFolder();
  const first = await openSecret(dir, null);
  expect(first).toEqual({
    ok: true,
    value: { text: expect.stringMatching(/^[0-9a-f]{64}$/), made: true },
  });
  expect(statSync(path.join(dir, 'secret.key')).mode & 0o777).toBe(0o600);
  expect(await openSecret(dir, null)).toEqual({
    ok: true,
    value: { text: readFileSync(path.join(dir, 'secret.key'), 'utf8').trim(), made: false },
  });
  expect(await openSecret(freshFolder(), null)).not.toEqual(first);
});

test('SECRET_KEY is taken as it is and nothing is written', async () => {
  const dir = freshFolder();
  expect(await openSecret(dir, 'from the environment')).toEqual({
    ok: true,
    value: { text: 'from the environment', made: false },
  });
  expect(() => statSync(path.join(dir, 'secret.key'))).toThrow('ENOENT');
});

test('a lost key is not replaced while files stand that need it', async () => {
  const dir = freshFolder();
  const secret = await openSecret(dir, null);
  if (!secret.ok) throw new Error(secret.error);
  const files = await openFiles(dir, keyFor(secret.value.text, 'files'));
  const { path: name } = await files.put(Buffer.from('x'));
  rmSync(path.join(dir, 'secret.key'));
  expect(await openSecret(dir, null)).toEqual({
    ok: false,
    error: `${path.join(dir, 'secret.key')} is missing or empty, but encrypted files stand in ${path.join(dir, 'files')}: put the key back from a backup, or set SECRET_KEY.`,
  });
  await files.remove(name);
  expect(await openSecret(dir, null)).toMatchObject({ ok: true, value: { made: true } });
});

test('each purpose has a key of its own, the same at every start', () => {
  const hex = (key: Uint8Array) => Buffer.from(key).toString('hex');
  expect(hex(keyFor('a secret of some length', 'files'))).toBe(
    hex(keyFor('a secret of some length', 'files')),
  );
  expect(hex(keyFor('a secret of some length', 'files'))).not.toBe(
    hex(keyFor('a secret of some length', 'audit')),
  );
  expect(keyFor('a secret of some length', 'audit')).toHaveLength(32);
});
