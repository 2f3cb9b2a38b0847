import type { MessageRenderer, Recipient } from '../../chat/outgoing.ts';
import type { OrganisationScope } from '../../domain/access/model.ts';
import { registerKeepingScopes, registerScopes } from '../../domain/access/rules.ts';
import { scopeOf } from '../../domain/assessment/scope.rules.ts';
import { organisationById } from '../../domain/organisation/service.ts';
import { sourceOfImport } from '../../domain/register/importing.service.ts';
import { everyServant, recordsOfAll } from '../../domain/register/reading.service.ts';
import { actorOf, paperKind, paperMessage } from '../reading/recipient.ts';
import { cellSentence } from './import-problems.ts';

/** The recipient's right at the moment of sending; null: it was taken from him. */
async function scopeFor(
  to: Recipient,
  orgId: unknown,
  scopes: typeof registerScopes,
): Promise<OrganisationScope | null> {
  const actor = await actorOf(to);
  return actor && scopeOf(scopes(actor), Number(orgId));
}

const orgName = async ({ reader }: Recipient, orgId: number): Promise<string> =>
  (await organisationById(reader, orgId))?.name ?? '';

const list: MessageRenderer = async (payload, to) => {
  const scope = await scopeFor(to, payload.orgId, registerScopes);
  if (!scope) return null;
  const { orgId } = scope;
  const { language } = paperKind('xlsx', payload.language);
  const name = await orgName(to, orgId);
  const servants = await everyServant(to.reader, orgId);
  const records = await recordsOfAll(to.reader, orgId);
  const job = { kind: 'staff-list', language, orgId, orgName: name, servants, records } as const;
  return paperMessage(job, to, to.t('staff:message.export', { org: name }));
};

const template: MessageRenderer = async (payload, to) => {
  const scope = await scopeFor(to, payload.orgId, registerKeepingScopes);
  if (!scope) return null;
  const { language } = paperKind('xlsx', payload.language);
  const name = await orgName(to, scope.orgId);
  const job = { kind: 'staff-template', language, orgName: name } as const;
  return paperMessage(job, to, to.t('staff:message.template'));
};

/** Of a list that was loaded or dropped meanwhile nothing is sent. */
const marked: MessageRenderer = async (payload, to) => {
  const { t, reader, around, today } = to;
  const scope = await scopeFor(to, payload.orgId, registerKeepingScopes);
  if (!scope) return null;
  const source = await sourceOfImport(reader, scope, Number(payload.importId), around.files);
  const read = source && (await around.lists.check({ orgId: scope.orgId, source, today }));
  if (!source || !read?.ok) return null;
  const { language } = paperKind('xlsx', payload.language);
  const problems = read.value.preview.problems.map((problem) => ({
    ...problem,
    sentence: cellSentence(t, problem),
  }));
  const job = { kind: 'staff-marked', language, source, problems } as const;
  return paperMessage(job, to, t('staff:message.marked'));
};

export const paperMessages: Readonly<Record<string, MessageRenderer>> = {
  'staff.list': list,
  'staff.template': template,
  'staff.marked': marked,
};
