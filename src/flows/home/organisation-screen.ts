import { Temporal } from 'temporal-polyfill';
import type { ActionName } from '../../chat/actions.ts';
import { encode } from '../../chat/callback.ts';
import { bold, escapeHtml } from '../../chat/html.ts';
import type { Button, Screen } from '../../chat/screen.ts';
import type { Translate } from '../../chat/translator.ts';
import type { Visit } from '../../chat/visit.ts';
import type { Standing } from '../../domain/assessment/opening.service.ts';
import { numericDate } from '../../domain/shared/paper-dates.ts';
import { inPairs } from '../reading/fitting.ts';
import { registerButtons } from './register-buttons.ts';

export interface HomeState {
  readonly total: number;
  readonly answered: number;
  /** Item code of the next open item; null: all are answered. */
  readonly next: number | null;
  readonly role: 'officer' | 'contributor' | 'head';
}

/** One organisation in one monitoring: how far it is, and the ways on. */
export function organisationScreen(visit: Visit, standing: Standing, home: HomeState): Screen {
  const { t, today } = visit;
  const { orgName, campaignTitle, opensOn, assessmentId, state } = standing;
  const head = [
    bold(escapeHtml(orgName)),
    t('general:home.campaign', { title: campaignTitle }),
    deadlineLine(t, standing.deadline, today),
  ].join('\n');
  const help: Button = { text: t.plain('general:home.help'), data: encode('help') };
  const language = { text: t.plain('general:home.language'), data: encode('languages') };
  const register = registerButtons(visit, standing.orgId);
  const registerRow = register.length > 0 ? [register] : [];
  if (assessmentId === null) {
    const why =
      opensOn > today
        ? t('general:home.begins', { date: numericDate(opensOn) })
        : t('general:home.notBegun');
    return { text: `${head}\n\n${why}`, rows: [...registerRow, [help, language]] };
  }
  const button = (
    key: Parameters<Translate>[0],
    action: ActionName,
    ...args: number[]
  ): Button => ({
    text: t.plain(key),
    data: encode(action, [assessmentId, ...args]),
  });
  const { total, answered, next, role } = home;
  const lines = [t('general:home.answered', { n: answered, total })];
  if (state !== 'draft') {
    lines.push(t('general:home.sent'));
  } else if (next === null) {
    // Only the officer sends; head and contributor are done.
    lines.push(t(role === 'officer' ? 'general:home.complete' : 'general:home.allAnswered'));
  } else {
    lines.push(t('general:home.next', { item: `${Math.trunc(next / 100)}.${next % 100}` }));
  }
  const text = `${head}\n\n${lines.join('\n')}`;
  if (role === 'head') {
    return {
      text,
      rows: [
        [button('general:home.read', 'readAnswers', 0)],
        [button(state === 'draft' ? 'general:home.check' : 'general:home.openSent', 'check')],
        ...registerRow,
        [help, language],
      ],
    };
  }
  if (state !== 'draft') {
    const sent = [button('general:home.openSent', 'goOn')];
    return { text, rows: [sent, ...registerRow, [help, language]] };
  }
  const on = answered === 0 ? 'general:home.start' : 'general:home.goOn';
  const check = [button('general:home.check', 'check')];
  return {
    text,
    rows: [
      ...(next === null ? [] : [[button(on, 'goOn')]]),
      ...(role === 'officer' && answered > 0 ? [check] : []),
      ...inPairs([button('general:home.directions', 'directions', 0), ...register, help]),
      [button('general:home.emptyForm', 'emptyForm')],
      [language],
    ],
  };
}

/** «Мөөнөтү: 15.01.2026, 24 күн калды». */
function deadlineLine(t: Translate, deadline: string, today: string): string {
  const date = numericDate(deadline);
  const days = Temporal.PlainDate.from(today).until(deadline, { largestUnit: 'days' }).days;
  if (days < 0) return t('general:home.over', { date });
  return days === 0
    ? t('general:home.today', { date })
    : t('general:home.left', { date, count: days });
}
