import type { VersionedState } from '@grammyjs/conversations';
import * as store from '../domain/dialog/service.ts';
import type { Database } from '../domain/shared/database.ts';
import type { EdgeContext } from './context.ts';

/** A question left unanswered so long is forgotten (milliseconds): typed text means the open card again. */
export const TIME_LIMIT = 2 * 60 * 60 * 1000;

/** The typed steps that are open. */
export interface ConversationStates {
  readonly database: Database;
  readonly now: () => number;
  /** Chats with an open step: one bot runs on these data, so that all others need no query. */
  readonly open: Set<string>;
}

type State = Parameters<StateStorage['write']>[1];

interface StateStorage {
  read(ctx: EdgeContext): Promise<VersionedState<never> | undefined>;
  write(ctx: EdgeContext, value: VersionedState<unknown>): Promise<void>;
  delete(ctx: EdgeContext): Promise<void>;
}

/** As it stands in the database: with the update that brought the step so far, and when. */
interface Kept {
  readonly by: number;
  readonly at: number;
  readonly value: State;
}

export async function loadStates(
  database: Database,
  now: () => number,
): Promise<ConversationStates> {
  return { database, now, open: new Set(await store.openDialogs(database.read)) };
}

const keyOf = (ctx: EdgeContext): string => String(ctx.chatId ?? 0);

/**
 * Storage of the conversations plugin on our database. An update that failed leaves the step as it
 * was, so that the inbox can try it again from the beginning.
 */
export function stateStorage({ database, now, open }: ConversationStates): StateStorage {
  const remove = async (key: string) => {
    if (!open.has(key)) return;
    await store.deleteDialog(database, key);
    open.delete(key);
  };
  return {
    async read(ctx) {
      const key = keyOf(ctx);
      if (!open.has(key)) return undefined;
      const text = await store.readDialog(database.read, key);
      if (text === null) return undefined;
      const kept = JSON.parse(text) as Kept;
      if (Math.abs(now() - kept.at) > TIME_LIMIT) {
        await remove(key);
        return undefined;
      }
      if (ctx.edge) ctx.edge.repeated = kept.by === ctx.update.update_id;
      return kept.value as VersionedState<never>;
    },
    async write(ctx, value) {
      if (ctx.edge?.failure !== undefined) return;
      const kept: Kept = { by: ctx.update.update_id, at: now(), value };
      await store.writeDialog(database, keyOf(ctx), JSON.stringify(kept), kept.at);
      open.add(keyOf(ctx));
    },
    async delete(ctx) {
      if (ctx.edge?.failure === undefined) await remove(keyOf(ctx));
    },
  };
}
