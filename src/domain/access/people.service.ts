import type { Reader } from '../shared/database.ts';
import { namesById } from './people.store.ts';

/** Names of people, for those entitled to the document or answer they stand in. */
export const namesOf = namesById;

/** The name of one person; null: nobody, or erased. */
export const nameOf = async (reader: Reader, personId: number | null): Promise<string | null> =>
  personId === null ? null : ((await namesById(reader, [personId])).get(personId) ?? null);
