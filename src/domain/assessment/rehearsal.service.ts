import type { OrganisationScope } from '../access/model.ts';
import { items } from '../checklist/lookup.rules.ts';
import { itemCode } from '../checklist/code.rules.ts';
import type { Edition } from '../checklist/model.ts';
import { registerKnowledge } from './register-knowledge.service.ts';
import type { Reader } from '../shared/database.ts';
import { ok, type Result, refused } from '../shared/result.ts';
import type { Work } from '../shared/work.ts';
import { loadAssessment } from './answers.store.ts';
import { loadMaterial, type Material } from './freezing.service.ts';
import { saveExplanation } from './freezing.store.ts';
import type { AssessmentView } from './model.ts';
import { contradictionIdAt, type Doubt, rehearse } from './rehearsal.rules.ts';
import { officers, readers } from './rights.rules.ts';
import { counts, type Fraction, score } from './score.rules.ts';
import type { EditionOf, SubmissionRefusal } from './submission.model.ts';

/** The check before sending. */
export interface Rehearsal {
  readonly view: AssessmentView;
  readonly edition: Edition;
  readonly material: Material;
  readonly doubts: readonly Doubt[];
  readonly counts: ReturnType<typeof counts>;
  readonly score: Fraction | null;
}

/**
 * What officer and head see before sending, held against the staff register of the local date `today`;
 * null: not an assessment of theirs.
 */
export async function loadRehearsal(
  reader: Reader,
  scopes: readonly OrganisationScope[],
  assessmentId: number,
  editionOf: EditionOf,
  today: string,
): Promise<Rehearsal | null> {
  const entitled = readers(scopes);
  const view = await loadAssessment(reader, entitled, assessmentId);
  if (!view) return null;
  const edition = editionOf(view.checklistId, view.edition);
  const material = await loadMaterial(reader, entitled, assessmentId);
  const ratingOf = (id: string) => material.answers.get(itemCode(id))?.rating ?? null;
  return {
    view,
    edition,
    material,
    doubts: rehearse(edition, {
      ...material,
      documented: new Set(material.evidence.keys()),
      ...(await registerKnowledge(reader, view, today)),
    }),
    counts: counts(items(edition).map(({ id }) => ratingOf(id))),
    score: score(
      edition.directions.map(({ groups }) =>
        groups.flatMap((group) => group.items.map(({ id }) => ratingOf(id))),
      ),
    ),
  };
}

/** Characters of what the officer says to a contradiction. */
export const EXPLANATION_LIMIT = 500;

/** Keeps what the officer says to a contradiction that stays; a later one replaces it. */
export const explain = (
  work: Work,
  scopes: readonly OrganisationScope[],
  request: {
    readonly assessmentId: number;
    /** Of the doubt. */
    readonly place: number;
    readonly text: string;
    readonly edition: EditionOf;
  },
): Promise<Result<void, SubmissionRefusal>> =>
  work.run(async (unit) => {
    const { assessmentId, place, text, edition } = request;
    const view = await loadAssessment(unit.tx, officers(scopes), assessmentId);
    const contradictionId =
      view && contradictionIdAt(edition(view.checklistId, view.edition), place);
    if (!view || contradictionId === null) return refused({ code: 'submission.foreign' });
    if (view.closed) return refused({ code: 'submission.closed' });
    if (view.state !== 'draft') return refused({ code: 'submission.locked' });
    await saveExplanation(unit.tx, {
      assessmentId,
      contradictionId,
      text,
      personId: unit.actorId,
      at: unit.at,
    });
    await unit.audit({
      action: 'contradiction.explained',
      subject: `assessment:${assessmentId}`,
      orgId: view.orgId,
      details: { contradiction: contradictionId },
    });
    return ok(undefined);
  });
