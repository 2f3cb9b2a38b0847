import { GrammyError, HttpError } from 'grammy';
import type { Update } from 'grammy/types';
import { expect, onTestFinished, test } from 'vitest';
import { createIntake, type IntakeOptions } from '../../src/bot/intake.ts';
import type { InboxRow } from '../../src/domain/inbox/model.ts';
import * as inbox from '../../src/domain/inbox/service.ts';
import type { Database } from '../../src/domain/shared/database.ts';
import { freshDatabase } from '../support/database.ts';
import { gate, said, sleep } from './updates.ts';

const NOW = 1_790_000_000_000;

/** An intake whose handler notes what it was given. */
function openIntake(database: Database, change: Partial<IntakeOptions> = {}) {
  const handled: string[] = [];
  const failures: string[] = [];
  const apologies: { updateId: number; applied: boolean }[] = [];
  const intake = createIntake({
    database,
    now: () => NOW,
    sleep: () => sleep(1),
    handle(update) {
      handled.push(update.message?.text ?? '');
      return Promise.resolve();
    },
    apologise(update, applied) {
      apologies.push({ updateId: update.update_id, applied });
      return Promise.resolve();
    },
    onFailure: (error) => failures.push(error instanceof Error ? error.message : ''),
    ...change,
  });
  onTestFinished(() => intake.stop());
  return { intake, handled, failures, apologies };
}

const rowsOf = async (database: Database) => {
  const rows = await database.read.inboxUpdate.findMany({ orderBy: { updateId: 'asc' } });
  return rows.map(({ updateId, body, doneAt, parkedAt, appliedAt, attempts }) => ({
    id: Number(updateId),
    body: body !== '',
    done: doneAt !== null,
    parked: parkedAt !== null,
    applied: appliedAt !== null,
    attempts,
  }));
};
const DONE = { body: false, done: true, parked: false, applied: false, attempts: 0 };
const OPEN = { body: true, done: false, parked: false, applied: false, attempts: 0 };

test('a batch is written in one commit before anything of it is handled', async () => {
  const database = await freshDatabase();
  const stay = gate();
  let writtenWhenHandled = -1;
  const { intake } = openIntake(database, {
    async handle() {
      if (writtenWhenHandled < 0) writtenWhenHandled = (await rowsOf(database)).length;
      await stay.passed;
    },
  });
  await intake.take([said(1, 101, 'а'), said(2, 102, 'б')]);
  expect(await rowsOf(database)).toEqual([
    { id: 1, ...OPEN },
    { id: 2, ...OPEN },
  ]);
  stay.open();
  await intake.idle();
  expect(writtenWhenHandled).toBe(2);
  expect(await rowsOf(database)).toEqual([
    { id: 1, ...DONE },
    { id: 2, ...DONE },
  ]);
  expect(intake.waiting()).toBe(0);
});

test('a batch of which one row cannot be written is refused whole, and nothing of it is handled', async () => {
  const database = await freshDatabase();
  const { intake, handled } = openIntake(database);
  await database.client.$executeRawUnsafe(`
    CREATE TRIGGER no_second BEFORE INSERT ON "InboxUpdate" WHEN NEW."updateId" = 2
    BEGIN SELECT RAISE(ABORT, 'not this one'); END`);
  await expect(intake.take([said(1, 101, 'а'), said(2, 101, 'б')])).rejects.toThrow('not this one');
  expect([handled, await rowsOf(database), intake.waiting()]).toEqual([[], [], 0]);
});

test('an update delivered again is handled once: in the same batch, later, and after a restart', async () => {
  const database = await freshDatabase();
  const first = openIntake(database);
  await first.intake.take([said(1, 101, 'а'), said(1, 101, 'а')]);
  await first.intake.take([said(1, 101, 'а')]);
  await first.intake.idle();
  await first.intake.stop();
  const second = openIntake(database);
  await second.intake.resume();
  await second.intake.take([said(1, 101, 'а'), said(2, 101, 'б')]);
  await second.intake.idle();
  expect([first.handled, second.handled]).toEqual([['а'], ['б']]);
});

