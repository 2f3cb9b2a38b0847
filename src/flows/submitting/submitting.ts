import type { ActionName } from '../../chat/actions.ts';
import type { CardRenderer, MessageRenderer } from '../../chat/outgoing.ts';
import type { Action, MessageHandler, Reply, Visit } from '../../chat/visit.ts';
import type { Form } from '../ask/form.ts';
import { onReadAnswer, onReadAnswers } from './answers.ts';
import { check, onCheck, sent } from './check.ts';
import { explainForm, nextDoubt, onExplain, onNext } from './doubts.ts';
import { notices } from './messages.ts';
import { papers } from './paper-messages.ts';
import { onDraft, onEmptyForm, onPaper } from './papers.ts';
import { onConfirm, onSubmit, onSubmitSure } from './sending.ts';
import { onMessage, onSigned } from './signed-page.ts';
import { onWithdraw, onWithdrawSure } from './withdrawing.ts';

/** The journey from the last answer to "sent". */
export interface Submitting {
  readonly actions: Partial<Record<ActionName, Action>>;
  readonly forms: readonly Form[];
  readonly onMessage: MessageHandler;
  readonly messages: Readonly<Record<string, MessageRenderer>>;
  readonly cards: Readonly<Record<string, CardRenderer>>;
  /** The check of an assessment, or what was sent of it. */
  check(visit: Visit, assessmentId: number): Promise<Reply>;
  /** The doubt behind the one of this key; behind the last one the check. */
  nextDoubt(visit: Visit, assessmentId: number, after: number): Promise<Reply>;
  sent(visit: Visit, assessmentId: number): Promise<Reply>;
}

export const createSubmitting = (): Submitting => ({
  actions: {
    check: onCheck,
    checkNext: onNext,
    explain: onExplain,
    submit: onSubmit,
    submitSure: onSubmitSure,
    confirmHead: onConfirm,
    withdraw: onWithdraw,
    withdrawSure: onWithdrawSure,
    paper: onPaper,
    draft: onDraft,
    emptyForm: onEmptyForm,
    signed: onSigned,
    readAnswers: onReadAnswers,
    readAnswer: onReadAnswer,
  },
  forms: [explainForm],
  onMessage,
  messages: { ...notices, ...papers },
  cards: {},
  check,
  nextDoubt,
  sent,
});
