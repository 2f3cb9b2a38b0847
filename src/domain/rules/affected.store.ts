import type { Reckoned } from '../reminder/due.rules.ts';
import type { Reader } from '../shared/database.ts';

/** A row of somebody who is in a register now, of whichever organisation. */
export interface Kept extends Reckoned {
  readonly id: number;
  readonly orgId: number;
}

type Row = Omit<Kept, 'noRank'> & { readonly noRank: 0 | 1 | boolean | null };

/** The next people of all registers after a row; whoever left is not among them. */
export async function peopleAfter(reader: Reader, after: number, take: number): Promise<Kept[]> {
  const rows = await reader.$queryRaw<Row[]>`
    SELECT s."id", s."orgId", s."posGroup" AS "group", s."appointedOn", s."serviceStart",
      s."leftOn", s."trainedOn", s."rank", s."rankedOn", s."noRank", s."attestedOn",
      s."declaredOn", s."nextTraining", s."nextRank", s."nextAttestation", s."knownSince"
    FROM "Servant" s
    JOIN "Register" g ON g."orgId" = s."orgId"
    JOIN "Organisation" o ON o."id" = s."orgId"
    WHERE s."id" > ${after} AND s."since" <= g."edition" AND g."edition" < s."until"
      AND s."leftOn" IS NULL AND o."closedAt" IS NULL
    ORDER BY s."id" LIMIT ${take}`;
  return rows.map(({ noRank, ...row }) => ({
    ...row,
    noRank: noRank === null ? null : Boolean(noRank),
  }));
}
