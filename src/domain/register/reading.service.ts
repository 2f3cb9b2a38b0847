import type { OrganisationScope } from '../access/model.ts';
import type { Reader } from '../shared/database.ts';
import { registerState } from './edition.store.ts';
import type { Servant, StaffRecord } from './model.ts';
import {
  allRecords,
  allServants,
  countServants,
  type OwnedRecord,
  recordsAt,
  searchServants,
  type ServantSearch,
  servantAt,
} from './reading.store.ts';
import { mayRead } from './rights.rules.ts';

export type { OwnedRecord, ServantSearch } from './reading.store.ts';

/** A page of the register by the Kyrgyz alphabet; `total` counts all that match. */
export async function listServants(
  reader: Reader,
  scope: OrganisationScope,
  search: ServantSearch,
): Promise<{ readonly total: number; readonly items: Servant[] }> {
  if (!mayRead(scope)) return { total: 0, items: [] };
  const total = await countServants(reader, scope.orgId, search);
  return { total, items: await searchServants(reader, scope.orgId, search) };
}

/** null: there is no such person in the scope's register now. */
export async function servantOf(
  reader: Reader,
  scope: OrganisationScope,
  servant: number,
): Promise<Servant | null> {
  if (!mayRead(scope)) return null;
  const { edition } = await registerState(reader, scope.orgId);
  return servantAt(reader, scope.orgId, servant, edition);
}

/** The person's histories, the newest entry first. */
export async function recordsOf(
  reader: Reader,
  scope: OrganisationScope,
  servant: number,
): Promise<StaffRecord[]> {
  if (!mayRead(scope)) return [];
  const { edition } = await registerState(reader, scope.orgId);
  return recordsAt(reader, scope.orgId, servant, edition);
}

/** Everybody of the register, those who left too, by the Kyrgyz alphabet. For export and for sums. */
export const everyServant = (reader: Reader, orgId: number): Promise<Servant[]> =>
  allServants(reader, orgId);

/** Every entry of the histories, person by person, the newest first. */
export const recordsOfAll = (reader: Reader, orgId: number): Promise<OwnedRecord[]> =>
  allRecords(reader, orgId);
