import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { writeAtomically } from '../../src/storage/atomic-write.ts';
import { freshFolder } from '../support/folder.ts';

test('the new content replaces the old whole, readable by the owner only', async () => {
  const file = path.join(freshFolder(), 'head');
  await writeAtomically(file, Buffer.from('a long first content'));
  await writeAtomically(file, Buffer.from('second'));
  expect(readFileSync(file, 'utf8')).toBe('second');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(path.dirname(file))).toEqual(['head']);
});

test('many writers at once leave one whole content and no rubbish', async () => {
  const file = path.join(freshFolder(), 'head');
  const contents = Array.from({ length: 20 }, (_, n) => String(n).repeat(50_000));
  await Promise.all(contents.map((content) => writeAtomically(file, Buffer.from(content))));
  expect(contents).toContain(readFileSync(file, 'utf8'));
  expect(readdirSync(path.dirname(file))).toEqual(['head']);
});

test('a write that cannot take its place removes what it began', async () => {
  const folder = freshFolder();
  mkdirSync(path.join(folder, 'head/inside'), { recursive: true });
  await expect(writeAtomically(path.join(folder, 'head'), Buffer.from('x'))).rejects.toMatchObject({
    code: 'EISDIR',
  });
  expect(readdirSync(folder)).toEqual(['head']);
});
