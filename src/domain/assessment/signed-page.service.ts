import type { OrganisationScope } from '../access/model.ts';
import type { RestingFile } from '../shared/files.ts';
import { ok, type Result, refused } from '../shared/result.ts';
import type { Work } from '../shared/work.ts';
import { loadAssessment } from './answers.store.ts';
import { loadOpenCard, saveOpenCard } from './card.store.ts';
import { readers } from './rights.rules.ts';
import { keptFile, setSignedPage } from './signed-page.store.ts';
import type { SubmissionRefusal } from './submission.model.ts';

/** Item code of the open card while the signed page is awaited: no edition has such an item. */
export const SIGNED_PAGE = 9999;

/** From now on the person's next file is the signed page. `messageId`: the message that asks for it. */
export const awaitSigned = (
  work: Work,
  scopes: readonly OrganisationScope[],
  request: {
    readonly assessmentId: number;
    readonly chatId: number;
    readonly messageId: number | null;
  },
): Promise<Result<void, SubmissionRefusal>> =>
  work.run(async (unit) => {
    const { assessmentId, chatId, messageId } = request;
    const view = await loadAssessment(unit.tx, readers(scopes), assessmentId);
    if (!view) return refused({ code: 'submission.foreign' });
    if (view.closed) return refused({ code: 'submission.closed' });
    const open = await loadOpenCard(unit.tx, unit.actorId);
    await saveOpenCard(unit.tx, unit.actorId, {
      chatId,
      messageId,
      assessmentId,
      item: SIGNED_PAGE,
      lastItem: open?.lastItem ?? 0,
      lastAt: open?.lastAt ?? 0,
    });
    return ok(undefined);
  });

/** The assessment whose signed page the person is asked for; null: none. */
export async function signedAwaited(work: Work): Promise<number | null> {
  const open = await loadOpenCard(work.read, work.actorId);
  return open?.item === SIGNED_PAGE ? open.assessmentId : null;
}

/**
 * Keeps the scan of the signed page, before or after submitting; a new one replaces the former. The
 * file is at rest already. The commission finds it on the submission it opens, the person is asked for it no more.
 */
export const attachSigned = (
  work: Work,
  scopes: readonly OrganisationScope[],
  assessmentId: number,
  file: RestingFile & { readonly name: string; readonly mime: string },
): Promise<Result<void, SubmissionRefusal>> =>
  work.run(async (unit) => {
    const view = await loadAssessment(unit.tx, readers(scopes), assessmentId);
    if (!view) return refused({ code: 'submission.foreign' });
    if (view.closed) return refused({ code: 'submission.closed' });
    const fileId = await setSignedPage(unit.tx, assessmentId, file, unit.at);
    const open = await loadOpenCard(unit.tx, unit.actorId);
    if (open?.item === SIGNED_PAGE) await saveOpenCard(unit.tx, unit.actorId, { ...open, item: 0 });
    await unit.audit({
      action: 'assessment.signed',
      subject: `assessment:${assessmentId}`,
      orgId: view.orgId,
      details: { fileId, sha256: file.sha256 },
    });
    return ok(undefined);
  });

/** A file by its row; null: deleted, or never there. The caller has found the person entitled to it. */
export const keptFileOf = keptFile;
