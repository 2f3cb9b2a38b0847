import type { Database, Reader } from '../shared/database.ts';
import type { CardRow, MessageRow } from './model.ts';
import * as store from './store.ts';
import * as topics from './topics.store.ts';

export interface Claimed {
  readonly messages: readonly MessageRow[];
  readonly cards: readonly CardRow[];
}

/** Claims what is due, `limit` rows at most; each row until it is sent, put off or failed. */
export const claim = (database: Database, now: number, limit: number): Promise<Claimed> =>
  database.write(async (tx) => {
    const messages = await store.claimMessages(tx, now, limit);
    return { messages, cards: await store.claimCards(tx, now, limit - messages.length) };
  });

/** At the start: rows on their way when the former process died are due again. */
export const releaseClaims = (database: Database): Promise<void> =>
  database.write((tx) => store.releaseClaims(tx));

/** How long a message that could not be delivered waits for its recipient, milliseconds. */
const KEPT = 7 * 24 * 3600_000;

/** Somebody can be reached again: his cards, and what was said to him in the last days, are due. */
export const revive = (database: Database, personId: number, now: number): Promise<void> =>
  database.write(async (tx) => {
    await store.reviveCards(tx, personId, now);
    await store.reviveMessages(tx, personId, now - KEPT, now);
  });

export const nextDue = (reader: Reader): Promise<number | null> => store.nextDue(reader);

export const sent = (database: Database, id: number, now: number): Promise<void> =>
  database.write((tx) => store.messageSent(tx, id, now));

export const putOff = (database: Database, id: number, dueAt: number, why: string): Promise<void> =>
  database.write((tx) => store.messagePutOff(tx, id, dueAt, why));

export const failed = (database: Database, id: number, now: number, why: string): Promise<void> =>
  database.write((tx) => store.messageFailed(tx, id, now, why));

export const shown = (
  database: Database,
  card: CardRow,
  messageId: number | null,
  threadId: number | null,
): Promise<void> =>
  database.write((tx) => store.cardShown(tx, card.id, card.wanted, messageId, threadId));

export const putOffCard = (
  database: Database,
  id: number,
  dueAt: number,
  why: string,
): Promise<void> => database.write((tx) => store.cardPutOff(tx, id, dueAt, why));

export const failedCard = (
  database: Database,
  id: number,
  now: number,
  why: string,
): Promise<void> => database.write((tx) => store.cardFailed(tx, id, now, why));

export const topicOf = topics.topicOf;

export const saveTopic = (database: Database, chatId: number, orgId: number, threadId: number) =>
  database.write((tx) => topics.saveTopic(tx, chatId, orgId, threadId));

export const moveGroup = (database: Database, from: number, to: number): Promise<void> =>
  database.write((tx) => topics.moveGroup(tx, from, to));

/** Whether a message of this key is or was owed, sent or not. */
export const isOwed = (reader: Reader, uniqueKey: string): Promise<boolean> =>
  store.isOwed(reader, uniqueKey);

/** For the transaction of the service that owes. */
export const { owe, refreshCard, refreshShownCards } = store;
