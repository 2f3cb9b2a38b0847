import { encode } from '../../chat/callback.ts';
import type { MessageRenderer, Recipient } from '../../chat/outgoing.ts';
import { commissionScopes, operatorScope } from '../../domain/access/rules.ts';
import { forCard } from '../../domain/review/reading.service.ts';
import { reviewFile, reviewPaper } from '../../domain/review/ordering.service.ts';
import { statusForOperator } from '../../domain/review/status.service.ts';
import { actorOf, paperKind, paperMessage } from '../reading/recipient.ts';

/** The commissions the recipient is a member of at this moment. */
export async function scopesOf(to: Recipient) {
  const actor = await actorOf(to);
  return actor ? commissionScopes(actor) : [];
}

const paper: MessageRenderer = async (payload, to) => {
  const { reader, t } = to;
  const submissionId = Number(payload.submissionId);
  const order = { submissionId, ...paperKind(payload.format, payload.language) };
  const scopes = await scopesOf(to);
  const job = await reviewPaper(reader, scopes, order);
  const card = job && (await forCard(reader, scopes, submissionId));
  if (!card) return null;
  const { number, orgName: org } = card.view;
  return paperMessage(job, to, t('submitting:message.paper', { number, org }));
};

const file: MessageRenderer = async (payload, to) => {
  const { reader, t, around } = to;
  const scopes = await scopesOf(to);
  const found = await reviewFile(
    reader,
    scopes,
    Number(payload.submissionId),
    Number(payload.fileId),
  );
  if (!found) return null;
  const { number, orgName: org } = found.view;
  const item = found.place === 'signed' ? t.plain('review:button.signed') : found.place;
  return {
    kind: 'document',
    bytes: await around.files.get(found.file.path),
    fileName: found.file.name,
    mime: found.file.mime,
    caption: t('review:message.fileOfItem', { number, org, item }),
  };
};

/** To operators: nobody of the commission can receive a submission. */
const nobody: MessageRenderer = async ({ submissionId }, to) => {
  const { reader, t, around } = to;
  const actor = await actorOf(to);
  const scope = actor && operatorScope(actor, around.operatorIds);
  const status = scope && (await statusForOperator(reader, scope, Number(submissionId)));
  if (status?.status !== 'waiting') return null;
  const { number, orgName: org, commissionId } = status;
  const data = encode('adminCommission', [commissionId]);
  return {
    kind: 'screen',
    screen: {
      text: t('review:message.nobody', { number, org }),
      rows: [[{ text: t.plain('review:button.commission'), data }]],
    },
  };
};

export const messages: Readonly<Record<string, MessageRenderer>> = {
  'review.paper': paper,
  'review.file': file,
  'review.nobody': nobody,
};
