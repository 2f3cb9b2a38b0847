import type { OrganisationScope } from '../access/model.ts';
import type { Unit, Work } from '../shared/work.ts';
import { changeWithin } from './answers.service.ts';
import { loadAssessment } from './answers.store.ts';
import { retireCard } from './card.store.ts';
import { addWithin } from './evidence.service.ts';
import { type Held, heldIn, release } from './held.store.ts';
import { type AssessmentView, COMMENT_LIMIT } from './model.ts';
import { isReference } from './reference.rules.ts';
import { officers } from './rights.rules.ts';

type Scopes = readonly OrganisationScope[];

/**
 * Gives all messages that still wait for a choice to the item that was open when they came, so that
 * nothing sent is left out of a submission. Returns the codes of those items. The caller has found
 * the assessment to be a draft of these officers.
 */
export async function settleWithin(
  unit: Unit,
  scopes: Scopes,
  { assessmentId, orgId }: AssessmentView,
): Promise<number[]> {
  const held = await heldIn(unit.tx, assessmentId);
  for (const one of held) {
    // What was sent stays its sender's, whoever opens the check.
    await give({ ...unit, actorId: one.personId }, scopes, orgId, one);
    await release(unit.tx, one);
  }
  return [...new Set(held.map(({ item }) => item))].toSorted((a, b) => a - b);
}

async function give(unit: Unit, scopes: Scopes, orgId: number, held: Held): Promise<void> {
  const { assessmentId, item, fileId, text } = held;
  const at = { assessmentId, item };
  if (fileId !== null) {
    await addWithin(unit, orgId, at, { file: fileId, caption: text }, held);
  } else if (text !== null && isReference(text)) {
    await addWithin(unit, orgId, at, { reference: text }, held);
  } else if (text !== null) {
    const said = await changeWithin(unit, scopes, {
      ...at,
      seen: null,
      patch: ({ comment }) => ({ comment: joined(comment, text) }),
    });
    if (!said.ok) throw new Error(`Item ${item} of assessment ${assessmentId} takes no comment`);
    await retireCard(unit.tx, { ...held, ...at });
  }
}

/** Nobody chose to replace the present comment; it gives way only where both would be too long. */
function joined(present: string | null, text: string): string {
  const both = present === null ? text : `${present}\n${text}`;
  return [...both].length > COMMENT_LIMIT ? text : both;
}

/** The same when the check is opened. Codes of the items; empty: nothing waited, or no draft of theirs. */
export async function settleHeld(
  work: Work,
  scopes: Scopes,
  assessmentId: number,
): Promise<number[]> {
  if ((await heldIn(work.read, assessmentId)).length === 0) return [];
  return work.run(async (unit) => {
    const view = await loadAssessment(unit.tx, officers(scopes), assessmentId);
    return view?.state === 'draft' && !view.closed ? settleWithin(unit, scopes, view) : [];
  });
}
