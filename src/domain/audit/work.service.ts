import { owe, refreshCard } from '../outbox/service.ts';
import type { Database, Tx } from '../shared/database.ts';
import type { Unit, Work } from '../shared/work.ts';
import type { AuditHead } from './model.ts';
import { openJournal } from './service.ts';

export interface WorkOptions {
  readonly database: Database;
  /** Key of the audit chain. */
  readonly auditKey: string;
  /** Person id; 0: the CLI or the service itself. */
  readonly actorId: number;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Runs last in the same transaction, for example to mark an update as applied. */
  readonly finally?: (tx: Tx) => Promise<void>;
  /** After the commit, when something was audited: the head to be kept outside the database. */
  readonly onAudited?: (head: AuditHead) => void;
}

/** The one way to change something: a transaction that carries its audit and its messages owed. */
export function createWork(options: WorkOptions): Work {
  const { database, auditKey, actorId, now } = options;
  return {
    read: database.read,
    actorId,
    now,
    async run<T>(change: (unit: Unit) => Promise<T>): Promise<T> {
      let head: AuditHead | null = null;
      const result = await database.write(async (tx) => {
        const journal = openJournal(tx, auditKey, actorId, now);
        const value = await change({
          tx,
          at: now,
          actorId,
          audit: (record) => journal.add(record),
          owe: (message) => owe(tx, message, now),
          refreshCard: (card) => refreshCard(tx, card, now),
        });
        await options.finally?.(tx);
        head = journal.head();
        return value;
      });
      if (head !== null) options.onAudited?.(head);
      return result;
    },
  };
}
