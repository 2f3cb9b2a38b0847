import type { Action, Reply, Visit } from '../../chat/visit.ts';
import { organisationScopes } from '../../domain/access/rules.ts';
import { takeInHand } from '../../domain/assessment/doubt-in-hand.service.ts';
import {
  EXPLANATION_LIMIT,
  explain,
  type Rehearsal,
} from '../../domain/assessment/rehearsal.service.ts';
import { contradictionIdAt } from '../../domain/assessment/rehearsal.rules.ts';
import { escapeHtml } from '../../chat/html.ts';
import { readText } from '../ask/text.ts';
import type { Form } from '../ask/form.ts';
import { check, rehearsalOf } from './check.ts';
import { doubtScreen } from './doubt-screen.ts';
import { refusedReply } from './refusals.ts';

/** The first doubt behind `after` (a doubt's key, 0: from the start); behind the last one the check. */
export async function nextDoubt(visit: Visit, assessmentId: number, after: number): Promise<Reply> {
  const rehearsal = await rehearsalOf(visit, assessmentId);
  const doubt = rehearsal?.doubts.find(({ key }) => key > after);
  if (!rehearsal || !doubt || rehearsal.view.state !== 'draft') return check(visit, assessmentId);
  return { screen: doubtScreen(rehearsal, doubt, visit.t) };
}

export const onNext: Action = (visit, [assessmentId = 0, after = 0]) =>
  nextDoubt(visit, assessmentId, after);

export const onExplain: Action = async (visit, [assessmentId = 0, place = 0]) => {
  const rehearsal = await rehearsalOf(visit, assessmentId);
  if (!rehearsal || contradictionIdAt(rehearsal.edition, place) === null) {
    return refusedReply(visit, { code: 'submission.foreign' });
  }
  const doubt = doubtAt(rehearsal, place);
  if (doubt) await takeInHand(visit.work, { assessmentId, key: doubt.key });
  return { dialog: { name: EXPLAIN, args: [assessmentId, place] } };
};

const doubtAt = ({ doubts }: Rehearsal, place: number) =>
  doubts.find(({ contradiction }) => contradiction?.place === place);

const EXPLAIN = 'submitting.explain';

/** What the officer says to a contradiction that stays. */
export const explainForm: Form<string> = {
  name: EXPLAIN,
  async ask(visit, args) {
    const [assessmentId = 0, place = 0] = args.map(Number);
    const rehearsal = await rehearsalOf(visit, assessmentId);
    const rule = rehearsal && doubtAt(rehearsal, place)?.contradiction?.rule;
    const ask = visit.t('submitting:explain.ask', { max: EXPLANATION_LIMIT });
    const text = rule ? `${escapeHtml(rule.text[visit.language])}\n\n${ask}` : ask;
    return { text, rows: [] };
  },
  read: (text, { t }) => readText(text, t, EXPLANATION_LIMIT),
  async done(visit, args, text) {
    const [assessmentId = 0, place = 0] = args.map(Number);
    const { work, actor, around, t } = visit;
    const request = { assessmentId, place, text, edition: around.edition };
    const explained = await explain(work, organisationScopes(actor), request);
    if (!explained.ok) {
      return refusedReply(visit, explained.error, await check(visit, assessmentId));
    }
    const rehearsal = await rehearsalOf(visit, assessmentId);
    const doubt = rehearsal && doubtAt(rehearsal, place);
    const next = await nextDoubt(visit, assessmentId, doubt?.key ?? 0);
    return { ...next, note: { text: t('submitting:explain.saved'), rows: [] } };
  },
};