test('updates of a chat are handled one after the other in the order of their numbers', async () => {
  const database = await freshDatabase();
  let inHand = 0;
  const seen: string[] = [];
  const { intake } = openIntake(database, {
    async handle(update) {
      inHand += 1;
      expect(inHand).toBe(1);
      await sleep(1);
      seen.push(update.message?.text ?? '');
      inHand -= 1;
    },
  });
  await intake.take([said(3, 101, 'в'), said(1, 101, 'а'), said(2, 101, 'б')]);
  await intake.take([said(5, 101, 'д'), said(4, 101, 'г')]);
  await intake.idle();
  expect(seen).toEqual(['а', 'б', 'в', 'г', 'д']);
});

test('a chat whose line is slow holds nobody else up', async () => {
  const database = await freshDatabase();
  const slow = gate();
  const seen: number[] = [];
  const { intake } = openIntake(database, {
    async handle(update) {
      if (update.message?.chat.id === 101) await slow.passed;
      seen.push(update.update_id);
    },
  });
  await intake.take([said(1, 101, 'а'), said(2, 102, 'б'), said(3, 101, 'в'), said(4, 102, 'г')]);
  await expect.poll(() => seen).toEqual([2, 4]);
  slow.open();
  await intake.idle();
  expect(seen).toEqual([2, 4, 1, 3]);
});

test('a handler that always throws gets three tries; then the row is parked, the person told, the next one handled', async () => {
  const database = await freshDatabase();
  let tries = 0;
  const { intake, failures, apologies, handled } = openIntake(database, {
    handle(update) {
      if (update.update_id !== 1) {
        handled.push(update.message?.text ?? '');
        return Promise.resolve();
      }
      tries += 1;
      return Promise.reject(new Error(`no ${tries}`));
    },
  });
  await intake.take([said(1, 101, 'а'), said(2, 101, 'б')]);
  await intake.idle();
  expect({ tries, failures, apologies, handled }).toEqual({
    tries: 3,
    failures: ['no 1', 'no 2', 'no 3'],
    apologies: [{ updateId: 1, applied: false }],
    handled: ['б'],
  });
  expect(await rowsOf(database)).toEqual([
    { id: 1, ...OPEN, parked: true, attempts: 3 },
    { id: 2, ...DONE },
  ]);
  expect(await inbox.parkedUpdates(database.read)).toBe(1);
  const again = openIntake(database);
  await again.intake.resume();
  await again.intake.idle();
  expect(again.handled).toEqual([]);
});

test('a handler that throws once is tried again and nobody is told', async () => {
  const database = await freshDatabase();
  let tries = 0;
  const { intake, apologies } = openIntake(database, {
    handle: () => (++tries === 1 ? Promise.reject(new Error('once')) : Promise.resolve()),
  });
  await intake.take([said(1, 101, 'а')]);
  await intake.idle();
  expect([tries, apologies]).toEqual([2, []]);
  expect(await rowsOf(database)).toEqual([{ id: 1, ...DONE, attempts: 1 }]);
});

test('when the service ran and only the reply fails, the next try knows it, and so does the apology', async () => {
  const database = await freshDatabase();
  const known: boolean[] = [];
  const { intake, apologies } = openIntake(database, {
    async handle(_update, row) {
      known.push(row.applied);
      if (!row.applied) await database.write((tx) => inbox.applied(tx, row.updateId, NOW));
      throw new Error('the reply');
    },
  });
  await intake.take([said(1, 101, 'а')]);
  await intake.idle();
  expect([known, apologies]).toEqual([[false, true, true], [{ updateId: 1, applied: true }]]);
});

