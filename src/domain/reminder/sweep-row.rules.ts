import type { RankCode } from '../register/model.ts';
import { type Cutoff, type DateColumn, stepsOf } from './cutoffs.rules.ts';
import type { Reckoned } from './due.rules.ts';
import type { DueKind, Told } from './model.ts';

export type Value = string | number | null;
/** A row of the sweep: the organisation, what the date is reckoned from, what was last told. */
export type Row = readonly Value[];

/** Columns of what was last told, the last of each row. */
export const TOLD = 4;

export function toldOf(row: Row): Told | null {
  const [dueOn, rung, toldOn, snoozedUntil] = row.slice(-TOLD);
  if (typeof dueOn !== 'string') return null;
  return {
    dueOn,
    rung: rung as number | null,
    toldOn: toldOn as string | null,
    snoozedUntil: snoozedUntil as string | null,
  };
}

const NOBODY: Reckoned = {
  group: null,
  appointedOn: null,
  serviceStart: null,
  leftOn: null,
  trainedOn: null,
  rank: null,
  rankedOn: null,
  noRank: null,
  attestedOn: null,
  declaredOn: null,
  nextTraining: null,
  nextRank: null,
  nextAttestation: null,
  knownSince: '',
};

/** The person behind a row, as far as this kind asks; the order of BASE in sweep.store.ts. */
export const RECKONED: Readonly<
  Record<DueKind, (row: Row, cutoffs: readonly Cutoff[]) => Reckoned>
> = {
  training: ([, nextTraining, trainedOn]) => ({ ...NOBODY, ...dates({ nextTraining, trainedOn }) }),
  rank: ([, nextRank, rank, highestOrRanked, base]) =>
    rank === null
      ? {
          ...NOBODY,
          ...dates({ nextRank, appointedOn: base }),
          // Else the search finds him only by a date entered by hand, which needs no rank.
          noRank: true,
          group: highestOrRanked === 1 ? 'highest' : null,
        }
      : {
          ...NOBODY,
          ...dates({ nextRank, rankedOn: highestOrRanked, serviceStart: base }),
          rank: rank as RankCode,
        },
  attestation: ([, nextAttestation, attestedOn]) => ({
    ...NOBODY,
    ...dates({ nextAttestation, attestedOn }),
  }),
  declaration: ([, declaredOn, appointedOn, knownSince], some) => ({
    ...NOBODY,
    declaredOn: dateAt('declaredOn', declaredOn, some),
    appointedOn: dateAt('appointedOn', appointedOn, some),
    knownSince: dateAt('knownSince', knownSince, some) ?? '',
  }),
};

/** A date that stands to the cutoffs as the one behind this step (step in sweep.store.ts). */
function dateAt(column: DateColumn, step: Value | undefined, some: readonly Cutoff[]) {
  return typeof step === 'number' ? (stepsOf(column, some)[step] ?? LATER) : (step ?? null);
}

/** A date that never occurs. */
const LATER = '9999-12-31';

const dates = <Name extends string>(values: Readonly<Record<Name, Value | undefined>>) =>
  values as Readonly<Record<Name, string | null>>;
