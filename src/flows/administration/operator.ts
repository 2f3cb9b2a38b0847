import type { Action, Reply, Visit } from '../../chat/visit.ts';
import type { OperatorScope } from '../../domain/access/model.ts';
import { operatorScope } from '../../domain/access/rules.ts';

/** What operators get at buttons, /admin and typed steps; everybody else gets the sentence. */
export async function asOperator(
  visit: Visit,
  act: (scope: OperatorScope) => Promise<Reply>,
): Promise<Reply> {
  const scope = operatorScope(visit.actor, visit.around.operatorIds);
  return scope ? act(scope) : notYours(visit);
}

/** An action for operators alone. */
export const forOperators =
  (act: Action): Action =>
  (visit, args) =>
    asOperator(visit, () => act(visit, args));

/** An alert over a pressed button; a message after typed text, which no alert can answer. */
export const notYours = ({ t, pressed }: Visit): Reply =>
  pressed === null
    ? { note: { text: t('administration:operatorsOnly'), rows: [] } }
    : { toast: t.plain('errors:access.notYours'), alert: true };
