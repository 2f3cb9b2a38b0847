import { encode } from '../../chat/callback.ts';
import { bold, escapeHtml } from '../../chat/html.ts';
import type { Screen } from '../../chat/screen.ts';
import type { Visit } from '../../chat/visit.ts';
import type { CardState } from '../../domain/assessment/step.model.ts';
import { knownPlace } from './place.ts';

/** Why an item is not applicable: nothing is saved before the reason is given. */
export function reasonScreen(visit: Visit, { view, answer }: CardState): Screen {
  const { t } = visit;
  const { item, edition, code } = knownPlace(visit, view, answer.item);
  const at = [view.assessmentId, code];
  const { revision } = answer;
  return {
    text: [
      bold(escapeHtml(item.question[t.language])),
      t('walk:reason.question', { item: item.id }),
    ].join('\n\n'),
    rows: [
      ...edition.phrases.notApplicable.map(({ text }, index) => [
        { text: text[t.language], data: encode('reasonPhrase', [...at, index + 1, revision]) },
      ]),
      [{ text: t.plain('walk:reason.own'), data: encode('reasonOwn', [...at, revision]) }],
      [{ text: t.plain('walk:button.card'), data: encode('card', at) }],
    ],
  };
}
