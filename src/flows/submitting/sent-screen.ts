import { encode } from '../../chat/callback.ts';
import { bold, escapeHtml } from '../../chat/html.ts';
import type { Button, Screen } from '../../chat/screen.ts';
import type { Visit } from '../../chat/visit.ts';
import { momentOf } from '../../domain/assessment/moment.rules.ts';
import type { Standing } from '../../domain/assessment/standing.service.ts';
import type { SubmissionView } from '../../domain/assessment/submission.model.ts';
import { shown } from '../../domain/shared/local-date.ts';
import { SUBMISSION_FORMATS, type SubmissionFormat } from '../../domain/summary/paper-job.model.ts';

type Sent = Standing & { readonly submission: SubmissionView };

/** What was sent, where it stands, and what can still be done. Withdrawing is the officer's. */
export function sentScreen(visit: Visit, sent: Sent, asHead: boolean): Screen {
  const { t, around } = visit;
  const { view, submission, endorsement } = sent;
  const at = (moment: number) => {
    const { on, time } = momentOf(moment, around.timeZone);
    return { date: shown(on), time };
  };
  const { openedAt } = submission;
  return {
    text: [
      bold(t('submitting:sent.title', { number: submission.number })),
      escapeHtml(view.orgName),
      t('submitting:sent.at', at(submission.submittedAt)),
      ...(submission.late ? [t('submitting:sent.late', { date: shown(view.deadline) })] : []),
      '',
      openedAt === null ? t('submitting:sent.wait') : t('submitting:sent.opened', at(openedAt)),
      ...(endorsement.signedFileId === null ? [] : ['', t('submitting:check.signed')]),
    ].join('\n'),
    rows: rows(visit, sent, asHead),
  };
}

function rows({ t }: Visit, { view, submission }: Sent, asHead: boolean): Button[][] {
  const { submissionId, openedAt } = submission;
  const { assessmentId, closed } = view;
  const made: Button[][] = [
    [
      { text: t.plain('submitting:button.word'), data: paperData(submissionId, 'docx') },
      { text: t.plain('submitting:button.pdf'), data: paperData(submissionId, 'pdf') },
    ],
  ];
  if (asHead) {
    const data = encode('readAnswers', [assessmentId, 0]);
    made.push([{ text: t.plain('submitting:button.read'), data }]);
  }
  if (!closed) {
    const data = encode('signed', [assessmentId]);
    made.push([{ text: t.plain('submitting:button.signed'), data }]);
  }
  if (!asHead && !closed && openedAt === null) {
    const data = encode('withdraw', [submissionId]);
    made.push([{ text: t.plain('submitting:button.withdraw'), data, style: 'danger' }]);
  }
  return [...made, [{ text: t.plain('submitting:button.home'), data: encode('home') }]];
}

/** Buttons name a format by its 1-based place. */
const paperData = (submissionId: number, format: SubmissionFormat): string =>
  encode('paper', [submissionId, SUBMISSION_FORMATS.indexOf(format) + 1]);
