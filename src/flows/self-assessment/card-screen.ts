import { bold, escapeHtml, folded } from '../../chat/html.ts';
import type { Screen } from '../../chat/screen.ts';
import type { Visit } from '../../chat/visit.ts';
import type { CardState } from '../../domain/assessment/step.model.ts';
import { numericDate } from '../../domain/shared/paper-dates.ts';
import { answerLines } from './card-answer.ts';
import { cardRows } from './card-buttons.ts';
import { itemId } from '../../domain/checklist/code.rules.ts';
import { type ItemPlace, itemPlace, knownPlace } from './place.ts';
import { answerWords, inSentence } from './wording.ts';

/**
 * An item with its question, what is answered so far, and the buttons to answer it. Where the text
 * tells how to answer (parts, numbers), the memo's words come first: the question and what to do
 * stand right above the buttons, in sight on a small phone. `offered`: the item's numbers by the staff
 * register, for a button that answers with them.
 */
export function cardScreen(
  visit: Visit,
  card: CardState,
  offered: readonly number[] | null,
): Screen {
  const place = knownPlace(visit, card.view, card.answer.item);
  const { t } = visit;
  const { item } = place;
  const asked = [bold(escapeHtml(item.question[t.language])), ...period(visit, card, place)];
  const document = t('walk:card.document', { text: item.proof.document[t.language] });
  const now = answerLines(visit, card, place);
  const head = heading(visit, card, place);
  const instructs = item.parts.length > 0 || item.numbers !== null;
  const text = instructs
    ? [head, folded(background(visit, place, [document])), ...asked, ...now]
    : [head, '', ...asked, document, ...now, folded(background(visit, place, []))];
  return { text: text.join('\n'), rows: cardRows(visit, card, place, offered) };
}

/** «3.3 · 9 / 48 · Өнүктүрүү, окутуу» and, below it, what was answered last. */
function heading(visit: Visit, card: CardState, place: ItemPlace): string {
  const { t } = visit;
  const { item, number, total, direction } = place;
  const title = escapeHtml(direction.title[t.language]);
  const first = `${bold(item.id)} · ${number} / ${total} · ${title}`;
  const { lastItem, lastRating, lastFact } = card;
  const last = itemPlace(visit, card.view, lastItem);
  if (!last || lastRating === null || lastItem === card.answer.item) return first;
  const words = answerWords(t, last.item, { rating: lastRating, fact: lastFact });
  const answer = inSentence(t, words);
  return `${first}\n${t('walk:card.last', { item: itemId(lastItem), answer })}`;
}

function period({ t }: Visit, { view }: CardState, { item }: ItemPlace): string[] {
  const { periodFrom, periodTo } = view;
  if (!item.period || periodFrom === null || periodTo === null) return [];
  return [t('walk:card.period', { from: numericDate(periodFrom), to: numericDate(periodTo) })];
}

/** The memo's words behind their lead, what the commission looks at, and where the document is kept. */
function background({ t }: Visit, { item, direction }: ItemPlace, document: readonly string[]) {
  const group = direction.groups.find(({ items }) => items.includes(item));
  const lead = group?.lead ?? direction.memoHeading;
  const memo = lead === item.memo ? item.memo : `${lead} … ${item.memo}`;
  const kept = t('walk:card.kept', { text: item.proof.kept[t.language] });
  return [
    `${bold(t('walk:card.memo'))}\n«${escapeHtml(memo)}»`,
    escapeHtml(item.looks[t.language]),
    [...document, kept].join('\n'),
  ].join('\n\n');
}
