import type { OrganisationScope } from '../../src/domain/access/model.ts';
import { registerScopes } from '../../src/domain/access/rules.ts';
import { addServant } from '../../src/domain/register/keeping.service.ts';
import type { RecordFacts, RecordKind, ServantFacts } from '../../src/domain/register/model.ts';
import type { Visit } from '../../src/chat/visit.ts';
import type { Office, Who } from './visit.ts';

/** A visit by somebody who may read a register, with that register's scope. */
export async function keeper(
  office: Office,
  who: Who = 'officer',
  now?: number,
): Promise<Visit & { readonly scope: OrganisationScope }> {
  const visit = await office.visit(who, now === undefined ? {} : { now });
  const scope = registerScopes(visit.actor)[0];
  if (!scope) throw new Error(`${who} may read no register`);
  return { ...visit, scope };
}

/** An entry of a history: only what the test speaks of. */
export const entry = (
  kind: RecordKind,
  date: string,
  what: string | null = null,
  more: Partial<RecordFacts> = {},
): RecordFacts => ({ kind, date, what, hours: null, orderNo: null, ...more });

/** Adds a person to the register of this officer, as he would. Returns the person's number. */
export async function enlist(
  office: Office,
  facts: Partial<ServantFacts> & { readonly name: string },
  records: readonly RecordFacts[] = [],
  who: Who = 'officer',
): Promise<number> {
  const { work, scope, today } = await keeper(office, who);
  const added = await addServant(work, scope, facts, records, today);
  if (!added.ok) throw new Error(`${facts.name}: ${added.error.code}`);
  return added.value.servant;
}
