import type { OrganisationScope } from '../access/model.ts';
import type { Work } from '../shared/work.ts';
import { loadAssessment } from './answers.store.ts';
import { cardOfMessage } from './card.store.ts';
import { readCard } from './card-reading.service.ts';
import type { Evidence, Source } from './evidence.model.ts';
import * as store from './evidence.store.ts';
import type { ItemRef } from './evidence.service.ts';
import { heldIn } from './held.store.ts';

type Scopes = readonly OrganisationScope[];

/** How many references are offered again (a phone shows five beside the other buttons). */
const RECENT = 5;

/** The documents of an item and the last references of the assessment that it has not. */
export async function itemEvidence(
  work: Work,
  scopes: Scopes,
  { assessmentId, item }: ItemRef,
): Promise<{ readonly evidence: Evidence[]; readonly recent: Evidence[] } | null> {
  const card = await readCard(work.read, scopes, assessmentId, item, 0);
  if (!card) return null;
  const evidence = await store.evidenceOfItem(work.read, assessmentId, item);
  const here = new Set(evidence.map(({ text }) => text));
  const recent = await store.recentReferences(work.read, assessmentId, RECENT);
  return { evidence, recent: recent.filter(({ text }) => !here.has(text)) };
}

/** One document, where the scopes reach its assessment and item. */
export async function oneEvidence(
  work: Work,
  scopes: Scopes,
  assessmentId: number,
  id: number,
): Promise<Evidence | null> {
  if (!(await loadAssessment(work.read, scopes, assessmentId))) return null;
  const found = await store.evidenceById(work.read, assessmentId, id);
  const card = found && (await readCard(work.read, scopes, assessmentId, found.item, 0));
  return card ? found : null;
}

/** What a message of the officer's gave, or gave words to, before: its item, and its document if any. */
export async function givenBy(
  work: Work,
  { chatId, messageId }: Pick<Source, 'chatId' | 'messageId'>,
): Promise<{ readonly at: ItemRef; readonly evidence: Evidence | null } | null> {
  const at = await cardOfMessage(work.read, chatId, messageId);
  if (!at) return null;
  return {
    at,
    evidence: await store.evidenceFrom(work.read, at.assessmentId, { chatId, messageId }),
  };
}

/** What is here of the album a message belongs to; empty: it is no album, or none of it is here yet. */
export const albumOf = (work: Work, assessmentId: number, source: Source): Promise<Evidence[]> =>
  store.evidenceOfAlbum(work.read, assessmentId, source);

/** The bot's message that names a document; null: there is none. */
export const receiptOf = (work: Work, id: number): Promise<number | null> =>
  store.receiptOf(work.read, id);

/** How many files an item has, with those of the assessment that still wait for their item. */
export async function filesSoFar(work: Work, { assessmentId, item }: ItemRef): Promise<number> {
  const there = await store.evidenceOfItem(work.read, assessmentId, item);
  const waiting = await heldIn(work.read, assessmentId);
  return (
    there.filter(({ kind }) => kind === 'file').length +
    waiting.filter(({ fileId }) => fileId !== null).length
  );
}

/** What a message gave already, when Telegram delivers it once more; null: nothing that still stands. */
export const evidenceOfMessage = (
  work: Work,
  assessmentId: number,
  source: Pick<Source, 'chatId' | 'messageId'>,
): Promise<Evidence | null> => store.evidenceFrom(work.read, assessmentId, source);

/** Which item a message of the bot showed, or of the officer's was given to (placeCode). */
export const shownIn = (
  work: Work,
  { chatId, messageId }: Pick<Source, 'chatId' | 'messageId'>,
): Promise<ItemRef | null> => cardOfMessage(work.read, chatId, messageId);
