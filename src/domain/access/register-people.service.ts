import type { Reader } from '../shared/database.ts';
import * as store from './register-people.store.ts';

export type { RegisterPerson } from './register-people.store.ts';

/** Officers and heads of every open organisation, one for each role in force, by person. */
export const registerPeople = (reader: Reader): Promise<store.RegisterPerson[]> =>
  store.registerPeople(reader);

/** Ids of the organisations that are open, also of those without anybody. */
export const openOrganisations = (reader: Reader): Promise<number[]> =>
  store.openOrganisations(reader);
