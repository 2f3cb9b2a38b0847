import { closeAccess } from '../access/closing.service.ts';
import { admitNewcomer, leaveCampaigns } from '../campaign/participation.service.ts';
import type { Reader } from '../shared/database.ts';
import { fold } from '../shared/fold.ts';
import { ok, type Result, refused } from '../shared/result.ts';
import type { Unit, Work } from '../shared/work.ts';
import type { Organisation, OrganisationDraft, OrganisationInput } from './model.ts';
import { type OrganisationRefusal, readDraft, readName } from './rules.ts';
import { byId, close, count, insert, list, namesakes, rename, type Search } from './store.ts';

/**
 * Adds an organisation; it also takes part in the running campaigns that take newcomers like it.
 * Returns its id. Refuses a second one of the same name in the same region and district.
 */
export function addOrganisation(
  work: Work,
  input: OrganisationInput,
): Promise<Result<number, OrganisationRefusal>> {
  const draft = readDraft(input);
  if (!draft.ok) return Promise.resolve(draft);
  return work.run(async (unit) => {
    const twin = await twinOf(unit.tx, draft.value);
    if (twin) {
      return refused({ code: 'organisation.exists', values: { name: twin.name, id: twin.id } });
    }
    return ok(await enter(unit, draft.value));
  });
}

/** Adds a checked draft inside a transaction. */
export async function enter(unit: Unit, draft: OrganisationDraft): Promise<number> {
  const id = await insert(unit.tx, draft, unit.at);
  await unit.audit({ action: 'organisation.added', subject: `organisation:${id}`, orgId: id });
  await admitNewcomer(unit, { id, kind: draft.kind, region: draft.region });
  return id;
}

/** The open organisation that a draft would double. */
export async function twinOf(
  reader: Reader,
  draft: OrganisationDraft,
): Promise<Organisation | null> {
  const same = (district: string | null) => fold(district ?? '') === fold(draft.district ?? '');
  const found = await namesakes(reader, draft.name, draft.region);
  return found.find(({ district }) => same(district)) ?? null;
}

export function renameOrganisation(
  work: Work,
  id: number,
  text: string,
): Promise<Result<string, OrganisationRefusal>> {
  const name = readName(text);
  if (!name.ok) return Promise.resolve(name);
  return work.run(async (unit) => {
    const before = await byId(unit.tx, id);
    if (!before) return refused({ code: 'organisation.unknown', values: { id } });
    if (before.name === name.value) return name;
    await rename(unit.tx, id, name.value);
    await unit.audit({
      action: 'organisation.renamed',
      subject: `organisation:${id}`,
      orgId: id,
      details: { from: before.name, to: name.value },
    });
    return name;
  });
}

/**
 * Closes an abolished organisation: its people lose their roles, its open links end, campaigns in
 * which it has not begun go on without it. What it answered and submitted stays with the commission.
 */
export function closeOrganisation(
  work: Work,
  id: number,
): Promise<Result<void, OrganisationRefusal>> {
  return work.run(async (unit) => {
    const organisation = await byId(unit.tx, id);
    if (!organisation) return refused({ code: 'organisation.unknown', values: { id } });
    if (organisation.closed) return refused({ code: 'organisation.closed', values: { id } });
    await shut(unit, id);
    return ok(undefined);
  });
}

/** The closing itself, inside a transaction. */
export async function shut(unit: Unit, id: number): Promise<void> {
  await closeAccess(unit, id);
  await leaveCampaigns(unit, id);
  await close(unit.tx, id, unit.at);
  await unit.audit({ action: 'organisation.closed', subject: `organisation:${id}`, orgId: id });
}

export const organisationById = (reader: Reader, id: number): Promise<Organisation | null> =>
  byId(reader, id);

/** By name; open ones unless told otherwise. */
export const listOrganisations = (reader: Reader, search: Search = {}): Promise<Organisation[]> =>
  list(reader, search);

export const countOrganisations = (reader: Reader, search: Search = {}): Promise<number> =>
  count(reader, search);
