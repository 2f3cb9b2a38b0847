import { encode } from '../../chat/callback.ts';
import { bold, escapeHtml } from '../../chat/html.ts';
import type { Button, Screen } from '../../chat/screen.ts';
import type { Translate } from '../../chat/translator.ts';
import type { Visit } from '../../chat/visit.ts';
import { countWithoutOfficer } from '../../domain/access/inviting.service.ts';
import type { OperatorScope } from '../../domain/access/model.ts';
import { listCampaigns } from '../../domain/campaign/service.ts';
import { listCommissions } from '../../domain/commission/service.ts';
import { unreceivedSubmissions } from '../../domain/commission/unreceived.service.ts';
import { countOrganisations } from '../../domain/organisation/service.ts';

export const toAdmin = (t: Translate): Button => ({
  text: t.plain('administration:toAdmin'),
  data: encode('admin'),
});

/** /admin: counts, and what waits for the operator. */
export async function adminScreen(
  { t, work: { read } }: Visit,
  scope: OperatorScope,
): Promise<Screen> {
  const organisations = await countOrganisations(read);
  const without = await countWithoutOfficer(read);
  const commissions = (await listCommissions(read)).length;
  const running = (await listCampaigns(read)).filter(({ closed }) => !closed).length;
  const waiting = (await unreceivedSubmissions(read, scope)).length;
  const lines = [
    t('administration:count.organisations', { n: organisations }),
    t('administration:count.withoutOfficer', { n: without }),
    t('administration:count.commissions', { n: commissions }),
    t('administration:count.campaigns', { n: running }),
    ...(waiting > 0 ? [t('administration:count.unreceived', { n: waiting })] : []),
  ];
  return {
    text: `${bold(t('administration:title'))}\n\n${lines.join('\n')}`,
    rows: [
      [button(t, 'administration:organisations', encode('adminOrganisations', [0]))],
      [button(t, 'administration:commissions', encode('adminCommissions', [0]))],
      [button(t, 'administration:campaigns', encode('adminCampaigns', [0]))],
      [button(t, 'administration:rules.title', encode('adminRules', [0]))],
      [button(t, 'administration:holidays.title', encode('adminHolidays', [0]))],
      without > 0 ? [button(t, 'administration:letters', encode('adminLetters'))] : [],
      waiting > 0 ? [button(t, 'administration:unreceived', encode('adminUnreceived'))] : [],
    ],
  };
}

/** Submissions whose commission has nobody Telegram delivers to: number and organisation alone. */
export async function unreceivedScreen(
  { t, work: { read } }: Visit,
  scope: OperatorScope,
): Promise<Screen> {
  const waiting = await unreceivedSubmissions(read, scope);
  if (waiting.length === 0)
    return { text: t('administration:noneUnreceived'), rows: [[toAdmin(t)]] };
  const commissions = new Map(
    waiting.map(({ commissionId, commission }) => [commissionId, commission]),
  );
  return {
    text: [
      bold(t('administration:unreceived')),
      waiting
        .map(({ number, organisation }) => `№ ${escapeHtml(number)} · ${escapeHtml(organisation)}`)
        .join('\n'),
      t('administration:unreceivedCure'),
    ].join('\n\n'),
    rows: [
      ...[...commissions].map(([id, name]) => [
        { text: name, data: encode('adminCommission', [id]) },
      ]),
      [toAdmin(t)],
    ],
  };
}

const button = (
  t: Translate,
  key:
    | 'administration:organisations'
    | 'administration:commissions'
    | 'administration:campaigns'
    | 'administration:letters'
    | 'administration:rules.title'
    | 'administration:holidays.title'
    | 'administration:unreceived',
  data: string,
): Button => ({ text: t.plain(key), data });
