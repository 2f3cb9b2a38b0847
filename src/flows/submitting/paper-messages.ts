import type { MessageRenderer } from '../../chat/outgoing.ts';
import {
  draftPaper,
  emptyFormPaper,
  ownPaper,
} from '../../domain/assessment/paper-source.service.ts';
import { loadStanding, loadStandingOf } from '../../domain/assessment/standing.service.ts';
import { actorOf, paperKind, paperMessage } from '../reading/recipient.ts';
import { scopesOf } from './messages.ts';

/** A paper of what was sent. */
const paper: MessageRenderer = async (payload, to) => {
  const { reader, t } = to;
  const submissionId = Number(payload.submissionId);
  const { format, language } = paperKind(payload.format, payload.language);
  const scopes = await scopesOf(to);
  const standing = await loadStandingOf(reader, scopes, submissionId);
  const job = standing && (await ownPaper(reader, scopes, submissionId, format, language));
  if (!job) return null;
  const values = { number: standing.submission.number, org: standing.view.orgName };
  return paperMessage(job, to, t('submitting:message.paper', values));
};

/** The draft as it is when it is made. */
const draft: MessageRenderer = async (payload, to) => {
  const { reader, t, around, now } = to;
  const assessmentId = Number(payload.assessmentId);
  const actor = await actorOf(to);
  if (!actor) return null;
  const scopes = await scopesOf(to);
  const request = {
    assessmentId,
    edition: around.edition,
    at: now,
    timeZone: around.timeZone,
    personId: actor.personId,
    language: actor.language,
  };
  const standing = await loadStanding(reader, scopes, assessmentId);
  if (standing?.view.state !== 'draft') return null;
  const { language } = paperKind('pdf', payload.language);
  const job = await draftPaper(reader, scopes, request, language);
  const { orgName: org } = standing.view;
  return job && paperMessage(job, to, t('submitting:message.draft', { org }));
};

const emptyForm: MessageRenderer = async (payload, to) => {
  const { reader, t, around } = to;
  const { language } = paperKind('pdf', payload.language);
  const scopes = await scopesOf(to);
  const form = await emptyFormPaper(
    reader,
    scopes,
    Number(payload.assessmentId),
    around.edition,
    language,
  );
  if (!form) return null;
  return paperMessage(form.job, to, t('submitting:message.emptyForm', { org: form.orgName }));
};

export const papers: Readonly<Record<string, MessageRenderer>> = {
  'submitting.paper': paper,
  'submitting.draft': draft,
  'submitting.emptyForm': emptyForm,
};
