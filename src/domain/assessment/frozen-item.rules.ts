import { itemCode } from '../checklist/code.rules.ts';
import type { Edition, Item } from '../checklist/model.ts';
import type { Localised } from '../shared/language.ts';
import { localised, numbersOf, ownerOf, phraseOrWords } from './frozen-answer.rules.ts';
import type { FrozenEvidence, FrozenItem } from './frozen.model.ts';
import type { StaffFigures } from '../reminder/staff-knowledge.model.ts';
import type { Answer } from './model.ts';
import { registerFiguresOf } from './register-numbers.rules.ts';

/** Answers and evidence by item code; evidence in the order it was added. */
export interface FrozenSources {
  readonly answers: ReadonlyMap<number, Answer>;
  readonly evidence: ReadonlyMap<number, readonly FrozenEvidence[]>;
  /** null: the organisation keeps no staff register. */
  readonly figures: StaffFigures | null;
}

/** One item of the document: the edition's words and what was answered. */
export function frozenItem(item: Item, edition: Edition, sources: FrozenSources): FrozenItem {
  const code = itemCode(item.id);
  const answer = sources.answers.get(code) ?? null;
  const numbers = numbersOf(answer?.numbers ?? null);
  const known = registerFiguresOf(item, sources.figures);
  return {
    id: item.id,
    type: item.type,
    memo: item.memo,
    question: localised(item.question),
    rating: answer?.rating ?? null,
    answerLabel: answer && labelOf(item, answer),
    parts: item.parts.map((part, index) => ({
      label: localised(part),
      ticked: (((answer?.parts ?? 0) >> index) & 1) === 1,
    })),
    numbers: (item.numbers?.labels ?? []).map((label, index) => ({
      label: localised(label),
      value: numbers?.[index] ?? null,
      register: known[index] ?? null,
    })),
    comment: answer?.comment ?? null,
    reason: phraseOrWords(answer?.reason ?? null, edition.phrases.notApplicable),
    plan: answer && planOf(answer, edition),
    evidence: sources.evidence.get(code) ?? [],
    answeredBy: answer?.answeredBy ?? null,
    answeredAt: dated(answer?.answeredAt ?? null),
    revision: answer?.revision ?? 0,
  };
}

const dated = (at: number | null): string | null =>
  at === null ? null : new Date(at).toISOString();

/** The item's own words for the button pressed; null: the plain word of the rating. */
export function labelOf(item: Item, answer: Pick<Answer, 'rating' | 'fact'>): Localised | null {
  const { rating, fact } = answer;
  if (rating === 'no-case') return item.noCase && localised(item.noCase);
  if (rating === 'no') return item.no && localised(item.no);
  const pressed = fact === null ? undefined : item.facts[fact - 1];
  return pressed && pressed.rating === rating ? localised(pressed.label) : null;
}

/** Only for "no" and "partly": a plan kept from before says nothing of a better answer. */
function planOf(answer: Answer, edition: Edition): FrozenItem['plan'] {
  const { planWhat, planWho, planUntil } = answer;
  if (answer.rating !== 'no' && answer.rating !== 'partly') return null;
  if (planWhat === null && planWho === null && planUntil === null) return null;
  return {
    what: phraseOrWords(planWhat, edition.phrases.plan),
    who: ownerOf(planWho),
    until: planUntil,
  };
}