const lineFaults = [
  new HttpError('Network request failed', new Error('socket hang up')),
  new GrammyError('failed', { ok: false, error_code: 502, description: 'Bad Gateway' }, 'x', {}),
  new GrammyError('failed', { ok: false, error_code: 429, description: 'Too Many' }, 'x', {}),
  new GrammyError('failed', { ok: false, error_code: 401, description: 'Unauthorized' }, 'x', {}),
];
test.each(lineFaults)(
  'while Telegram or the line fails ($message) an update is never given up after three tries',
  async (fault) => {
    const database = await freshDatabase();
    let tries = 0;
    const { intake, apologies } = openIntake(database, {
      handle: () => (++tries < 12 ? Promise.reject(fault) : Promise.resolve()),
    });
    await intake.take([said(1, 101, 'а')]);
    await intake.idle();
    expect([tries, apologies]).toEqual([12, []]);
    expect(await rowsOf(database)).toEqual([{ id: 1, ...DONE }]);
  },
);

test('what a killed process left open is taken up at the start, and rows applied are marked so', async () => {
  const database = await freshDatabase();
  const body = (id: number) => JSON.stringify(said(id, 101, String(id)));
  await inbox.takeIn(
    database,
    [1, 2, 3].map((id) => ({ updateId: id, chatId: 101, body: body(id) })),
    NOW,
  );
  await inbox.finish(database, { done: [1], parked: [] }, NOW);
  await database.write((tx) => inbox.applied(tx, 2, NOW));
  const seen: Pick<InboxRow, 'updateId' | 'applied'>[] = [];
  const { intake } = openIntake(database, {
    handle(_update: Update, { updateId, applied }: InboxRow) {
      seen.push({ updateId, applied });
      return Promise.resolve();
    },
  });
  await intake.resume();
  await intake.idle();
  expect(seen).toEqual([
    { updateId: 2, applied: true },
    { updateId: 3, applied: false },
  ]);
});

test('stopping lets what is in hand end, leaves the rest for the next start and counts no failure', async () => {
  const database = await freshDatabase();
  const running = gate();
  const begun = gate();
  const { intake, handled } = openIntake(database, {
    async handle(update) {
      begun.open();
      await running.passed;
      handled.push(update.message?.text ?? '');
    },
  });
  await intake.take([said(1, 101, 'а'), said(2, 101, 'б')]);
  await begun.passed;
  const stopped = intake.stop();
  running.open();
  await stopped;
  expect(handled).toEqual(['а']);
  expect(await rowsOf(database)).toEqual([
    { id: 1, ...DONE },
    { id: 2, ...OPEN },
  ]);
});

test('a failure while stopping is no failure of the update', async () => {
  const database = await freshDatabase();
  const begun = gate();
  const cut = gate();
  const { intake, failures } = openIntake(database, {
    async handle() {
      begun.open();
      await cut.passed;
      throw new Error('cut');
    },
  });
  await intake.take([said(1, 101, 'а')]);
  await begun.passed;
  const stopped = intake.stop();
  cut.open();
  await stopped;
  expect([failures, await rowsOf(database)]).toEqual([[], [{ id: 1, ...OPEN }]]);
});

test('marks that cannot be written are written as soon as the disk takes them', async () => {
  const database = await freshDatabase();
  let full = false;
  const guarded: Database = {
    read: database.read,
    write: (work) => (full ? Promise.reject(new Error('disk is full')) : database.write(work)),
  };
  const { intake, failures } = openIntake(guarded, {
    handle() {
      full = true;
      return Promise.resolve();
    },
  });
  await intake.take([said(1, 101, 'а')]);
  await expect.poll(() => failures.length).toBeGreaterThan(1);
  full = false;
  await intake.idle();
  expect(await rowsOf(database)).toEqual([{ id: 1, ...DONE }]);
});

test('a redelivery is known for 48 hours; then row and body are gone, of parked updates too', async () => {
  const database = await freshDatabase();
  const take = (id: number) =>
    inbox.takeIn(database, [{ updateId: id, chatId: 1, body: '{}' }], NOW);
  await take(1);
  await take(2);
  await take(3);
  await inbox.finish(database, { done: [1], parked: [2] }, NOW);
  const hours = 60 * 60 * 1000;
  expect(await inbox.forgetOld(database, NOW + 48 * hours)).toBe(0);
  expect(await take(1)).toEqual([]);
  expect(await inbox.forgetOld(database, NOW + 48 * hours + 1)).toBe(2);
  expect((await rowsOf(database)).map(({ id }) => id)).toEqual([3]);
});
