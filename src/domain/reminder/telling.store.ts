import { Prisma } from '../../generated/prisma/client.ts';
import type { Tx } from '../shared/database.ts';
import type { ReminderLine } from './model.ts';

/** Rows of one statement: few lengths to keep compiled. */
const ROWS = 100;

/** A line told, and the rung it was told at. */
export interface Telling {
  readonly line: ReminderLine;
  readonly rung: number;
}

/** Remembers what was told on a local date. What was put off before is over by it. */
export async function tell(tx: Tx, tellings: readonly Telling[], on: string): Promise<void> {
  for (let from = 0; from < tellings.length; from += ROWS) {
    const rows = tellings.slice(from, from + ROWS).map(({ line, rung }) => {
      const [servant, subject] =
        line.kind === 'campaign' ? [0, line.campaignId] : [line.servant, 0];
      return Prisma.sql`(${Prisma.join([line.orgId, servant, line.kind, subject, line.on, rung, on])})`;
    });
    await tx.$executeRaw`
      INSERT INTO "Reminder" ("orgId", "servant", "kind", "subject", "dueOn", "rung", "toldOn")
      VALUES ${Prisma.join(rows)}
      ON CONFLICT ("orgId", "servant", "kind", "subject") DO UPDATE SET
        "dueOn" = excluded."dueOn", "rung" = excluded."rung", "toldOn" = excluded."toldOn",
        "snoozedUntil" = NULL, "snoozeReason" = NULL, "snoozedBy" = NULL`;
  }
}
