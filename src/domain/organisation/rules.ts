import { cleanName } from '../shared/clean-name.ts';
import { fold } from '../shared/fold.ts';
import type { Refusal } from '../shared/refusal.ts';
import { ok, type Result, refused } from '../shared/result.ts';
import {
  isOrganisationKind,
  type OrganisationCode,
  type OrganisationDraft,
  type OrganisationInput,
} from './model.ts';
import { findRegion, REGIONS } from './regions.rules.ts';

/** Characters: the longest official names of bodies are about 150. */
export const NAME_LIMIT = 200;

export type OrganisationRefusal = Refusal<OrganisationCode>;

/** A name as it is stored. */
export function readName(text: string): Result<string, OrganisationRefusal> {
  const name = cleanName(text);
  if (name === '') return refused({ code: 'organisation.nameEmpty' });
  const n = [...name].length;
  if (n > NAME_LIMIT) {
    return refused({ code: 'organisation.nameLong', values: { n, max: NAME_LIMIT } });
  }
  return ok(name);
}

/** Checks what was typed. The region may be named as findRegion allows. */
export function readDraft(
  input: OrganisationInput,
): Result<OrganisationDraft, OrganisationRefusal> {
  const name = readName(input.name);
  if (!name.ok) return name;
  const kind = input.kind.trim().toLowerCase();
  if (!isOrganisationKind(kind)) {
    return refused({ code: 'organisation.kindUnknown', values: { kind: input.kind } });
  }
  const region = findRegion(input.region);
  if (!region) {
    const codes = REGIONS.map(({ code }) => code).join(', ');
    return refused({
      code: 'organisation.regionUnknown',
      values: { region: input.region, codes },
    });
  }
  const district = cleanName(input.district ?? '').slice(0, NAME_LIMIT) || null;
  return ok({ name: name.value, kind, region: region.code, district });
}

/** An айыл өкмөтү, whose head is called its башчы. */
export const isVillage = (organisationName: string): boolean =>
  fold(organisationName).includes(fold('айыл өкмөт'));
