import { encode } from '../../chat/callback.ts';
import { bold, escapeHtml } from '../../chat/html.ts';
import type { Button, Screen } from '../../chat/screen.ts';
import type { Translate } from '../../chat/translator.ts';
import { labelOf } from '../../domain/assessment/frozen-item.rules.ts';
import { type Doubt, isExplained } from '../../domain/assessment/rehearsal.rules.ts';
import type { Rehearsal } from '../../domain/assessment/rehearsal.service.ts';
import { numbersOf } from '../../domain/assessment/frozen-answer.rules.ts';
import { itemCode } from '../../domain/checklist/code.rules.ts';
import { numbersCompared } from '../../domain/checklist/contradictions.rules.ts';
import { items } from '../../domain/checklist/lookup.rules.ts';
import type { Contradiction } from '../../domain/checklist/model.ts';
import { answerWords } from '../reading/words.ts';

/** One thing to look at again, with the ways to mend it, explain it, or leave it as it is. */
export function doubtScreen(rehearsal: Rehearsal, doubt: Doubt, t: Translate): Screen {
  const { doubts, material } = rehearsal;
  const { item } = doubt;
  const explained = isExplained(doubt);
  const alike = doubts.filter((one) => isExplained(one) === explained);
  const where = { place: alike.indexOf(doubt) + 1, total: alike.length };
  const answer = material.answers.get(itemCode(item.id)) ?? null;
  const rating = answer?.rating ?? null;
  const words = answerWords({ rating, answerLabel: answer && labelOf(item, answer) }, t);
  return {
    text: [
      bold(t(explained ? 'submitting:walk.explainedTitle' : 'submitting:walk.title', where)),
      '',
      t('review:reading.question', { item: item.id, question: item.question[t.language] }),
      '',
      t('submitting:walk.answer', { answer: words }),
      '',
      ...whatIsWrong(rehearsal, doubt, t),
    ].join('\n'),
    rows: rows(rehearsal, doubt, t),
  };
}

function whatIsWrong(rehearsal: Rehearsal, { kind, contradiction }: Doubt, t: Translate): string[] {
  const cure = t(`submitting:walk.${kind}`);
  if (!contradiction) return [cure];
  const { rule, explanation } = contradiction;
  return [
    escapeHtml(rule.text[t.language]),
    ...figures(rehearsal, rule, t),
    explanation === null ? cure : t('submitting:walk.explained', { text: explanation }),
  ];
}

/** The numbers given that do not agree, each under its own name. */
function figures({ edition, material }: Rehearsal, rule: Contradiction, t: Translate): string[] {
  const known = new Map(items(edition).map((item) => [item.id, item]));
  return numbersCompared(rule).flatMap(({ item: id, place }) => {
    const numbers = numbersOf(material.answers.get(itemCode(id))?.numbers ?? null);
    const label = known.get(id)?.numbers?.labels[place - 1];
    const n = numbers?.[place - 1];
    if (!label || n === undefined) return [];
    return [t('submitting:walk.figure', { item: id, label: label[t.language], n })];
  });
}

function rows({ view }: Rehearsal, { kind, item, contradiction, key }: Doubt, t: Translate) {
  const id = view.assessmentId;
  const code = itemCode(item.id);
  const fix: Button = {
    text: t.plain('submitting:button.fix'),
    data: encode('mendAnswer', [id, code, key]),
  };
  const mend: Button[] =
    kind === 'no-document'
      ? [
          {
            text: t.plain('submitting:button.document'),
            data: encode('mendDocument', [id, code, key]),
          },
        ]
      : kind === 'no-plan' || kind === 'no-deadline'
        ? [{ text: t.plain('submitting:button.plan'), data: encode('mendPlan', [id, code, key]) }]
        : [];
  const explain: Button = {
    text: t.plain('submitting:button.explain'),
    data: contradiction
      ? encode('explain', [id, contradiction.place])
      : encode('mendComment', [id, code, key]),
  };
  const keep: Button = {
    text: t.plain('submitting:button.keep'),
    data: encode('checkNext', [id, key]),
  };
  const back: Button = { text: t.plain('submitting:button.check'), data: encode('check', [id]) };
  const others = contradiction?.rule.items.filter((other) => other !== item.id) ?? [];
  return [
    mend,
    [fix, ...others.slice(0, 1).map((other) => otherItem(id, other, key))],
    kind === 'missing' ? [] : [explain],
    [keep],
    [back],
  ].filter((row) => row.length > 0);
}

/** The second answer of a contradiction. */
const otherItem = (assessmentId: number, item: string, key: number): Button => ({
  text: `${item} ›`,
  data: encode('mendAnswer', [assessmentId, itemCode(item), key]),
});
