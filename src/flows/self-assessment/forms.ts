import { addDays, shown } from '../../domain/shared/local-date.ts';
import type { Screen } from '../../chat/screen.ts';
import type { Key, Values } from '../../chat/translator.ts';
import type { Reply, Visit } from '../../chat/visit.ts';
import { setComment } from '../../domain/assessment/commenting.service.ts';
import { COMMENT_LIMIT, PLAN_LIMIT } from '../../domain/assessment/model.ts';
import { ok, type Result, refused } from '../../domain/shared/result.ts';
import { cleanText } from '../../domain/summary/clean-text.rules.ts';
import { readDate } from '../ask/date.ts';
import type { Form, FormArgs } from '../ask/form.ts';
import { readText } from '../ask/text.ts';
import { giveReason } from './not-applicable-actions.ts';
import { itemId } from '../../domain/checklist/code.rules.ts';
import { givePlan } from './plan-actions.ts';
import { commentReceipt } from './receipts.ts';
import { savedBelow } from './told.ts';
import type { Turns } from './turns.ts';
import { mine } from './whose.ts';

/** The assessment, the item and, where the button carried it, the revision it was drawn at. */
const placeOfArgs = ([assessmentId = 0, item = 0, seen]: FormArgs) => ({
  assessmentId: Number(assessmentId),
  item: Number(item),
  seen: seen === undefined ? null : Number(seen),
});

/** How far ahead the example of a date lies, in days. */
const EXAMPLE_AHEAD = 30;

/** A typed step about one item; its question names the item. */
function itemForm(
  name: string,
  question: Key,
  read: (text: string, visit: Visit) => Result<string, string>,
  done: (visit: Visit, at: ReturnType<typeof placeOfArgs>, value: string) => Promise<Reply>,
): Form<string> {
  return {
    name,
    ask(visit, args): Promise<Screen> {
      const { item } = placeOfArgs(args);
      const values: Values = {
        item: itemId(item),
        example: shown(addDays(visit.today, EXAMPLE_AHEAD)),
      };
      return Promise.resolve({ text: visit.t(question, values), rows: [] });
    },
    read: (text, visit) => read(text, visit),
    done: (visit, args, value) => done(visit, placeOfArgs(args), value),
  };
}

const words = (text: string, { t }: Visit) => readText(cleanText(text), t, PLAN_LIMIT);

/** The short typed steps of the walk, each opened by a button. */
export function walkForms(turns: Turns): Form<string>[] {
  return [
    itemForm('walk.reason', 'walk:reason.type', words, (visit, at, reason) =>
      giveReason(turns, visit, at, reason),
    ),
    itemForm('walk.planWhat', 'walk:plan.typeWhat', words, (visit, at, planWhat) =>
      givePlan(turns, visit, { ...at, seen: null }, { planWhat }),
    ),
    itemForm('walk.planWho', 'walk:plan.typeWho', words, (visit, at, planWho) =>
      givePlan(turns, visit, { ...at, seen: null }, { planWho }),
    ),
    itemForm(
      'walk.planUntil',
      'walk:plan.typeUntil',
      (text, { t, today }) => readDate(text, t, today),
      (visit, at, planUntil) => givePlan(turns, visit, { ...at, seen: null }, { planUntil }),
    ),
    itemForm('walk.comment', 'walk:comment.type', readComment, async (visit, at, comment) => {
      const result = await setComment(visit.work, mine(visit), at, comment, null, null);
      return result.ok
        ? savedBelow(
            turns,
            visit,
            at.assessmentId,
            commentReceipt(visit.t, at.assessmentId, result.value),
          )
        : turns.refusal(visit, result.error, at);
    }),
  ];
}

function readComment(text: string, { t }: Visit): Result<string, string> {
  const comment = cleanText(text);
  const n = [...comment].length;
  if (n === 0) return refused(t('errors:walk.empty'));
  return n > COMMENT_LIMIT
    ? refused(t('errors:walk.commentLong', { n, max: COMMENT_LIMIT }))
    : ok(comment);
}
