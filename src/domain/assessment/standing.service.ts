import type { OrganisationScope } from '../access/model.ts';
import type { Reader } from '../shared/database.ts';
import { loadAssessment } from './answers.store.ts';
import type { AssessmentView } from './model.ts';
import { readers } from './rights.rules.ts';
import type { Endorsement, SubmissionView } from './submission.model.ts';
import { liveSubmission, loadEndorsement, ownSubmission } from './submission.store.ts';

/** Where an assessment stands for its officers and heads. */
export interface Standing {
  readonly view: AssessmentView;
  /** null: it is a draft. */
  readonly submission: SubmissionView | null;
  readonly endorsement: Endorsement;
}

/** null: not an assessment of theirs. */
export async function loadStanding(
  reader: Reader,
  scopes: readonly OrganisationScope[],
  assessmentId: number,
): Promise<Standing | null> {
  const view = await loadAssessment(reader, readers(scopes), assessmentId);
  if (!view) return null;
  return {
    view,
    submission: await liveSubmission(reader, assessmentId),
    endorsement: await loadEndorsement(reader, assessmentId),
  };
}

/** The same by a submission, withdrawn ones too. */
export async function loadStandingOf(
  reader: Reader,
  scopes: readonly OrganisationScope[],
  submissionId: number,
): Promise<(Standing & { readonly submission: SubmissionView }) | null> {
  const submission = await ownSubmission(reader, readers(scopes), submissionId);
  const view =
    submission && (await loadAssessment(reader, readers(scopes), submission.assessmentId));
  if (!view) return null;
  return { view, submission, endorsement: await loadEndorsement(reader, view.assessmentId) };
}
