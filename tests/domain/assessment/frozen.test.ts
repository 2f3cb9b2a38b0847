import { expect, test } from 'vitest';
import { ownerOf, phraseOrWords } from '../../../src/domain/assessment/frozen-answer.rules.ts';
import { labelOf } from '../../../src/domain/assessment/frozen-item.rules.ts';
import { peopleIn, sealed } from '../../../src/domain/assessment/frozen.rules.ts';
import { daysBetween, momentOf } from '../../../src/domain/assessment/moment.rules.ts';
import { stateAfter } from '../../../src/domain/assessment/state.rules.ts';
import { items } from '../../../src/domain/checklist/lookup.rules.ts';
import { frozenDraft, frozenSubmission, shippedEdition } from '../../support/frozen.ts';

const edition = shippedEdition();
const item = (id: string) => {
  const found = items(edition).find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};

test('the same document gives the same text, another one another hash', () => {
  expect(sealed(frozenSubmission())).toEqual(sealed(frozenSubmission()));
  expect(sealed(frozenSubmission({ late: true })).sha256).not.toBe(
    sealed(frozenSubmission()).sha256,
  );
});

test('everybody in a document is found once', () => {
  expect(peopleIn(frozenSubmission())).toEqual([11, 12, 22, 21, 23]);
  expect(peopleIn(frozenDraft())).toEqual([11, 22, 21, 23]);
});

test('an owner is the person who answered, the head, or a name', () => {
  expect(['@me:42', '@head', '@me:', '@headless', 'Асанова А.', null].map(ownerOf)).toEqual([
    { kind: 'person', personId: 42 },
    { kind: 'head' },
    { kind: 'named', name: '@me:' },
    { kind: 'named', name: '@headless' },
    { kind: 'named', name: 'Асанова А.' },
    null,
  ]);
});

test('a ready phrase comes in all languages, own words stay as typed', () => {
  const { plan } = edition.phrases;
  expect(phraseOrWords('@correct-records', plan)).toEqual({
    ky: 'Жазууларды оңдоо',
    ru: 'Исправить записи',
    en: 'Correct the records',
  });
  expect(phraseOrWords('@correct', plan)).toBe('@correct');
  expect(phraseOrWords('correct-records', plan)).toBe('correct-records');
  expect(phraseOrWords(null, plan)).toBeNull();
});

test('the label is what stood on the button pressed', () => {
  expect(labelOf(item('2.4'), { rating: 'no-case', fact: null })).toEqual(item('2.4').noCase);
  expect(labelOf(item('5.5'), { rating: 'no', fact: null })).toEqual(item('5.5').no);
  expect(labelOf(item('9.2'), { rating: 'partly', fact: 2 })).toEqual(item('9.2').facts[1]?.label);
  expect(labelOf(item('9.2'), { rating: 'no-case', fact: null })).toEqual(item('9.2').noCase);
  expect(labelOf(item('3.1'), { rating: 'yes', fact: null })).toBeNull();
});

test('a moment is told in the service’s time zone', () => {
  expect(momentOf(Date.UTC(2026, 0, 14, 18, 5, 59), 'Asia/Bishkek')).toEqual({
    at: Date.UTC(2026, 0, 14, 18, 5, 59),
    on: '2026-01-15',
    time: '00:05',
  });
  expect(daysBetween('2025-12-30', '2026-01-02')).toBe(3);
});

test('a draft is submitted, what is submitted is withdrawn or opened, and nothing else', () => {
  const states = ['draft', 'submitted', 'opened'] as const;
  expect(states.map((state) => stateAfter(state, 'submit'))).toEqual(['submitted', null, null]);
  expect(states.map((state) => stateAfter(state, 'withdraw'))).toEqual([null, 'draft', null]);
  expect(states.map((state) => stateAfter(state, 'open'))).toEqual([null, 'opened', null]);
});
