import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { encode } from '../../src/chat/callback.ts';
import { LANGUAGES } from '../../src/domain/shared/language.ts';
import { answerEverything, submitAll } from './filled.ts';
import { openScene, ratings, type Scene, saidAfter, sentences, speak } from './scene.ts';
import { allTables, written } from './tables.ts';

const ITEM = 201;
const YES = 1;
const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

/** The press was answered already, when nothing could be saved; it is saved as soon as that is possible. */
const TOLD = { allowed: ['Bad Request: query is too old'] };

/** Numbers of updates that Telegram is far from. */
const BALLAST = 900_000_000;

/**
 * SQLite's own refusals, of the very connection the bot writes through: a database that may not grow
 * any more (SQLITE_FULL) and one that may not be written (SQLITE_READONLY).
 */
const DISKS = {
  async full({ client }: Scene) {
    const [pages] = await client.$queryRawUnsafe<{ page_count: bigint }[]>('PRAGMA page_count');
    await client.$queryRawUnsafe(`PRAGMA max_page_count = ${Number(pages?.page_count ?? 1)}`);
    // What is free within the file is used up, so that the next update needs a page more.
    let id = BALLAST;
    for (let bytes = 4000; bytes >= 1; bytes = Math.floor(bytes / 2)) {
      for (let more = true; more; id += 1) {
        more = await client
          .$executeRawUnsafe(
            `INSERT INTO "InboxUpdate" ("updateId", "chatId", "body", "receivedAt", "doneAt")
             VALUES (${id}, 0, hex(zeroblob(${bytes})), 0, 0)`,
          )
          .then(() => true)
          .catch(() => false);
      }
    }
    return async () => {
      await client.$queryRawUnsafe('PRAGMA max_page_count = 1000000');
      await client.inboxUpdate.deleteMany({ where: { updateId: { gte: BALLAST } } });
    };
  },
  async 'read-only'({ client }: Scene) {
    await client.$queryRawUnsafe('PRAGMA query_only = ON');
    return async () => {
      await client.$queryRawUnsafe('PRAGMA query_only = OFF');
    };
  },
} as const;

const content = async ({ client }: Scene) => {
  const {
    OpenCard: _open,
    CardMessage: _message,
    Ballast: _ballast,
    ...rest
  } = await allTables(client);
  return rest;
};

describe.for(['full', 'read-only'] as const)('on a %s disk', (kind) => {
  test('whoever taps is told, nothing is half-written, the same tap works afterwards', async () => {
    const scene = await openScene(TOLD);
    const { officer, town, assessmentId } = scene;
    const notSaved = sentences('errors:notSaved');
    const { personId } = officer;
    for (const [index, language] of LANGUAGES.entries()) {
      const item = ITEM + index;
      await speak(officer, language);
      await officer.press(encode('card', [assessmentId, item]));
      const tap = {
        personId,
        chatId: personId,
        messageId: officer.card().id,
        data: encode('rate', [assessmentId, item, YES, 0]),
      };
      const repair = await DISKS[kind](scene);
      const before = await content(scene);
      const { queryId } = town.world.press(tap);
      await expect
        .poll(() => town.world.callback(queryId)?.answer, { timeout: 10_000, interval: 10 })
        .toMatchObject({ text: notSaved[language], alert: true });
      expect(written(before, await content(scene))).toEqual({});
      await repair();
      const again = town.world.press(tap);
      await town.quiet();
      expect(town.world.callback(again.queryId)?.answer?.text ?? '').toBe('');
      expect((await ratings(scene))[item]).toBe('yes');
      expect(await scene.client.answerEvent.count({ where: { item } })).toBe(1);
    }
  }, 40_000);
});

test('a disk that is full when the assessment is sent submits nothing; afterwards it is sent once', async () => {
  const scene = await openScene(TOLD);
  const { officer, town, client, assessmentId } = scene;
  await answerEverything(scene);
  await officer.press(encode('check', [assessmentId]));
  await officer.press(encode('submit', [assessmentId]));
  const place = { personId: officer.personId, chatId: officer.personId };
  const sure = officer.dataOf('Ооба, жөнөтүү');
  const repair = await DISKS.full(scene);
  const { queryId } = town.world.press({ ...place, messageId: officer.card().id, data: sure });
  await expect
    .poll(() => town.world.callback(queryId)?.answer?.text, { timeout: 10_000, interval: 10 })
    .toBe(sentences('errors:notSaved').ky);
  expect(await client.submission.count()).toBe(0);
  await repair();
  await submitAll(scene);
  expect(await client.submission.findMany({ select: { number: true } })).toEqual([
    { number: `${new Date().getFullYear()}-0001` },
  ]);
}, 40_000);

test('a folder of files that cannot be written: the sender is told, no row and no file stays', async () => {
  const scene = await openScene();
  const { officer, town, assessmentId } = scene;
  const folder = path.join(town.dataDir, 'files');
  const aside = path.join(town.dataDir, 'files-aside');
  await officer.press(encode('card', [assessmentId, ITEM]));
  renameSync(folder, aside);
  writeFileSync(folder, 'not a folder');
  const before = await content(scene);
  const newest = officer.messages().at(-1)?.id ?? 0;
  await officer.upload([{ name: 'план.pdf', bytes: PDF }]);
  expect(saidAfter(officer, newest)).toEqual([sentences('errors:notSaved').ky]);
  expect(written(before, await content(scene))).toEqual({});

  rmSync(folder);
  renameSync(aside, folder);
  await officer.upload([{ name: 'план.pdf', bytes: PDF }]);
  expect(await scene.client.evidence.count()).toBe(1);
  expect(readdirSync(folder)).toHaveLength(1);
}, 40_000);
