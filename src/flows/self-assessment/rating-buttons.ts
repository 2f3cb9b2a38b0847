import type { ActionName } from '../../chat/actions.ts';
import { encode } from '../../chat/callback.ts';
import type { Button } from '../../chat/screen.ts';
import type { Visit } from '../../chat/visit.ts';
import { numbersOf } from '../../domain/assessment/frozen-answer.rules.ts';
import { tickedPlaces } from '../../domain/assessment/rating.rules.ts';
import type { CardState } from '../../domain/assessment/step.model.ts';
import { type Rating, RATINGS } from '../../domain/checklist/model.ts';
import { rateNumbers } from '../../domain/checklist/rating.rules.ts';
import { pairedRows } from './paired-rows.ts';
import type { ItemPlace } from './place.ts';
import { ratingWords } from './wording.ts';

type Rows = readonly (readonly Button[])[];

/** Marks what is chosen; the words stay, so that the look never carries the meaning alone. */
const marked = (text: string, chosen: boolean): string => (chosen ? `✓ ${text}` : text);

/** The answers an item offers, by its type. A rating has `later` beside «not applicable», the rest have it not. */
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
        ? [[rate('no')], ...noCase]
        : [[rate('yes'), rate('partly')], [rate('no')], ...noCase];
    case 'fact':
      return [
        ...item.facts.map(({ label }, index) => [
          {
            text: marked(label[t.language], answer.fact === index + 1),
            data: data('fact', index + 1),
          },
        ]),
        ...noCase,
      ];
    case 'parts': {
      const ticked = tickedPlaces(item, answer.parts);
      const done = t.plain('walk:button.done', { n: ticked.length, total: item.parts.length });
      return [
        [{ text: t.plain('walk:button.all'), data: data('partsAll') }],
        ...pairedRows(
          item.parts.map((part, index) => {
            const on = ticked.includes(index + 1);
            const label = part[t.language];
            const button = {
              text: marked(label, on),
              data: data('part', index + 1, on ? 0 : 1),
            };
            return { label, button };
          }),
        ),
        [
          { text: done, data: data('partsDone') },
          { text: t.plain('walk:button.none'), data: data('partsNone') },
        ],
        ...noCase,
      ];
    }
    case 'numbers': {
      const numbers = item.numbers?.rule === 'buttons' ? numbersOf(answer.numbers) : null;
      if (!numbers) return noCase;
      const rated = rateNumbers(item, numbers);
      const proposed = typeof rated === 'string' ? null : rated.proposed;
      const first = proposed ?? 'yes';
      const rest = (['yes', 'partly', 'no'] as const).filter((rating) => rating !== first);
      return [[rate(first)], rest.map(rate), ...noCase];
    }
    default:
      return item.type satisfies never;
  }
}
