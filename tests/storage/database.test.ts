import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/storage/database.ts';
import { freshDatabase } from '../support/database.ts';

const person = (name: string) => ({ name, createdAt: 0n });

test('a commit survives a power cut, and rows point at rows that are there', async () => {
  const { file } = await freshDatabase();
  const { client, close } = openDatabase(file);
  onTestFinished(close);
  const pragma = async (name: string): Promise<unknown> => {
    const [row] = await client.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${name}`);
    return Object.values(row ?? {})[0];
  };
  expect(await pragma('journal_mode')).toBe('wal');
  expect(Number(await pragma('synchronous'))).toBe(2);
  expect(Number(await pragma('foreign_keys'))).toBe(1);
  await expect(
    client.openCard.create({ data: { personId: 404, chatId: 1n } }),
  ).rejects.toMatchObject({ code: 'P2003' });
  expect(await client.openCard.count()).toBe(0);
});

test('a write outside a transaction is not undone with it', async () => {
  const { client, write } = await freshDatabase();
  const begun = Promise.withResolvers<void>();
  const outside = begun.promise.then(() => client.person.create({ data: person('outside') }));
  await expect(
    write(async (tx) => {
      await tx.person.create({ data: person('inside') });
      begun.resolve();
      await pause(20); // time for the write outside to push in
      throw new Error('changed my mind');
    }),
  ).rejects.toThrow('changed my mind');
  await outside;
  expect(await client.person.findMany({ select: { name: true } })).toEqual([{ name: 'outside' }]);
});

test('under a crowd of writes and failing transactions nothing acknowledged is lost, nothing is half done', async () => {
  const { client, write } = await freshDatabase();
  const done = { outside: 0, inside: 0, refused: 0 };
  const work: Promise<unknown>[] = [];
  for (let i = 0; i < 400; i++) {
    if (i % 4 !== 0) {
      work.push(client.person.create({ data: person('outside') }).then(() => done.outside++));
    } else {
      const transaction = write(async (tx) => {
        await tx.person.create({ data: person('inside') });
        await pause(1);
        if (i % 3 === 0) throw new Error('no');
        await tx.person.create({ data: person('inside') });
      });
      work.push(
        transaction.then(
          () => done.inside++,
          () => done.refused++,
        ),
      );
    }
    if (i % 20 === 0) await pause(2);
  }
  await Promise.all(work);
  expect(done).toEqual({ outside: 300, inside: 66, refused: 34 });
  expect({
    outside: await client.person.count({ where: { name: 'outside' } }),
    inside: await client.person.count({ where: { name: 'inside' } }),
  }).toEqual({ outside: 300, inside: 132 });
});

test('a transaction that ran out of time leaves nothing and blocks nobody', async () => {
  const { client } = await freshDatabase();
  await expect(
    client.$transaction(
      async (tx) => {
        await tx.person.create({ data: person('slow') });
        await pause(60);
        await tx.person.create({ data: person('slow') });
      },
      { timeout: 20 },
    ),
  ).rejects.toMatchObject({ code: 'P2028' });
  await client.person.create({ data: person('next') });
  expect(await client.person.findMany({ select: { name: true } })).toEqual([{ name: 'next' }]);
});

test('a crowd of writes lets the event loop turn', async () => {
  const { write } = await freshDatabase();
  let turns = 0;
  let over = false;
  const turn = () => {
    turns += 1;
    if (!over) setImmediate(turn);
  };
  const busy = (ms: number) => {
    for (const until = performance.now() + ms; performance.now() < until; );
  };
  await write((tx) => tx.person.count());
  setImmediate(turn);
  const crowd = Array.from({ length: 30 }, () =>
    write(async (tx) => {
      await tx.$queryRaw`SELECT 1`;
      busy(5);
    }),
  );
  await Promise.all(crowd);
  over = true;
  expect(turns).toBeGreaterThan(10);
});
