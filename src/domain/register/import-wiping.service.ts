import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database, Reader, Tx } from '../shared/database.ts';
import type { Work } from '../shared/work.ts';
import { moveEdition, nextEdition, registerState } from './edition.store.ts';
import {
  laterThan,
  reopenRecords,
  reopenServants,
  wipeRecords,
  wipeServants,
} from './import-wiping.store.ts';
import {
  release,
  type Reserved,
  reservedRegisters,
  setState,
  settle,
  unconfirmed,
} from './import.store.ts';

/** The transactions of a work as a database: for what runs in many of them. */
export const asDatabase = (work: Work): Pick<Database, 'read' | 'write'> => ({
  read: work.read,
  write: (change) => work.run(({ tx }) => change(tx)),
});

/** Rows of one transaction. */
const ROWS = 300;

/**
 * Clears whatever a reserved register holds beyond its edition: what an import has written so far, or
 * what one taken back had written. It was never visible, or is no longer. In small transactions between
 * which others come in; may be broken off and begun again.
 */
export async function wipeLater(
  database: Pick<Database, 'read' | 'write'>,
  orgId: number,
): Promise<void> {
  const { edition } = await registerState(database.read, orgId);
  const later = await laterThan(database.read, orgId, edition);
  const steps: readonly [readonly number[], (tx: Tx, some: readonly number[]) => Promise<void>][] =
    [
      [later.servants, wipeServants],
      [later.records, wipeRecords],
      [later.endedServants, reopenServants],
      [later.endedRecords, reopenRecords],
    ];
  for (const [rows, step] of steps) {
    for (let from = 0; from < rows.length; from += ROWS) {
      await nextTurn();
      await database.write((tx) => step(tx, rows.slice(from, from + ROWS)));
    }
  }
}

/** The import gave up: its list can be confirmed once more. One that was finished stays. */
export async function giveUpImport(
  database: Pick<Database, 'read' | 'write'>,
  orgId: number,
  importId: number,
): Promise<void> {
  if ((await registerState(database.read, orgId)).importId !== importId) return;
  await wipeLater(database, orgId);
  await database.write(async (tx) => {
    await setState(tx, importId, 'checked', null);
    await release(tx, orgId, importId);
  });
}

/** The import was taken back: after the wiping the register goes on as a new edition. */
export async function finishUndoing(
  database: Pick<Database, 'read' | 'write'>,
  orgId: number,
  importId: number,
): Promise<void> {
  await wipeLater(database, orgId);
  await database.write(async (tx) => {
    // The change that undoes was written with the number that comes next.
    await moveEdition(tx, orgId, (await nextEdition(tx, orgId)) - 1);
    await setState(tx, importId, 'undone', null);
    await release(tx, orgId, importId);
  });
}

/**
 * After a kill: an import that was being written is as if it never began, one that was being taken
 * back is finished. `whose`: imports of the command line go on beside a bot, so that only who knows
 * that no command is writing may ask for `cli`; those of the bot belong to the one that holds the
 * lock of DATA_DIR. Returns how many there were.
 */
export async function recoverImports(
  database: Pick<Database, 'read' | 'write'>,
  whose: 'bot' | 'cli',
): Promise<number> {
  const reserved = (await reservedRegisters(database.read)).filter(
    (one) => isOfCommandLine(one) === (whose === 'cli'),
  );
  for (const { orgId, importId, state } of reserved) {
    if (state === 'undoing') await finishUndoing(database, orgId, importId);
    else await giveUpImport(database, orgId, importId);
  }
  return reserved.length;
}

/** An import of the command line is being written, or was until it was killed. */
export const abandonedAtCommandLine = async (reader: Reader): Promise<boolean> =>
  (await reservedRegisters(reader)).some(isOfCommandLine);

/** Only the bot takes imports back, also those of the command line. */
const isOfCommandLine = ({ state, personId }: Reserved): boolean =>
  state === 'writing' && personId === 0;

/** A list lies unconfirmed for this long, milliseconds: over a weekend. */
const WAITS_FOR = 4 * 24 * 3600_000;

/** Forgets lists that nobody confirmed, with their files, some at a time. Returns how many. */
export async function forgetUnconfirmed(
  database: Pick<Database, 'read' | 'write'>,
  now: number,
): Promise<number> {
  const stale = await unconfirmed(database.read, now - WAITS_FOR, 100);
  if (stale.length === 0) return 0;
  await database.write(async (tx) => {
    for (const importId of stale) await settle(tx, importId, 'dropped', {}, now);
  });
  return stale.length;
}
