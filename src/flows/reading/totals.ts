import { folded } from '../../chat/html.ts';
import type { Translate } from '../../chat/translator.ts';
import type { FrozenSubmission } from '../../domain/assessment/frozen.model.ts';
import type { Localised } from '../../domain/shared/language.ts';
import { percentOf } from '../../domain/summary/counts.rules.ts';

type Totals = Pick<FrozenSubmission, 'counts' | 'score'>;

/** How many were answered and how, and the score. */
export function totalsLines({ counts, score }: Totals, t: Translate): string[] {
  return [
    t('submitting:check.answered', { n: counts.answered, total: counts.total }),
    countsLine(counts, t),
    score === null
      ? t('submitting:check.noScore')
      : t('submitting:check.score', { percent: percentOf(score) }),
  ];
}

/** How the score is calculated, where there is one; of a frozen document, in its own words. */
export const formulaLines = (
  { score }: Pick<Totals, 'score'>,
  t: Translate,
  formula: Localised,
): string[] =>
  score === null ? [] : [folded(t('submitting:check.formula', { formula: formula[t.language] }))];

const countsLine = (counts: Totals['counts'], t: Translate): string =>
  t('submitting:check.counts', {
    yes: counts.yes,
    partly: counts.partly,
    no: counts.no,
    noCase: counts['no-case'],
    notApplicable: counts['not-applicable'],
  });
