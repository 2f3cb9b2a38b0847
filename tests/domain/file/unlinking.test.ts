import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { GRACE, unlinkDeleted } from '../../../src/domain/file/service.ts';
import { openFiles } from '../../../src/storage/files.ts';
import { freshDatabase } from '../../support/database.ts';
import { freshFolder } from '../../support/folder.ts';

const NOW = 2_000_000_000_000;

test('the bytes of a deleted file go a day after its row, those of others stay', async () => {
  const database = await freshDatabase();
  const files = await openFiles(freshFolder(), randomBytes(32));
  const rest = async (deletedAt: number | null) => {
    const { path, ...kept } = await files.put(Buffer.from('тизме'));
    await database.client.storedFile.create({
      data: {
        path,
        ...kept,
        name: 'тизме.xlsx',
        mime: 'text/csv',
        createdAt: 0n,
        deletedAt: deletedAt === null ? null : BigInt(deletedAt),
      },
    });
    return path;
  };
  const kept = await rest(null);
  const old = await rest(NOW - GRACE - 1);
  const fresh = await rest(NOW - GRACE);

  expect(await unlinkDeleted(database, files, NOW)).toBe(1);
  expect(await unlinkDeleted(database, files, NOW)).toBe(0);
  await expect(files.get(old)).rejects.toThrow(/ENOENT/);
  expect(Buffer.from(await files.get(kept)).toString()).toBe('тизме');
  expect(Buffer.from(await files.get(fresh)).toString()).toBe('тизме');
});
