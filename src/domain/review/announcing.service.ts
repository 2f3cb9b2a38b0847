import { operatorsToTell } from '../access/operator.service.ts';
import { peopleOfCommission } from '../access/role.service.ts';
import { cardSubject } from '../assessment/submission.model.ts';
import type { Unit } from '../shared/work.ts';
import type { ReviewView } from './model.ts';
import { groupOf, submissionToAnnounce, unopened } from './review.store.ts';

/**
 * Owes the cards of a new submission: to the assigned member, else to all members and the chair, and a
 * status card to the commission's group. When nobody of the commission can be reached, the operators
 * are told, and the submission waits in /review.
 */
export async function announce(
  unit: Unit,
  submissionId: number,
  operatorIds: readonly number[],
): Promise<void> {
  const submission = await submissionToAnnounce(unit.tx, submissionId);
  if (!submission) throw new Error(`There is no submission ${submissionId} to announce`);
  const { commissionId, assignedTo } = submission;
  const people = await peopleOfCommission(unit.tx, commissionId);
  const assigned = people.filter(({ personId }) => personId === assignedTo);
  const recipients = assigned.length > 0 ? assigned : people;
  for (const personId of new Set(recipients.map((person) => person.personId))) {
    await owePrivateCard(unit, submission, personId);
  }
  const group = await groupOf(unit.tx, commissionId);
  if (group) await oweGroupCard(unit, submission, group.chatId);
  if (recipients.some(({ reachable }) => reachable)) return;
  for (const personId of await operatorsToTell(unit.tx, operatorIds)) {
    await unit.owe({
      to: { personId },
      kind: 'review.nobody',
      payload: { submissionId },
      uniqueKey: `review.nobody:${submissionId}:${personId}`,
    });
  }
}

/**
 * A member joined: owes the cards of the submissions that wait for their first opening and are his
 * (assigned to him, or to nobody). Called in the transaction that gives him the role.
 */
export async function cardsForNewMember(
  unit: Unit,
  personId: number,
  commissionId: number,
): Promise<void> {
  for (const submission of await unopened(unit.tx, commissionId)) {
    const { assignedTo } = submission;
    if (assignedTo === null || assignedTo === personId) {
      await owePrivateCard(unit, submission, personId);
    }
  }
}

/** A group was bound: owes the status cards of the submissions that wait for their first opening. */
export async function cardsForNewGroup(unit: Unit, commissionId: number): Promise<void> {
  const group = await groupOf(unit.tx, commissionId);
  if (!group) return;
  for (const submission of await unopened(unit.tx, commissionId)) {
    await oweGroupCard(unit, submission, group.chatId);
  }
}

const owePrivateCard = (unit: Unit, { submissionId }: ReviewView, personId: number) =>
  unit.refreshCard({
    to: { personId },
    kind: 'review.submission',
    subject: cardSubject(submissionId),
  });

const oweGroupCard = (unit: Unit, { submissionId }: ReviewView, chatId: number) =>
  unit.refreshCard({ to: { chatId }, kind: 'review.group', subject: cardSubject(submissionId) });
