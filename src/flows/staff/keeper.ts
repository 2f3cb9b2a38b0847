import { escapeHtml } from '../../chat/html.ts';
import type { Action, Reply, Visit } from '../../chat/visit.ts';
import type { OrganisationScope } from '../../domain/access/model.ts';
import { registerKeepingScopes, registerScopes } from '../../domain/access/rules.ts';
import { scopeOf } from '../../domain/assessment/scope.rules.ts';

/** The right to read an organisation's staff list; null: this person has none. */
export const readingScope = ({ actor }: Visit, orgId: number): OrganisationScope | null =>
  scopeOf(registerScopes(actor), orgId);

/** The right to keep it; null: this person has none. */
export const keepingScope = ({ actor }: Visit, orgId: number): OrganisationScope | null =>
  scopeOf(registerKeepingScopes(actor), orgId);

type Scoped = (
  visit: Visit,
  scope: OrganisationScope,
  args: readonly number[],
) => Reply | Promise<Reply>;

/** An action whose first number is the organisation, for its officers and heads alone. */
export const forReaders =
  (act: Scoped): Action =>
  async (visit, args) => {
    const scope = readingScope(visit, args[0] ?? 0);
    return scope ? act(visit, scope, args) : notYours(visit);
  };

/** The same for its officers alone: whoever else presses changes nothing. */
export const forKeepers =
  (act: Scoped): Action =>
  (visit, args) =>
    asKeeper(visit, args[0] ?? 0, (scope) => act(visit, scope, args));

/** What an officer gets at buttons and typed steps; a head and everybody else get their sentence. */
export async function asKeeper(
  visit: Visit,
  orgId: number,
  act: (scope: OrganisationScope) => Reply | Promise<Reply>,
): Promise<Reply> {
  const scope = keepingScope(visit, orgId);
  if (scope) return act(scope);
  const reads = readingScope(visit, orgId) !== null;
  return reads ? said(visit, visit.t.plain('staff:onlyOfficer')) : notYours(visit);
}

const notYours = (visit: Visit): Reply => said(visit, visit.t.plain('errors:access.notYours'));

/** A sentence (plain text): an alert over a pressed button, a message after typed text. */
export const said = ({ pressed }: Visit, sentence: string): Reply =>
  pressed === null
    ? { note: { text: escapeHtml(sentence), rows: [] } }
    : { toast: sentence, alert: true };
