import type { RankCode } from '../register/model.ts';
import type { Reader } from '../shared/database.ts';
import type { Cutoff } from './cutoffs.rules.ts';
import { IN_FORCE, lastTold, meetsOne } from './due-condition.store.ts';
import type { Reckoned } from './due.rules.ts';
import type { DueKind, Told } from './model.ts';
import { sql, tagged } from './sql.store.ts';

/** A person who may be due for something, and what was last told of it. */
export interface DueRow extends Reckoned {
  readonly orgId: number;
  readonly servant: number;
  readonly name: string;
  readonly sortName: string;
  readonly position: string | null;
  readonly told: Told | null;
}

const PERSON = sql`
  s."orgId", s."servant", s."name", s."sortName", s."position", s."posGroup" AS "group",
  s."appointedOn", s."serviceStart", s."leftOn", s."trainedOn", s."rank", s."rankedOn",
  s."noRank", s."attestedOn", s."declaredOn", s."nextTraining", s."nextRank", s."nextAttestation",
  s."knownSince"`;
const TOLD = sql`r."dueOn", r."rung", r."toldOn", r."snoozedUntil"`;

type Row = Omit<DueRow, 'told' | 'rank' | 'noRank' | 'group'> & {
  readonly noRank: 0 | 1 | boolean | null;
  readonly rank: RankCode | null;
  readonly group: Reckoned['group'];
  readonly dueOn: string | null;
  readonly rung: number | null;
  readonly toldOn: string | null;
  readonly snoozedUntil: string | null;
};

/** The row itself with what was told: copies of ten thousand rows cost more than the search. */
const shape = (row: Row): DueRow => {
  const { dueOn, rung, toldOn, snoozedUntil } = row;
  const told = dueOn === null ? null : { dueOn, rung, toldOn, snoozedUntil };
  const noRank = row.noRank === null ? null : Boolean(row.noRank);
  return Object.assign(row, { told, noRank });
};

/** People of an organisation who meet one of the cutoffs of this kind. */
export async function dueRows(
  reader: Reader,
  orgId: number,
  kind: DueKind,
  cutoffs: readonly Cutoff[],
): Promise<DueRow[]> {
  const rows = await reader.$queryRaw<Row[]>(
    ...tagged(sql`
    SELECT ${PERSON}, ${TOLD} FROM ${IN_FORCE} ${lastTold(kind)}
    WHERE g."orgId" = ${orgId} AND ${meetsOne(cutoffs)}`),
  );
  return rows.map(shape);
}

/** People of an organisation of whom something of this kind was told on a local date or since. */
export async function toldRows(
  reader: Reader,
  orgId: number,
  kind: DueKind,
  since: string,
): Promise<DueRow[]> {
  const rows = await reader.$queryRaw<Row[]>(
    ...tagged(sql`
    SELECT ${PERSON}, ${TOLD} FROM ${IN_FORCE} ${lastTold(kind)}
    WHERE g."orgId" = ${orgId} AND r."toldOn" >= ${since}`),
  );
  return rows.map(shape);
}
