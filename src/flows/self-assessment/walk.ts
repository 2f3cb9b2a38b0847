import type { ActionName } from '../../chat/actions.ts';
import type { Action, MessageHandler, Reply, Visit } from '../../chat/visit.ts';
import type { Form } from '../ask/form.ts';
import { help as helpScreen } from '../home/help.ts';
import { organisationHome, showHome } from '../home/home.ts';
import { answerActions } from './answer-actions.ts';
import { belongsToAction } from './belongs-to-action.ts';
import { cardActions } from './card-actions.ts';
import { commentActions } from './comment-actions.ts';
import { doubtActions } from './doubt-actions.ts';
import { evidenceActions } from './evidence-actions.ts';
import { walkForms } from './forms.ts';
import { messageHandler } from './messages.ts';
import { notApplicableActions } from './not-applicable-actions.ts';
import { planActions } from './plan-actions.ts';
import { openCard, presentHere } from './staying.ts';
import { registerAction } from './register-action.ts';
import { createTurns, type Turns } from './turns.ts';
import { undoAction } from './undo-action.ts';

/** Screens of the journey after the walk. */
export interface AfterTheWalk {
  check(visit: Visit, assessmentId: number): Promise<Reply>;
  nextDoubt(visit: Visit, assessmentId: number, after: number): Promise<Reply>;
  sent(visit: Visit, assessmentId: number): Promise<Reply>;
}

export interface Walk {
  readonly actions: Partial<Record<ActionName, Action>>;
  readonly forms: readonly Form[];
  readonly onMessage: MessageHandler;
  home(visit: Visit): Promise<Reply>;
  help(visit: Visit): Promise<Reply>;
  /** What is open, as a new message. */
  present(visit: Visit): Promise<Reply>;
  /** The same in the pressed message, where that stands for what is open. */
  presentHere(visit: Visit): Promise<Reply>;
  /** The card that stays open behind a screen which is only looked at. */
  openCard(visit: Visit): Promise<Pick<Reply, 'card'>>;
  /** A button this bot no longer sends: the sentence, and what is open below it. */
  stale(visit: Visit): Promise<Reply>;
}

/** The officer's walk through the memo, and the home page of everybody. */
export function createWalk({ check, nextDoubt, sent }: AfterTheWalk): Walk {
  const turns: Turns = createTurns({ check, nextDoubt, sent, home: showHome });
  // Help is looked at; what she writes next is still for the card behind it.
  const help = async (visit: Visit): Promise<Reply> => ({
    ...(await helpScreen(visit)),
    ...(await openCard(visit)),
  });
  const actions: Walk['actions'] = {
    home: showHome,
    help,
    organisation: organisationHome,
    ...cardActions(turns),
    ...answerActions(turns),
    registerNumbers: registerAction(turns),
    undo: undoAction(turns),
    ...notApplicableActions(turns),
    ...planActions(turns),
    ...evidenceActions(turns),
    ...commentActions(turns),
    belongsTo: belongsToAction(turns),
  };
  return {
    actions: { ...actions, ...doubtActions(turns, actions) },
    forms: walkForms(turns),
    onMessage: messageHandler(turns),
    home: showHome,
    help,
    present: turns.present,
    presentHere: (visit) => presentHere(turns, visit),
    openCard,
    stale: turns.stale,
  };
}
