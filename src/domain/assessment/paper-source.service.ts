import type { OrganisationScope } from '../access/model.ts';
import { namesOf } from '../access/people.service.ts';
import type { Reader } from '../shared/database.ts';
import type { Language, PaperLanguage } from '../shared/language.ts';
import type { PaperJob, SubmissionFormat } from '../summary/paper-job.model.ts';
import { loadAssessment } from './answers.store.ts';
import { loadCircumstances, loadMaterial } from './freezing.service.ts';
import type { FrozenSubmission } from './frozen.model.ts';
import { freeze, peopleIn, sealed } from './frozen.rules.ts';
import { momentOf } from './moment.rules.ts';
import { registerKnowledge } from './register-knowledge.service.ts';
import { readers } from './rights.rules.ts';
import type { EditionOf } from './submission.model.ts';
import { documentText, ownSubmission } from './submission.store.ts';

/** The names a paper prints, as they are on the day it is made. */
export const namesIn = async (
  reader: Reader,
  document: FrozenSubmission,
): Promise<ReadonlyMap<number, string>> => namesOf(reader, peopleIn(document));

async function paperOf(
  reader: Reader,
  text: string,
  format: SubmissionFormat,
  language: PaperLanguage,
): Promise<PaperJob> {
  const names = await namesIn(reader, JSON.parse(text) as FrozenSubmission);
  return { kind: 'submission', format, language, frozenJson: text, names: [...names] };
}

/** The document of a submission, for whoever was found to be entitled to it. */
export const frozenDocument = async (
  reader: Reader,
  submissionId: number,
): Promise<FrozenSubmission> =>
  JSON.parse(await documentText(reader, submissionId)) as FrozenSubmission;

/** The paper of a submission, for whoever was found to be entitled to it. */
export const submissionPaper = async (
  reader: Reader,
  submissionId: number,
  format: SubmissionFormat,
  language: PaperLanguage,
): Promise<PaperJob> => paperOf(reader, await documentText(reader, submissionId), format, language);

/** The paper of an own submission in force; null: withdrawn, or not the person's. */
export async function ownPaper(
  reader: Reader,
  scopes: readonly OrganisationScope[],
  submissionId: number,
  format: SubmissionFormat,
  language: PaperLanguage,
): Promise<PaperJob | null> {
  const submission = await ownSubmission(reader, readers(scopes), submissionId);
  if (!submission || submission.withdrawnAt !== null) return null;
  return submissionPaper(reader, submissionId, format, language);
}

export interface DraftRequest {
  readonly assessmentId: number;
  readonly edition: EditionOf;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly timeZone: string;
  readonly personId: number;
  /** The language answered in. */
  readonly language: Language;
}

/** The document as it would be submitted now, without a number; null: not the person's to read. */
export async function draftOf(
  reader: Reader,
  scopes: readonly OrganisationScope[],
  request: DraftRequest,
): Promise<FrozenSubmission | null> {
  const view = await loadAssessment(reader, readers(scopes), request.assessmentId);
  if (!view) return null;
  const moment = momentOf(request.at, request.timeZone);
  return freeze({
    ...(await loadMaterial(reader, readers(scopes), view.assessmentId)),
    ...(await loadCircumstances(reader, view)),
    ...(await registerKnowledge(reader, view, moment.on)),
    edition: request.edition(view.checklistId, view.edition),
    number: null,
    moment,
    submittedBy: request.personId,
    late: moment.on > view.deadline,
    language: request.language,
  });
}

/** The draft as PDF; null: not the person's to read. */
export async function draftPaper(
  reader: Reader,
  scopes: readonly OrganisationScope[],
  request: DraftRequest,
  language: PaperLanguage,
): Promise<PaperJob | null> {
  const document = await draftOf(reader, scopes, request);
  return document && paperOf(reader, sealed(document).text, 'pdf', language);
}

/** The empty form of an own assessment; null: not the person's. */
export async function emptyFormPaper(
  reader: Reader,
  scopes: readonly OrganisationScope[],
  assessmentId: number,
  editionOf: EditionOf,
  language: PaperLanguage,
): Promise<{ readonly job: PaperJob; readonly orgName: string } | null> {
  const view = await loadAssessment(reader, scopes, assessmentId);
  if (!view) return null;
  const { campaignTitle: title, periodFrom, periodTo, deadline } = view;
  const job: PaperJob = {
    kind: 'empty-form',
    language,
    edition: editionOf(view.checklistId, view.edition),
    org: view.orgName,
    campaign: { title, periodFrom, periodTo, deadline },
  };
  return { job, orgName: view.orgName };
}
