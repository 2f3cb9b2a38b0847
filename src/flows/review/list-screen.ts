import { encode } from '../../chat/callback.ts';
import { bold } from '../../chat/html.ts';
import type { Button, Screen } from '../../chat/screen.ts';
import type { Visit } from '../../chat/visit.ts';
import { daysBetween, momentOf } from '../../domain/assessment/moment.rules.ts';
import type { ReviewView } from '../../domain/review/model.ts';
import { BUTTON_ROOM, shortened, shortName } from '../reading/fitting.ts';

const PAGE = 8;

/** What was submitted to a member's commissions; `page` from 0, a page that is gone is the last one. */
export function listScreen(visit: Visit, all: readonly ReviewView[], page: number): Screen {
  const { t } = visit;
  const home: Button = { text: t.plain('submitting:button.home'), data: encode('home') };
  if (all.length === 0) return { text: t('review:list.none'), rows: [[home]] };
  const last = Math.ceil(all.length / PAGE) - 1;
  const at = Math.min(page, last);
  const waiting = all.filter(({ openedAt }) => openedAt === null).length;
  const span = (number: number) =>
    `${number * PAGE + 1}–${Math.min((number + 1) * PAGE, all.length)}`;
  const pager: Button[] = [
    ...(at > 0 ? [{ text: `‹ ${span(at - 1)}`, data: encode('review', [at - 1]) }] : []),
    ...(at < last ? [{ text: `${span(at + 1)} ›`, data: encode('review', [at + 1]) }] : []),
  ];
  return {
    text: [
      bold(t('review:list.title', { n: all.length })),
      t('review:list.states', { waiting, opened: all.length - waiting }),
    ].join('\n'),
    rows: [
      ...all
        .slice(at * PAGE, (at + 1) * PAGE)
        .map((view) => [
          { text: entry(visit, view), data: encode('submission', [view.submissionId]) },
        ]),
      ...(pager.length > 0 ? [pager] : []),
      [home],
    ],
  };
}

/** The organisation, how long it has waited or that it is opened, and whether it came late. */
function entry({ t, today, around }: Visit, view: ReviewView): string {
  const { on } = momentOf(view.submittedAt, around.timeZone);
  const n = daysBetween(on, today);
  const waiting = n > 0 ? t.plain('review:list.days', { n }) : t.plain('review:list.today');
  const state = [
    view.openedAt === null ? waiting : t.plain('review:list.opened'),
    ...(view.late ? [t.plain('review:list.late')] : []),
  ].join(' · ');
  const room = BUTTON_ROOM - t.plain('review:list.entry', { org: '', state }).length;
  return t.plain('review:list.entry', { org: shortened(shortName(view.orgName), room), state });
}
