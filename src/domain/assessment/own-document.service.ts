import type { OrganisationScope } from '../access/model.ts';
import type { Reader } from '../shared/database.ts';
import type { FrozenSubmission } from './frozen.model.ts';
import { type DraftRequest, draftOf, frozenDocument } from './paper-source.service.ts';
import { readers } from './rights.rules.ts';
import { loadStanding } from './standing.service.ts';

/** What officer and head read: the document submitted, else the draft; null: not theirs to read. */
export async function ownDocument(
  reader: Reader,
  scopes: readonly OrganisationScope[],
  request: DraftRequest,
): Promise<FrozenSubmission | null> {
  const standing = await loadStanding(reader, readers(scopes), request.assessmentId);
  if (!standing) return null;
  const { submission } = standing;
  return submission
    ? frozenDocument(reader, submission.submissionId)
    : draftOf(reader, scopes, request);
}
