import { verifyJournal } from '../src/domain/audit/service.ts';
import { openDatabase } from '../src/storage/database.ts';
import { auditKeyOf, databaseIn } from './data.ts';
import type { Answer } from './fake/officer.ts';

export interface Comparison {
  /** Answers acknowledged to an officer that are not in the history, or not as the present answer. */
  readonly lost: number;
  /** Steps of the history written more than once. */
  readonly doubled: number;
  /** The audit journal's chain is whole. */
  readonly journalWhole: boolean;
  readonly stored: number;
}

const keyOf = ({ assessmentId, item, revision }: Answer): string =>
  `${assessmentId}/${item}/${revision}`;

/** Holds what the officers saw acknowledged against the database of a bot that has ended. */
export async function compare(
  dataDir: string,
  acknowledged: readonly Answer[],
): Promise<Comparison> {
  const database = openDatabase(databaseIn(dataDir));
  const select = { assessmentId: true, item: true, revision: true } as const;
  const events = (await database.client.answerEvent.findMany({ select })).map(keyOf);
  const present = new Map(
    (await database.client.answer.findMany({ select })).map((row) => [
      `${row.assessmentId}/${row.item}`,
      row.revision,
    ]),
  );
  const { fault } = await verifyJournal(database.read, await auditKeyOf(dataDir), null);
  await database.close();
  const written = new Set(events);
  const lost = acknowledged.filter((answer) => {
    const now = present.get(`${answer.assessmentId}/${answer.item}`) ?? 0;
    return !written.has(keyOf(answer)) || now < answer.revision;
  });
  return {
    lost: lost.length,
    doubled: events.length - written.size,
    journalWhole: fault === null,
    stored: events.length,
  };
}
