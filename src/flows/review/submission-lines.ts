import { bold } from '../../chat/html.ts';
import type { Translate } from '../../chat/translator.ts';
import type { FrozenSubmission } from '../../domain/assessment/frozen.model.ts';
import { momentOf } from '../../domain/assessment/moment.rules.ts';
import { ATTENTION, attentionCounts } from '../../domain/review/attention.rules.ts';
import type { ReviewView } from '../../domain/review/model.ts';
import { shown } from '../../domain/shared/local-date.ts';
import { formulaLines, totalsLines } from '../reading/totals.ts';

/** A submission with the words around it. */
export interface Shown {
  readonly view: ReviewView;
  readonly document: FrozenSubmission;
  /** Names of people by id. */
  readonly names: ReadonlyMap<number, string>;
}

/** Number and organisation: the first line wherever a submission is shown. */
export const titleOf = ({ number, orgName }: ReviewView, t: Translate): string =>
  bold(t('review:submission.title', { number, org: orgName }));

/** When it came and in what state it is, how it was answered and what deserves an eye. */
export function submissionLines(
  { view, document, names }: Shown,
  timeZone: string,
  t: Translate,
): string[] {
  const { confirmedBy } = document;
  const confirmer = confirmedBy === null ? undefined : names.get(confirmedBy);
  return [
    titleOf(view, t),
    t('review:submission.sent', moment(view.submittedAt, timeZone)),
    ...(view.late ? [t('review:submission.late')] : []),
    stateLine({ view, document, names }, timeZone, t),
    ...(confirmer === undefined ? [] : [t('review:submission.confirmed', { name: confirmer })]),
    '',
    ...totalsLines(document, t),
    ...formulaLines(document, t, document.formula),
    ...attentionLines(document, t),
  ];
}

function stateLine({ view, names }: Shown, timeZone: string, t: Translate): string {
  const { openedAt, openedBy } = view;
  if (openedAt === null) return t('review:submission.waiting');
  const at = moment(openedAt, timeZone);
  const name = openedBy === null ? undefined : names.get(openedBy);
  return name === undefined
    ? t('review:submission.openedErased', at)
    : t('review:submission.opened', { ...at, name });
}

function attentionLines(document: FrozenSubmission, t: Translate): string[] {
  const counts = attentionCounts(document);
  const reasons = ATTENTION.filter((reason) => (counts.get(reason) ?? 0) > 0);
  if (reasons.length === 0) return [];
  const n = reasons.reduce((sum, reason) => sum + (counts.get(reason) ?? 0), 0);
  return [
    '',
    t('review:submission.attention', { n }),
    ...reasons.map((reason) =>
      t('review:submission.attentionLine', {
        what: t.plain(`review:attention.${reason}`),
        n: counts.get(reason) ?? 0,
      }),
    ),
  ];
}

function moment(at: number, timeZone: string): { readonly date: string; readonly time: string } {
  const { on, time } = momentOf(at, timeZone);
  return { date: shown(on), time };
}
