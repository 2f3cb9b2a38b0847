import { folded } from '../../chat/html.ts';
import type { Key, Translate } from '../../chat/translator.ts';
import type { Due, DueKind, DueLine } from '../../domain/reminder/model.ts';
import type { Why } from '../../domain/reminder/why.rules.ts';
import type { Rule, RuleCode } from '../../domain/rules/model.ts';
import { shown } from '../../domain/shared/local-date.ts';

/** What is due, as a word within a sentence («окутуу») or at its beginning («Окутуу»). */
export const kindWords = (t: Translate, kind: DueKind, form: 'kind' | 'title' = 'kind'): string =>
  t(`reminders:${form}.${kind}`);

type Dated = Pick<Due, 'kind' | 'direction' | 'on'>;

/** Days ahead beyond which nobody counts: the date alone says more. */
const COUNTED = 366;

/** «мөөнөтү 03.12.2025, 40 күн өттү», «03.12.2025 күнүнөн тартып ыйгарса болот»; `days` as in DueLine. */
export function whenWords(t: Translate, due: Dated, days: number): string {
  const date = shown(due.on);
  if (due.direction === 'due-by') {
    if (days === 0) return t('reminders:when.today', { date });
    if (days > COUNTED) return t('reminders:when.by', { date });
    return days < 0
      ? t('reminders:when.overBy', { date, count: -days })
      : t('reminders:when.left', { date, count: days });
  }
  if (due.kind !== 'rank') return t('reminders:when.attestFrom', { date });
  return days < 0
    ? t('reminders:when.awardWaiting', { count: -days })
    : t('reminders:when.awardFrom', { date });
}

/** The fact that the date is reckoned from: «Акыркы окуусу: 03.12.2022.» */
export function baseWords(t: Translate, { base, kind }: Pick<Due, 'base' | 'kind'>): string {
  const date = shown(base.on);
  switch (base.from) {
    case 'appointed':
      return t(kind === 'rank' ? 'reminders:base.noRank' : 'reminders:base.neverTrained', { date });
    case 'hand':
    case 'year':
      return t(`reminders:base.${base.from}`);
    case 'trained':
    case 'ranked':
    case 'attested':
    case 'service':
      return t(`reminders:base.${base.from}`, { date });
  }
}

/** Does the date rest on a rule that is known from the press only? That is said each time. */
export const isUnconfirmed = ({ rule }: Pick<Due, 'rule'>): boolean => rule?.status === 'reported';

/** «окутуу, мөөнөтү 03.12.2025, 40 күн өттү.», with the word that the basis is not confirmed. */
export function dueLine(t: Translate, line: Dated & Pick<DueLine, 'rule' | 'days'>): string {
  const words = `${kindWords(t, line.kind)}, ${whenWords(t, line, line.days)}.`;
  return isUnconfirmed(line) ? `${words} ${t('reminders:unconfirmed')}` : words;
}

const RULE_WORDS: Partial<Record<RuleCode, Key>> = {
  training: 'reminders:rule.training',
  attestation: 'reminders:rule.attestation',
  'first-rank': 'reminders:rule.firstRank',
  'first-rank.highest': 'reminders:rule.firstRankHighest',
  'service.adviser': 'reminders:rule.adviser',
  'service.counsellor': 'reminders:rule.counsellor',
  'income-declaration': 'reminders:rule.declaration',
};

/** «3 жыл». */
export const periodWords = (t: Translate, value: number, unit: 'years' | 'months' | 'days') =>
  t(`reminders:period.${unit}`, { count: value });

/** The rule in words; a rule whose value is not known has none. */
export function ruleWords(t: Translate, { code, value, unit }: Rule): string | null {
  if (value === null) return null;
  const key = RULE_WORDS[code] ?? 'reminders:rule.timeInRank';
  if (unit !== 'yearly') return t(key, { period: periodWords(t, value, unit) });
  const two = (n: number) => String(n).padStart(2, '0');
  return t(key, { day: `${two(value % 100)}.${two(Math.trunc(value / 100))}` });
}

/**
 * Why a date is what it is, line by line: the rule, the fact, the arithmetic, whether the rule is
 * confirmed and by whom, and its source folded away.
 */
export function whyLines(t: Translate, { due, rule, sum, sinceRule }: Why): string[] {
  if (rule === null) return [t('reminders:why.hand')];
  const words = ruleWords(t, rule);
  const lines = words === null ? [] : [t('reminders:why.rule', { rule: words })];
  lines.push(baseWords(t, due));
  if (sum) {
    const from = shown(sum.base);
    const period = periodWords(t, sum.value, sum.unit);
    lines.push(t('reminders:why.sum', { from, period, date: shown(sum.gives) }));
  }
  if (sinceRule) {
    const since = shown(rule.validFrom);
    lines.push(t('reminders:why.moved', { since, date: shown(due.on) }));
  }
  lines.push(t(rule.status === 'reported' ? 'reminders:unconfirmed' : 'reminders:why.official'));
  const { verified } = rule;
  lines.push(
    verified
      ? t('reminders:why.verified', { by: verified.by, date: shown(verified.on) })
      : t('reminders:why.unverified'),
  );
  lines.push(folded(t('reminders:why.basis', { basis: rule.basis[t.language] })));
  return lines;
}
