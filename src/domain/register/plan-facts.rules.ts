import { cleanName } from '../shared/clean-name.ts';
import type { FieldChange, ListedServant } from './import.model.ts';
import type { Servant, ServantFacts } from './model.ts';

/** In the order of the screens. */
export const FACT_FIELDS = [
  'name',
  'position',
  'group',
  'category',
  'unit',
  'appointedOn',
  'serviceStart',
  'leftOn',
  'fileDocuments',
  'labourBook',
  'noRank',
  'nextTraining',
  'nextRank',
  'nextAttestation',
] as const satisfies readonly (keyof ServantFacts)[];

/**
 * A person's facts after a list has spoken. A field the list has no column for stays. An empty cell
 * erases only in a line with a number, that is of a list this register exported; elsewhere officers
 * leave empty what they do not know. A text that differs only in capitals and blanks stays as it is.
 * Who left and is listed as appointed again later is back.
 */
export function mergeFacts(before: Servant, { facts, servant }: ListedServant): ServantFacts {
  const erases = servant !== null;
  const said = Object.fromEntries(
    Object.entries(facts).filter(
      ([field, value]) =>
        value !== undefined &&
        (erases || value !== null) &&
        !isSpelling(before[field as keyof ServantFacts], value),
    ),
  ) as Partial<ServantFacts>;
  const merged = { ...factsOf(before), ...said };
  const back =
    said.leftOn === undefined &&
    merged.leftOn !== null &&
    merged.appointedOn !== null &&
    merged.appointedOn > merged.leftOn;
  return back ? { ...merged, leftOn: null } : merged;
}

type FactValue = ServantFacts[keyof ServantFacts];

/** Written otherwise, and yet the same. */
const isSpelling = (known: FactValue, listed: FactValue): boolean =>
  typeof known === 'string' &&
  typeof listed === 'string' &&
  known !== listed &&
  cleanName(known).toLowerCase() === cleanName(listed).toLowerCase();

const factsOf = (servant: Servant): ServantFacts =>
  Object.fromEntries(
    FACT_FIELDS.map((field) => [field, servant[field]]),
  ) as unknown as ServantFacts;

/** The fields that differ, old and new. */
export const changedFields = (before: ServantFacts, after: ServantFacts): FieldChange[] =>
  FACT_FIELDS.flatMap((field) => {
    const from = plain(before[field]);
    const to = plain(after[field]);
    return from === to ? [] : [{ field, from, to }];
  });

function plain(value: FactValue): string | null {
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value.toSorted().join(',');
}
