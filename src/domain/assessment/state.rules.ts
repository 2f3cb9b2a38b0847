import type { AssessmentState } from './model.ts';

/** Every legal change of an assessment's state. */
const TRANSITIONS = {
  submit: { from: 'draft', to: 'submitted' },
  withdraw: { from: 'submitted', to: 'draft' },
  open: { from: 'submitted', to: 'opened' },
} as const satisfies Record<string, { from: AssessmentState; to: AssessmentState }>;

export type Transition = keyof typeof TRANSITIONS;

/** The state a transition leads to; null: it is not legal from here. */
export const stateAfter = (
  state: AssessmentState,
  transition: Transition,
): AssessmentState | null =>
  TRANSITIONS[transition].from === state ? TRANSITIONS[transition].to : null;
