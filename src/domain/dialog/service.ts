import type { Database, Reader } from '../shared/database.ts';
import * as store from './store.ts';

/** Keys of the chats in which a typed step is open. */
export const openDialogs = (reader: Reader): Promise<string[]> => store.keys(reader);

export const readDialog = (reader: Reader, key: string): Promise<string | null> =>
  store.read(reader, key);

export const writeDialog = (
  database: Database,
  key: string,
  value: string,
  at: number,
): Promise<void> => database.write((tx) => store.write(tx, key, value, at));

export const deleteDialog = (database: Database, key: string): Promise<void> =>
  database.write((tx) => store.remove(tx, key));
