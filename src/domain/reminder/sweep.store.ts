import { NOT_SUBMITTED, waitingCampaigns } from './campaign.store.ts';
import { type Cutoff, type DateColumn, stepsOf } from './cutoffs.rules.ts';
import { IN_FORCE, lastTold, meetsOne } from './due-condition.store.ts';
import type { RankCode } from '../register/model.ts';
import type { DueKind } from './model.ts';
import { joined, listed, raw, type Sql, sql } from './sql.store.ts';

const TOLD = sql`r."dueOn", r."rung", r."toldOn", r."snoozedUntil"`;

/** Of a date of which only its standing to the cutoffs matters: how many of them it is later than. */
function step(name: DateColumn, cutoffs: readonly Cutoff[]): Sql {
  const column = raw(`s."${name}"`);
  const cases = stepsOf(name, cutoffs).map(
    (upTo, n) => sql`WHEN ${column} <= ${upTo} THEN ${raw(`${n}`)}`,
  );
  return cases.length === 0
    ? column
    : sql`CASE ${joined(cases, ' ')} WHEN ${column} IS NOT NULL THEN ${raw(`${cases.length}`)} END`;
}

/** What may be left out of the columns a date is reckoned from, because nothing hangs on it. */
export interface Silence {
  /** Ranks of which it gives no date since when somebody has them. */
  readonly undated: readonly RankCode[];
}

/** What the date of each kind is reckoned from: the fewer different rows, the fewer reckonings. */
const BASE: Readonly<Record<DueKind, (cutoffs: readonly Cutoff[], silence: Silence) => Sql>> = {
  // Whoever was never trained counts from the appointment, by the same rule.
  training: () => sql`s."nextTraining", COALESCE(s."trainedOn", s."appointedOn")`,
  // Without a rank the appointment counts and the group, with one the time in it and the service.
  rank: (_, { undated }) => sql`s."nextRank", s."rank",
    CASE WHEN s."rank" IS NULL THEN s."posGroup" = 'highest'
      WHEN s."rank" NOT IN (${listed(undated)}) THEN s."rankedOn" END,
    CASE WHEN s."rank" IS NULL THEN s."appointedOn" ELSE s."serviceStart" END`,
  attestation: () => sql`s."nextAttestation", s."attestedOn"`,
  declaration: (cutoffs) => sql`${step('declaredOn', cutoffs)}, ${step('appointedOn', cutoffs)},
    ${step('knownSince', cutoffs)}`,
};

/**
 * Everybody in force who meets a cutoff of the kind: the organisation, the columns of BASE, and what
 * was last told (four columns, null where nothing was).
 */
export const dueQuery = (kind: DueKind, cutoffs: readonly Cutoff[], silence: Silence): Sql => sql`
  SELECT s."orgId", ${BASE[kind](cutoffs, silence)}, ${TOLD} FROM ${IN_FORCE} ${lastTold(kind)}
  WHERE ${meetsOne(cutoffs)}`;

/** Monitorings that wait for an organisation: the organisation, the deadline, what was last told. */
export const campaignQuery = (today: string): Sql => sql`
  SELECT o."id", c."deadline", ${TOLD} FROM ${waitingCampaigns(today)} WHERE ${NOT_SUBMITTED}`;
