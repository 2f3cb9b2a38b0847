import type { VersionedState } from '@grammyjs/conversations';
import * as store from '../domain/dialog/service.ts';
import type { Database } from '../domain/shared/database.ts';

/** The typed steps that are open. */
export interface ConversationStates {
  readonly database: Database;
  readonly now: () => number;
  /** Chats with an open step: one bot runs on these data, so that all others need no query. */
  readonly open: Set<string>;
}

export async function loadStates(
  database: Database,
  now: () => number,
): Promise<ConversationStates> {
  return { database, now, open: new Set(await store.openDialogs(database.read)) };
}

/** Storage of the conversations plugin on our database. */
export const stateAdapter = ({ database, now, open }: ConversationStates) => ({
  async read(key: string): Promise<VersionedState<never> | undefined> {
    if (!open.has(key)) return undefined;
    const value = await store.readDialog(database.read, key);
    return value === null ? undefined : (JSON.parse(value) as VersionedState<never>);
  },
  async write(key: string, value: VersionedState<unknown>): Promise<void> {
    await store.writeDialog(database, key, JSON.stringify(value), now());
    open.add(key);
  },
  async delete(key: string): Promise<void> {
    if (!open.has(key)) return;
    await store.deleteDialog(database, key);
    open.delete(key);
  },
});
