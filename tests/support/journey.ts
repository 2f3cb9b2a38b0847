import { decode } from '../../src/chat/callback.ts';
import type { Button, Screen } from '../../src/chat/screen.ts';
import type { Action, Reply } from '../../src/chat/visit.ts';
import { newestEvent } from '../../src/domain/assessment/answers.store.ts';
import { organisationScopes } from '../../src/domain/access/rules.ts';
import { submit } from '../../src/domain/assessment/submission.service.ts';
import { createReview } from '../../src/flows/review/review.ts';
import { createSubmitting } from '../../src/flows/submitting/submitting.ts';
import { type Office, NOW, type Who } from './visit.ts';

const actions: Readonly<Record<string, Action | undefined>> = {
  ...createSubmitting().actions,
  ...createReview().actions,
};

type At = Parameters<Office['visit']>[1];

/** Presses a button by its data, as the edge would. */
export async function press(
  office: Office,
  who: Who | 'stranger',
  data: string,
  at: At = {},
): Promise<Reply> {
  const decoded = decode(data);
  const action = decoded && actions[decoded.action];
  if (!decoded || !action) throw new Error(`Nobody answers ${data}`);
  return action(await office.visit(who, { pressed: 1, ...at }), decoded.args);
}

/** Labels and data of a screen's buttons, row by row. */
export const buttonsOf = (screen: Screen | undefined): string[][] =>
  (screen?.rows ?? []).map((row) => row.map((button) => `${button.text} → ${target(button)}`));

const target = (button: Button): string =>
  'data' in button ? button.data : 'url' in button ? button.url : button.copy;

/** The officer sends what is answered. */
export async function sendNow(office: Office, now = NOW): Promise<void> {
  const { work, actor, around, language } = await office.visit('officer', { now });
  const submitted = await submit(work, organisationScopes(actor), {
    assessmentId: office.assessmentId,
    seen: await newestEvent(office.database.read, office.assessmentId),
    edition: around.edition,
    timeZone: around.timeZone,
    language,
    operatorIds: around.operatorIds,
  });
  if (!submitted.ok) throw new Error(submitted.error.code);
}

/** Everything a tap could change, to be compared with what stood before. */
export async function everything({ database: { client } }: Office) {
  return {
    assessments: await client.assessment.findMany(),
    submissions: await client.submission.findMany(),
    files: await client.storedFile.findMany(),
    explanations: await client.explanation.findMany(),
    messages: await client.outboxMessage.findMany(),
    cards: await client.outboxCard.findMany(),
    openCards: await client.openCard.findMany(),
    audit: await client.auditEntry.findMany(),
  };
}

/** Messages owed, as kind, recipient and payload, in order. */
export const owed = async ({ database: { client } }: Office) =>
  (await client.outboxMessage.findMany({ orderBy: { id: 'asc' } })).map(
    ({ kind, personId, payload }) => ({
      kind,
      personId,
      payload: JSON.parse(payload) as Record<string, unknown>,
    }),
  );

/** Verbs and organisations of the newest audit rows, oldest first. */
export const audited = async ({ database: { client } }: Office, count: number) =>
  (await client.auditEntry.findMany({ orderBy: { seq: 'desc' }, take: count }))
    .map(({ actorId, action, subject, orgId }) => ({ actorId, action, subject, orgId }))
    .toReversed();
