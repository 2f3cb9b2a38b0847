import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readAuditHead, writeAuditHead } from '../../src/storage/audit-head.ts';
import { freshFolder } from '../support/folder.ts';

const HMAC = 'ab'.repeat(32);

test('the last head written is the one read', async () => {
  const dir = freshFolder();
  expect(await readAuditHead(dir)).toBeNull();
  await writeAuditHead(dir, { seq: 1, hmac: 'cd'.repeat(32) });
  await writeAuditHead(dir, { seq: 2, hmac: HMAC });
  expect(await readAuditHead(dir)).toEqual({ seq: 2, hmac: HMAC });
  expect(readFileSync(path.join(dir, 'audit.head'), 'utf8')).toBe(`{"seq":2,"hmac":"${HMAC}"}\n`);
});

test('a damaged head is not taken for none', async () => {
  const dir = freshFolder();
  for (const content of ['', '{', '{"seq":0,"hmac":"x"}', `{"seq":1,"hmac":"${HMAC}","more":1}`]) {
    writeFileSync(path.join(dir, 'audit.head'), content);
    await expect(readAuditHead(dir)).rejects.toThrow(
      'audit.head is damaged: restore it from a backup',
    );
  }
});
