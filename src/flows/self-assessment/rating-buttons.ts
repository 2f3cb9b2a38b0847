import type { ActionName } from '../../chat/actions.ts';
import { encode } from '../../chat/callback.ts';
import type { Button } from '../../chat/screen.ts';
import type { Visit } from '../../chat/visit.ts';
import { numbersOf } from '../../domain/assessment/frozen-answer.rules.ts';
import { tickedPlaces } from '../../domain/assessment/rating.rules.ts';
import type { CardState } from '../../domain/assessment/step.model.ts';
import { type Rating, RATINGS } from '../../domain/checklist/model.ts';
import { rateNumbers } from '../../domain/checklist/rating.rules.ts';
import type { ItemPlace } from './place.ts';
import { ratingWords } from './wording.ts';

type Rows = readonly (readonly Button[])[];

/** Marks what is chosen; the words stay, so that the look never carries the meaning alone. */
const marked = (text: string, chosen: boolean): string => (chosen ? `✓ ${text}` : text);

/** The answers an item offers (TEXTS of the types: rating, case, fact, parts, numbers), with "later". */
export function ratingRows(visit: Visit, card: CardState, place: ItemPlace, later: Button): Rows {
  const { t } = visit;
  const { item, code } = place;
  const { answer, view } = card;
  const data = (action: ActionName, ...args: number[]): string =>
    encode(action, [view.assessmentId, code, ...args, answer.revision]);
  const rate = (rating: Rating): Button => ({
    text: marked(ratingWords(t, item, rating), answer.rating === rating),
    data: data('rate', RATINGS.indexOf(rating) + 1),
  });
  const noCase = item.noCase ? [[rate('no-case')]] : [];
  switch (item.type) {
    case 'rating': {
      const chosen = answer.rating === 'not-applicable';
      const label = marked(t.plain('walk:rating.notApplicable'), chosen);
      const notApplicable = { text: label, data: data('notApplicable') };
      return [[rate('yes')], [rate('partly'), rate('no')], [notApplicable, later]];
    }
    case 'case':
      return item.numbers
        ? [[rate('no')], ...noCase, [later]]
        : [[rate('yes'), rate('partly')], [rate('no')], ...noCase, [later]];
    case 'fact':
      return [
        ...item.facts.map(({ label }, index) => [
          {
            text: marked(label[t.language], answer.fact === index + 1),
            data: data('fact', index + 1),
          },
        ]),
        ...noCase,
        [later],
      ];
    case 'parts': {
      const ticked = tickedPlaces(item, answer.parts);
      const done = t.plain('walk:button.done', { n: ticked.length, total: item.parts.length });
      return [
        [{ text: t.plain('walk:button.all'), data: data('partsAll') }],
        ...item.parts.map((label, index) => {
          const on = ticked.includes(index + 1);
          return [
            { text: marked(label[t.language], on), data: data('part', index + 1, on ? 0 : 1) },
          ];
        }),
        [
          { text: done, data: data('partsDone') },
          { text: t.plain('walk:button.none'), data: data('partsNone') },
        ],
        ...noCase,
        [later],
      ];
    }
    case 'numbers': {
      const numbers = item.numbers?.rule === 'buttons' ? numbersOf(answer.numbers) : null;
      if (!numbers) return [...noCase, [later]];
      const rated = rateNumbers(item, numbers);
      const proposed = typeof rated === 'string' ? null : rated.proposed;
      const first = proposed ?? 'yes';
      const rest = (['yes', 'partly', 'no'] as const).filter((rating) => rating !== first);
      return [[rate(first)], rest.map(rate), ...noCase, [later]];
    }
    default:
      return item.type satisfies never;
  }
}
