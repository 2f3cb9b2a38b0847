import type { Key, Translate } from '../../chat/translator.ts';
import type { RankGrade } from '../../domain/register/model.ts';
import { ALWAYS, type Rule, type RuleCode } from '../../domain/rules/model.ts';
import { shown } from '../../domain/shared/local-date.ts';
import { periodWords } from '../reading/due-words.ts';

const TITLES = {
  training: 'administration:rule.training',
  attestation: 'administration:rule.attestation',
  'first-rank': 'administration:rule.firstRank',
  'first-rank.highest': 'administration:rule.firstRankHighest',
  'service.adviser': 'administration:rule.adviser',
  'service.counsellor': 'administration:rule.counsellor',
  'income-declaration': 'administration:rule.incomeDeclaration',
  'interest-declaration': 'administration:rule.interestDeclaration',
  probation: 'administration:rule.probation',
  rotation: 'administration:rule.rotation',
  'reserve-validity': 'administration:rule.reserveValidity',
  'penalty-lapse': 'administration:rule.penaltyLapse',
} as const satisfies Partial<Record<RuleCode, Key>>;

const isTitled = (code: RuleCode): code is keyof typeof TITLES => code in TITLES;

/** The rule as buttons and headings name it. */
export function ruleTitle(t: Translate, code: RuleCode): string {
  if (isTitled(code)) return t.plain(TITLES[code]);
  const grade = code.slice(code.indexOf('.') + 1) as RankGrade;
  return t.plain('administration:rule.timeInRank', { rank: t.plain(`staff:rank.state.${grade}`) });
}

/** The order of the list: rules that give dates first, the others after them. */
const GIVES_DATES: readonly RuleCode[] = [
  'training',
  'attestation',
  'first-rank',
  'first-rank.highest',
  'service.adviser',
  'service.counsellor',
  'income-declaration',
];

export const givesDates = (code: RuleCode): boolean =>
  GIVES_DATES.includes(code) || code.startsWith('time-in-rank.');

export const ruleOrder = (code: RuleCode): number => {
  const place = GIVES_DATES.indexOf(code);
  if (place >= 0) return place;
  return givesDates(code) ? GIVES_DATES.length : GIVES_DATES.length + 1;
};

/** «3 жыл», «жыл сайын 01.04», «белгисиз». */
export function valueWords(t: Translate, { value, unit }: Pick<Rule, 'value' | 'unit'>): string {
  if (value === null) return t.plain('administration:rules.unknown');
  if (unit !== 'yearly') return periodWords(t, value, unit);
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${two(value % 100)}.${two(Math.trunc(value / 100))}`;
  return t.plain('administration:rules.yearly', { day });
}

/** From when until when a version is valid; null: always. */
export function validWords(t: Translate, { validFrom, validTo }: Rule): string | null {
  const from = validFrom === ALWAYS ? null : shown(validFrom);
  const to = validTo === null ? null : shown(validTo);
  if (from !== null && to !== null) return t('administration:rules.between', { from, to });
  if (from !== null) return t('administration:rules.from', { from });
  return to === null ? null : t('administration:rules.until', { to });
}
