import type { Reader } from '../shared/database.ts';
import { reachableOperators } from './operator.store.ts';

/** Person ids of every operator to whom a message can be owed. */
export const operatorsToTell = (
  reader: Reader,
  operatorIds: readonly number[],
): Promise<number[]> => reachableOperators(reader, operatorIds);
