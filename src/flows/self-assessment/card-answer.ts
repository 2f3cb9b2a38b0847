import type { Visit } from '../../chat/visit.ts';
import { numbersOf } from '../../domain/assessment/frozen-answer.rules.ts';
import { asksPlan, tickedPlaces } from '../../domain/assessment/rating.rules.ts';
import type { CardState } from '../../domain/assessment/step.model.ts';
import type { Item } from '../../domain/checklist/model.ts';
import { numericDate } from '../../domain/shared/paper-dates.ts';
import { numberExample, numbersInWords } from './number-words.ts';
import type { ItemPlace } from './place.ts';
import { answerWords, excerpt, ownerWords, phraseWords } from './wording.ts';

/** What stands on the card of the present answer, and what is still to be done; Telegram HTML. */
export function answerLines(visit: Visit, card: CardState, place: ItemPlace): string[] {
  const { t, actor } = visit;
  const { item, edition } = place;
  const { answer, evidence, view } = card;
  const lines: string[] = [];
  if (answer.rating !== null) {
    const words = answerWords(t, item, { rating: answer.rating, fact: answer.fact });
    lines.push('', t('walk:card.answer', { answer: words }));
  } else lines.push(...instruction(visit, item, answer.numbers));
  if (item.parts.length > 0 && answer.rating !== null && answer.rating !== 'no-case') {
    const n = tickedPlaces(item, answer.parts).length;
    lines.push(t('walk:card.ticked', { n, total: item.parts.length }));
  }
  const numbers = numbersOf(answer.numbers);
  if (numbers) {
    lines.push(t('walk:numbers.given', { numbers: numbersInWords(t, item, numbers) }));
    if (answer.rating === null) lines.push(t('walk:numbers.thenRate'));
  }
  if (answer.reason !== null) {
    const text = phraseWords(t, answer.reason, edition.phrases.notApplicable);
    lines.push(t('walk:card.reason', { text }));
  }
  if (answer.comment !== null) {
    lines.push(t('walk:card.comment', { text: excerpt(answer.comment) }));
  }
  if (evidence > 0) lines.push(t('walk:card.evidence', { n: evidence }));
  if (asksPlan(answer.rating)) {
    const { planWhat, planWho, planUntil } = answer;
    if (planWhat !== null) {
      const text = phraseWords(t, planWhat, edition.phrases.plan);
      lines.push(t('walk:card.plan', { text }));
    }
    if (planWho !== null) {
      lines.push(t('walk:card.planWho', { who: ownerWords(t, planWho, actor.personId) }));
    }
    if (planUntil !== null) lines.push(t('walk:card.planUntil', { date: numericDate(planUntil) }));
  }
  if (view.closed) lines.push('', t('walk:card.closed'));
  else if (view.state !== 'draft') lines.push('', t('walk:card.locked'));
  return lines;
}

const ASK = { 2: 'walk:numbers.askTwo', 3: 'walk:numbers.askThree' } as const;

/** How an open item is answered, where buttons alone do not say it. */
function instruction({ t }: Visit, item: Item, numbers: string | null): string[] {
  if (item.parts.length > 0) return [t(item.any ? 'walk:card.tickAny' : 'walk:card.tickAll')];
  if (!item.numbers || numbers !== null) return numbers === null ? [] : [''];
  const { labels } = item.numbers;
  return [
    '',
    t(item.type === 'case' ? 'walk:numbers.askCases' : ASK[labels.length === 2 ? 2 : 3]),
    ...labels.map((label, index) => `${index + 1}) ${label[t.language]}`),
    t('walk:numbers.example', { example: numberExample(item) }),
  ];
}
