import { encode } from '../../chat/callback.ts';
import { bold } from '../../chat/html.ts';
import type { Button, Screen } from '../../chat/screen.ts';
import type { Visit } from '../../chat/visit.ts';
import { shown } from '../../domain/shared/local-date.ts';
import type { Standing } from '../../domain/assessment/opening.service.ts';
import { registerButtons } from './register-buttons.ts';

/** A full row of a small phone. */
const ROW = 32;
const short = (text: string): string =>
  [...text].length > ROW ? `${[...text].slice(0, ROW - 1).join('')}…` : text;

/** Several organisations, monitorings or roles: what will it be? */
export function choiceScreen(
  visit: Visit,
  standings: readonly Standing[],
  roles: { readonly reviews: boolean; readonly operates: boolean },
): Screen {
  const { t } = visit;
  const register = registerButtons(visit);
  const bodies = new Set(standings.map(({ orgId }) => orgId)).size;
  const named = ({ orgName, campaignTitle }: Standing): string => {
    if (bodies === standings.length) return orgName;
    return bodies === 1 ? campaignTitle : `${orgName} · ${campaignTitle}`;
  };
  const organisations = standings.flatMap((one): Button[][] =>
    one.assessmentId === null
      ? []
      : [
          [
            {
              text: short(named(one)),
              data: encode('organisation', [one.assessmentId]),
            },
          ],
        ],
  );
  const listed = standings.map(({ orgName, campaignTitle, deadline }) =>
    t('general:home.listed', {
      org: orgName,
      title: campaignTitle,
      date: shown(deadline),
    }),
  );
  const question = organisations.length > 0 ? 'general:home.choose' : 'general:home.roles';
  const rows: Button[][] = [...organisations, ...(register.length > 0 ? [register] : [])];
  if (roles.reviews) {
    rows.push([{ text: t.plain('general:home.review'), data: encode('review', [0]) }]);
  }
  if (roles.operates) rows.push([{ text: t.plain('general:home.admin'), data: encode('admin') }]);
  rows.push([
    { text: t.plain('general:home.help'), data: encode('help') },
    { text: t.plain('general:home.language'), data: encode('languages') },
  ]);
  return { text: [...listed, bold(t(question))].join('\n\n'), rows };
}

/** Nothing to answer now. `closed`: the last monitoring, if there was one. */
export function nothingScreen(visit: Visit, closed: Standing | null, phone: string | null): Screen {
  const { t } = visit;
  const register = registerButtons(visit);
  const lines: string[] = [];
  if (closed) {
    lines.push(t('general:home.closed', { org: closed.orgName, title: closed.campaignTitle }));
    if (phone !== null) lines.push(t('general:home.phone', { phone }));
  } else {
    lines.push(phone === null ? t('general:home.none') : t('general:home.nonePhone', { phone }));
  }
  return {
    text: lines.join('\n'),
    rows: [
      ...(register.length > 0 ? [register] : []),
      [
        { text: t.plain('general:home.help'), data: encode('help') },
        { text: t.plain('general:home.language'), data: encode('languages') },
      ],
    ],
  };
}
