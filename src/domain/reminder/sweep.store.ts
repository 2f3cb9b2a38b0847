import { Prisma } from '../../generated/prisma/client.ts';
import { NOT_SUBMITTED, waitingCampaigns } from './campaign.store.ts';
import type { Cutoff, DateColumn } from './cutoffs.rules.ts';
import { IN_FORCE, lastTold, meetsOne } from './due-condition.store.ts';
import type { DueKind } from './model.ts';

/** One search through every register, for a connection of its own. */
export interface SweepQuery {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/** Columns of each row: the organisation, what the date is reckoned from, and what was last told. */
const TOLD = Prisma.sql`r."dueOn", r."rung", r."toldOn", r."snoozedUntil"`;

const queryOf = ({ sql, values }: Prisma.Sql): SweepQuery => ({
  sql,
  values: values as SweepQuery['values'],
});

/** A date of its own, not equal to any that occurs. */
const LATER = '9999-12-31';

/** A date that only its standing to the cutoffs matters of, as the first of them it does not pass. */
function rounded(name: DateColumn, cutoffs: readonly Cutoff[]): Prisma.Sql {
  const column = Prisma.raw(`s."${name}"`);
  const steps = cutoffs.flatMap(({ dates }) =>
    dates.filter((date) => date.column === name).map(({ upTo }) => upTo),
  );
  const cases = steps.toSorted().map((upTo) => Prisma.sql`WHEN ${column} <= ${upTo} THEN ${upTo}`);
  return cases.length === 0
    ? column
    : Prisma.sql`CASE WHEN ${column} IS NULL THEN NULL ${Prisma.join(cases, ' ')} ELSE ${LATER} END`;
}

/** What the date of each kind is reckoned from: the fewer different rows, the fewer reckonings. */
const BASE: Readonly<Record<DueKind, (cutoffs: readonly Cutoff[]) => Prisma.Sql>> = {
  // Whoever was never trained counts from the appointment, by the same rule.
  training: () => Prisma.sql`s."nextTraining", COALESCE(s."trainedOn", s."appointedOn")`,
  rank: () => Prisma.sql`s."nextRank", s."rank", s."rankedOn", s."serviceStart",
    CASE WHEN s."rank" IS NULL THEN s."appointedOn" END, s."posGroup"`,
  attestation: () => Prisma.sql`s."nextAttestation", s."attestedOn"`,
  declaration: (cutoffs) => Prisma.sql`${rounded('declaredOn', cutoffs)},
    ${rounded('appointedOn', cutoffs)}, ${rounded('knownSince', cutoffs)}`,
};

/** Everybody in force who meets a cutoff of the kind; the columns of BASE stand between. */
export const dueQuery = (kind: DueKind, cutoffs: readonly Cutoff[]): SweepQuery =>
  queryOf(Prisma.sql`
    SELECT s."orgId", ${BASE[kind](cutoffs)}, ${TOLD} FROM ${IN_FORCE} ${lastTold(kind)}
    WHERE ${meetsOne(cutoffs)}`);

/** Monitorings that wait for an organisation: the organisation, the deadline, what was last told. */
export const campaignQuery = (today: string): SweepQuery =>
  queryOf(Prisma.sql`
    SELECT o."id", c."deadline", ${TOLD} FROM ${waitingCampaigns(today)} WHERE ${NOT_SUBMITTED}`);
