import { encode } from '../../chat/callback.ts';
import { bold, escapeHtml } from '../../chat/html.ts';
import type { Button, Screen } from '../../chat/screen.ts';
import type { Translate } from '../../chat/translator.ts';
import { labelOf } from '../../domain/assessment/frozen-item.rules.ts';
import type { Doubt } from '../../domain/assessment/rehearsal.rules.ts';
import type { Rehearsal } from '../../domain/assessment/rehearsal.service.ts';
import { itemCode } from '../../domain/checklist/code.rules.ts';
import { answerWords } from '../reading/words.ts';

/** One thing to look at again, with the ways to mend it, explain it, or leave it as it is. */
export function doubtScreen(rehearsal: Rehearsal, doubt: Doubt, t: Translate): Screen {
  const { doubts, material } = rehearsal;
  const { item } = doubt;
  const place = doubts.indexOf(doubt) + 1;
  const answer = material.answers.get(itemCode(item.id)) ?? null;
  const rating = answer?.rating ?? null;
  const words = answerWords({ rating, answerLabel: answer && labelOf(item, answer) }, t);
  return {
    text: [
      bold(t('submitting:walk.title', { place, total: doubts.length })),
      '',
      t('review:reading.question', { item: item.id, question: item.question[t.language] }),
      '',
      t('submitting:walk.answer', { answer: words }),
      '',
      ...whatIsWrong(doubt, t),
    ].join('\n'),
    rows: rows(rehearsal, doubt, t),
  };
}

function whatIsWrong({ kind, contradiction }: Doubt, t: Translate): string[] {
  if (!contradiction) return [t(`submitting:walk.${kind}`)];
  const { rule, explanation } = contradiction;
  return [
    escapeHtml(rule.text[t.language]),
    explanation === null
      ? t('submitting:walk.contradiction')
      : t('submitting:walk.explained', { text: explanation }),
  ];
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
