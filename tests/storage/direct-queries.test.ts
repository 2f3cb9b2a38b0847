import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Prisma } from '../../src/generated/prisma/client.ts';
import type { Tx } from '../../src/domain/shared/database.ts';
import type { OpenDatabase } from '../../src/storage/database.ts';
import { freshDatabase } from '../support/database.ts';

const person = (name: string) => ({ name, createdAt: 0n });

/** A row with every type a column of ours is declared with, null, and what counts and sums have. */
async function seed({ client }: OpenDatabase): Promise<void> {
  const org = { name: 'Көк-Жар', searchName: 'кок-жар', kind: 'municipal', region: 'naryn' };
  const { id: orgId } = await client.organisation.create({
    data: { ...org, createdAt: 2n ** 53n + 1n },
  });
  const { id: commissionId } = await client.commission.create({ data: person('Комиссия') });
  const { id: campaignId } = await client.campaign.create({
    data: {
      commissionId,
      checklistId: 'memo',
      edition: '1',
      title: 'Т',
      kind: 'planned',
      opensOn: '2026-01-01',
      deadline: '2026-02-01',
      headConfirms: true,
      createdAt: 5n,
    },
  });
  const { id: assessmentId } = await client.assessment.create({
    data: { campaignId, orgId, state: 'draft', createdAt: -1n },
  });
  await client.answer.create({ data: { assessmentId, item: 303, numbers: '27 26', later: true } });
}

const everything = Prisma.sql`
  SELECT a.*, c.*, s.*, o."createdAt" AS "exact", COUNT(*) AS "n", SUM(a."item") / 2.0 AS "half",
    MIN(a."comment") AS "nothing", a."item" > 300 AS "truth"
  FROM "Answer" a JOIN "Assessment" s ON s."id" = a."assessmentId"
  JOIN "Campaign" c ON c."id" = s."campaignId" JOIN "Organisation" o ON o."id" = s."orgId"
  WHERE a."later" = ${true} AND a."item" IN (${Prisma.join([303, 304])}) AND a."revision" = ${0n}`;

test('a query on the connection gives what Prisma gives, inside a transaction and outside', async () => {
  const database = await freshDatabase();
  await seed(database);
  const byPrisma = await database.client.$queryRaw(everything);
  expect(byPrisma).toMatchObject([{ item: 303, later: true, exact: 2n ** 53n + 1n }]);
  expect(await database.read.$queryRaw(everything)).toEqual(byPrisma);
  expect(await database.write((tx) => tx.$queryRaw(everything))).toEqual(byPrisma);
});

test('a change tells how many rows it changed', async () => {
  const { client, read, write } = await freshDatabase();
  await client.person.createMany({ data: [person('one'), person('two')] });
  const rename = (handle: Pick<Tx, '$executeRaw'>, name: string) =>
    handle.$executeRaw`UPDATE "Person" SET "name" = ${name}`;
  expect(await rename(read, 'three')).toBe(2);
  expect(await write((tx) => rename(tx, 'four'))).toBe(2);
  expect(await client.person.count({ where: { name: 'four' } })).toBe(2);
});

test('queries of both kinds see each other in a transaction and go with it', async () => {
  const { client, write } = await freshDatabase();
  await expect(
    write(async (tx) => {
      await tx.$executeRaw`INSERT INTO "Person" ("name", "createdAt") VALUES ('raw', 0)`;
      expect(await tx.person.count()).toBe(1);
      await tx.person.create({ data: person('model') });
      const [row] = await tx.$queryRaw<{ n: bigint }[]>`SELECT COUNT(*) AS "n" FROM "Person"`;
      expect(row?.n).toBe(2n);
      throw new Error('changed my mind');
    }),
  ).rejects.toThrow('changed my mind');
  expect(await client.person.count()).toBe(0);
});

test('a query outside waits for the transaction that is open', async () => {
  const { read, write } = await freshDatabase();
  const begun = Promise.withResolvers<void>();
  const counted = begun.promise.then(
    () => read.$queryRaw<{ n: bigint }[]>`SELECT COUNT(*) AS "n" FROM "Person"`,
  );
  await write(async (tx) => {
    await tx.$executeRaw`INSERT INTO "Person" ("name", "createdAt") VALUES ('one', 0)`;
    begun.resolve();
    await pause(20); // time for the query outside to push in
    await tx.$executeRaw`INSERT INTO "Person" ("name", "createdAt") VALUES ('two', 0)`;
  });
  expect(await counted).toEqual([{ n: 2n }]);
});

test('a query that comes after the end of its transaction is refused, not carried out alone', async () => {
  const { client, write } = await freshDatabase();
  let kept: Tx | null = null;
  await write((tx) => {
    kept = tx;
    return Promise.resolve();
  });
  const late = () =>
    (kept as unknown as Tx)
      .$executeRaw`INSERT INTO "Person" ("name", "createdAt") VALUES ('late', 0)`;
  await expect(late()).rejects.toThrow('after the end of its transaction');
  await write(() => expect(late()).rejects.toThrow('after the end of its transaction'));
  expect(await client.person.count()).toBe(0);
});

test('what SQLite refuses is thrown, and the transaction is undone', async () => {
  const { client, write } = await freshDatabase();
  await expect(
    write(async (tx) => {
      await tx.$executeRaw`INSERT INTO "Person" ("name", "createdAt") VALUES ('one', 0)`;
      await tx.$executeRaw`INSERT INTO "OpenCard" ("personId", "chatId") VALUES (404, 1)`;
    }),
  ).rejects.toThrow('FOREIGN KEY constraint failed');
  expect(await client.person.count()).toBe(0);
});
