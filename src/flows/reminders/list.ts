import type { Action, Reply, Visit } from '../../chat/visit.ts';
import type { OrganisationScope } from '../../domain/access/model.ts';
import { registerScopes } from '../../domain/access/rules.ts';
import { organisationById } from '../../domain/organisation/service.ts';
import { inOrder } from '../../domain/reminder/lines.rules.ts';
import { putOffUntil, toldDueLines } from '../../domain/reminder/lines.service.ts';
import { DUE_KINDS, type DueKind, HORIZON } from '../../domain/reminder/model.ts';
import { undatedPeople } from '../../domain/reminder/papers.service.ts';
import { ruleBook } from '../../domain/rules/service.ts';
import type { Reader } from '../../domain/shared/database.ts';
import { shortName } from '../reading/fitting.ts';
import { forReaders, keepingScope } from '../staff/keeper.ts';
import { type Entry, entriesOf } from './entries.ts';
import { choiceScreen, listScreen } from './list-screen.ts';

/** A page of everything overdue and coming in one register; `kind`: of that kind alone, man by man. */
export async function remindersReply(
  visit: Visit,
  scope: OrganisationScope,
  page: number,
  kind: DueKind | null = null,
): Promise<Reply> {
  const { t, work, today } = visit;
  const { read } = work;
  const { orgId } = scope;
  const kinds = kind === null ? DUE_KINDS : [kind];
  const found = await toldDueLines(read, orgId, await ruleBook(read), today, {
    horizon: HORIZON,
    kinds,
  });
  const lines = inOrder(found);
  const putOff = new Map(
    found.map(({ line, told }) => [line, putOffUntil(line, told, today)] as const),
  );
  const { present, undated } = await undatedPeople(read, scope);
  const entries =
    kind === null
      ? entriesOf(lines, [orgId])
      : lines.map(
          (line, place): Entry => ({
            n: place + 1,
            orgId,
            kind: 'person',
            line,
            name: line.name,
          }),
        );
  const org = await nameOf(read, orgId);
  const keeps = keepingScope(visit, orgId) !== null;
  const view = { orgId, org, lines, putOff, entries, page, kind, present, undated, keeps };
  return { screen: listScreen(t, view) };
}

/** Name of an organisation. */
export const nameOf = async (reader: Reader, orgId: number): Promise<string> =>
  (await organisationById(reader, orgId))?.name ?? '';

/** The list of the only register a person reads, or the choice among several. */
export async function reminders(visit: Visit): Promise<Reply> {
  const { t, actor, work } = visit;
  const byOrg = new Map(registerScopes(actor).map((scope) => [scope.orgId, scope]));
  const [only, ...others] = byOrg.values();
  if (!only) return { note: { text: t('reminders:list.closed'), rows: [] } };
  if (others.length === 0) return remindersReply(visit, only, 0);
  const organisations = [];
  for (const id of byOrg.keys()) {
    organisations.push({ id, name: shortName(await nameOf(work.read, id)) });
  }
  return { screen: choiceScreen(t, organisations) };
}

const onOne = forReaders((visit, scope, [, page = 0]) => remindersReply(visit, scope, page));

/** Organisation 0: of whichever there is. */
export const onReminders: Action = (visit, args) =>
  args[0] === 0 ? reminders(visit) : onOne(visit, args);

export const onKind = forReaders((visit, scope, [, place = 0, page = 0]) =>
  remindersReply(visit, scope, page, DUE_KINDS[place - 1] ?? null),
);
