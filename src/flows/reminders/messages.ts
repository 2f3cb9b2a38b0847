import { bold, escapeHtml } from '../../chat/html.ts';
import type { MessageRenderer } from '../../chat/outgoing.ts';
import { operatorScope, organisationScopes } from '../../domain/access/rules.ts';
import { peopleOfOrganisation } from '../../domain/access/role.service.ts';
import { DIGEST_PAGE } from '../../domain/reminder/digest.model.ts';
import { lateLines } from '../../domain/reminder/lines.service.ts';
import { ESCALATE_AFTER } from '../../domain/reminder/model.ts';
import { ruleBook } from '../../domain/rules/service.ts';
import type { Reader } from '../../domain/shared/database.ts';
import { shown } from '../../domain/shared/local-date.ts';
import { actorOf } from '../reading/recipient.ts';
import { button } from '../staff/buttons.ts';
import { digest } from './digest.ts';
import { entriesOf, onPage } from './entries.ts';
import { listedEntry } from './entry-words.ts';
import { files } from './files.ts';
import { nameOf } from './list.ts';

/** Whether digests of the organisation reach an officer. */
const officerReads = async (reader: Reader, orgId: number): Promise<boolean> =>
  (await peopleOfOrganisation(reader, orgId)).some(
    ({ kind, reachable }) => kind === 'officer' && reachable,
  );

/** To a head, once a week: what is overdue for long. The first line has no name. */
const escalation: MessageRenderer = async ({ orgId, date }, to) => {
  const { t, reader, today } = to;
  const actor = await actorOf(to);
  const id = Number(orgId);
  const heads = actor ? organisationScopes(actor).filter(({ as }) => as === 'head') : [];
  if (!heads.some((scope) => scope.orgId === id)) return null;
  const entries = entriesOf(await lateLines(reader, id, await ruleBook(reader), today), [id]);
  if (entries.length === 0) return null;
  const values = { date: shown(String(date)), days: ESCALATE_AFTER, n: entries.length };
  const more = entries.length - DIGEST_PAGE;
  const text = [
    bold(t('reminders:message.escalation', values)),
    escapeHtml(await nameOf(reader, id)),
    ...onPage(entries, 0).map((entry) => listedEntry(t, entry)),
    ...(more > 0 ? [t('reminders:message.escalationMore', { n: more })] : []),
    ...((await officerReads(reader, id)) ? [t('reminders:message.escalationWhat')] : []),
  ].join('\n\n');
  return {
    kind: 'screen',
    screen: { text, rows: [[button(t, 'reminders:button.list', 'reminders', id, 0)]] },
  };
};

/** To a head, or where there is none to operators: the digests of an organisation reach nobody. */
const digestUnread: MessageRenderer = async ({ orgId }, to) => {
  const { t, reader, around } = to;
  const actor = await actorOf(to);
  if (!actor) return null;
  const id = Number(orgId);
  if (await officerReads(reader, id)) return null;
  const unread = t('reminders:message.unread', { org: await nameOf(reader, id) });
  const heads = organisationScopes(actor).filter(({ as }) => as === 'head');
  if (heads.some((scope) => scope.orgId === id)) {
    const text = `${unread}\n\n${t('reminders:message.unreadHead')}`;
    const rows = [[button(t, 'reminders:button.list', 'reminders', id, 0)]];
    return { kind: 'screen', screen: { text, rows } };
  }
  if (!operatorScope(actor, around.operatorIds)) return null;
  const text = `${unread}\n\n${t('reminders:message.unreadOperator')}`;
  const rows = [[button(t, 'reminders:button.organisation', 'adminOrganisation', id)]];
  return { kind: 'screen', screen: { text, rows } };
};

export const messages: Readonly<Record<string, MessageRenderer>> = {
  digest,
  escalation,
  digestUnread,
  ...files,
};
