import { encode } from '../../chat/callback.ts';
import type { MessageRenderer, Outgoing, Recipient } from '../../chat/outgoing.ts';
import type { Screen } from '../../chat/screen.ts';
import { organisationScopes } from '../../domain/access/rules.ts';
import type { OrganisationScope } from '../../domain/access/model.ts';
import { momentOf } from '../../domain/assessment/moment.rules.ts';
import { loadStanding, loadStandingOf } from '../../domain/assessment/standing.service.ts';
import { shown } from '../../domain/shared/local-date.ts';
import { actorOf } from '../reading/recipient.ts';

const asScreen = (screen: Screen): Outgoing => ({ kind: 'screen', screen });

/** The scopes the recipient has at this moment, in the role that the message is for. */
export async function scopesOf(
  to: Recipient,
  as?: OrganisationScope['as'],
): Promise<OrganisationScope[]> {
  const actor = await actorOf(to);
  const scopes = actor ? organisationScopes(actor) : [];
  return as === undefined ? scopes : scopes.filter((scope) => scope.as === as);
}

/** To officers: the commission has opened what they sent. */
const opened: MessageRenderer = async ({ submissionId }, to) => {
  const { t, reader, around } = to;
  const standing = await loadStandingOf(
    reader,
    await scopesOf(to, 'officer'),
    Number(submissionId),
  );
  const { openedAt, number } = standing?.submission ?? { openedAt: null, number: '' };
  if (!standing || openedAt === null) return null;
  const { on, time } = momentOf(openedAt, around.timeZone);
  const values = { org: standing.view.orgName, number, date: shown(on), time };
  return asScreen({ text: t('submitting:message.opened', values), rows: [] });
};

/** To heads: a draft waits for their confirmation. */
const confirm: MessageRenderer = async ({ assessmentId }, to) => {
  const { t, reader } = to;
  const standing = await loadStanding(reader, await scopesOf(to, 'head'), Number(assessmentId));
  if (!standing || standing.view.state !== 'draft' || standing.view.closed) return null;
  const { orgName: org, campaignTitle: title } = standing.view;
  const data = encode('check', [standing.view.assessmentId]);
  return asScreen({
    text: t('submitting:message.confirm', { org, title }),
    rows: [[{ text: t.plain('submitting:button.openDraft'), data }]],
  });
};

/** To officers: the head has confirmed the draft. */
const confirmed: MessageRenderer = async ({ assessmentId }, to) => {
  const { t, reader } = to;
  const standing = await loadStanding(reader, await scopesOf(to, 'officer'), Number(assessmentId));
  if (!standing || standing.view.state !== 'draft') return null;
  const data = encode('check', [standing.view.assessmentId]);
  return asScreen({
    text: t('submitting:message.confirmed', { org: standing.view.orgName }),
    rows: [[{ text: t.plain('submitting:button.toCheck'), data }]],
  });
};

export const notices: Readonly<Record<string, MessageRenderer>> = {
  'submitting.opened': opened,
  'submitting.confirm': confirm,
  'submitting.confirmed': confirmed,
};
