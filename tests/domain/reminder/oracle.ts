import { Temporal } from 'temporal-polyfill';
import { RANK_GRADES, type RankGrade } from '../../../src/domain/register/model.ts';
import type { Reckoned } from '../../../src/domain/reminder/due.rules.ts';
import type { DueKind } from '../../../src/domain/reminder/model.ts';
import type { Rule, RuleBook, RuleCode } from '../../../src/domain/rules/model.ts';

/** Every day from 1995 to 2060, in order: the oracle walks over them one by one. */
export const DAYS: readonly string[] = (() => {
  const days: string[] = [];
  let day = Temporal.PlainDate.from('1995-01-01');
  while (day.year <= 2060) {
    days.push(day.toString());
    day = day.add({ days: 1 });
  }
  return days;
})();
const NUMBER = new Map(DAYS.map((day, n) => [day, n]));

type Obliges = (day: string) => boolean;

/** Whether the version in force on a day obliges on it. */
function obligation(versions: readonly Rule[], base: string): Obliges {
  const from = versions.map(({ value, unit }) =>
    value === null || unit === 'yearly'
      ? null
      : Temporal.PlainDate.from(base)
          .add({ [unit]: value })
          .toString(),
  );
  return (day) =>
    versions.some((version, n) => {
      const inForce =
        version.validFrom <= day && (version.validTo === null || day <= version.validTo);
      const on = from[n];
      return inForce && on !== null && on !== undefined && on <= day;
    });
}

/** Walks back to the first day of the span of today, else on to the first day of the next one. */
function walk(obliges: Obliges, today: string, first: string, last: string): string | null {
  let n = NUMBER.get(today) ?? 0;
  const day = () => DAYS[n] ?? '9999-12-31';
  while (day() < first) n += 1;
  if (obliges(day())) {
    while (n > 0 && (DAYS[n - 1] ?? '') >= first && obliges(DAYS[n - 1] ?? '')) n -= 1;
    return day();
  }
  while (n < DAYS.length && day() <= last && !obliges(day())) n += 1;
  return n < DAYS.length && day() <= last ? day() : null;
}

export function oracle(servant: Reckoned, rules: RuleBook, today: string) {
  const by = (code: RuleCode, base: string | null): string | null =>
    base === null
      ? null
      : walk(obligation(rules.get(code) ?? [], base), today, '1995-01-01', '2060-12-31');

  const rank = (): string | null => {
    if (servant.rank === null) {
      if (servant.noRank !== true) return null;
      return by(
        servant.group === 'highest' ? 'first-rank.highest' : 'first-rank',
        servant.appointedOn,
      );
    }
    const grade = servant.rank.split('.')[1] as RankGrade;
    const next = RANK_GRADES[RANK_GRADES.indexOf(grade) + 1];
    if (!next) return null;
    const inRank = by(`time-in-rank.${grade}`, servant.rankedOn);
    const steps = grade === 'inspector-1' || grade === 'adviser-1';
    let service: string | null = null;
    if (inRank !== null || steps) {
      if (next.startsWith('adviser')) service = by('service.adviser', servant.serviceStart);
      if (next.startsWith('counsellor')) service = by('service.counsellor', servant.serviceStart);
    }
    const { rankedOn } = servant;
    if (inRank === null && service !== null && rankedOn !== null && service <= rankedOn)
      return null;
    const known = [inRank, service].filter((date) => date !== null).toSorted();
    return known.at(-1) ?? null;
  };

  const declaration = (): string | null => {
    const year = Number(today.slice(0, 4));
    for (const each of [year, year + 1]) {
      const obliges: Obliges = (day) =>
        (rules.get('income-declaration') ?? []).some(
          ({ value, validFrom, validTo }) =>
            value !== null &&
            validFrom <= day &&
            (validTo === null || day <= validTo) &&
            dayOf(each, value) <= day,
        );
      const on = walk(obliges, today, `${each}-01-01`, `${each}-12-31`);
      const done = servant.declaredOn !== null && servant.declaredOn >= `${each}-01-01`;
      const there = servant.appointedOn === null || servant.appointedOn <= (on ?? '');
      if (on !== null && !done && there && servant.knownSince <= on) return on;
    }
    return null;
  };

  const dates: Record<DueKind, string | null> = {
    training: servant.nextTraining ?? by('training', servant.trainedOn ?? servant.appointedOn),
    rank: servant.nextRank ?? rank(),
    attestation: servant.nextAttestation ?? by('attestation', servant.attestedOn),
    declaration: declaration(),
  };
  return dates;
}

const dayOf = (year: number, value: number): string =>
  Temporal.PlainDate.from(
    { year, month: Math.floor(value / 100), day: value % 100 },
    { overflow: 'constrain' },
  ).toString();
