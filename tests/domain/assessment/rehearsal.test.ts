import { describe, expect, test } from 'vitest';
import { EMPTY_FIELDS, type Answer } from '../../../src/domain/assessment/model.ts';
import { rehearse } from '../../../src/domain/assessment/rehearsal.rules.ts';
import type { Patch } from '../../../src/domain/assessment/change.rules.ts';
import { itemCode } from '../../../src/domain/checklist/code.rules.ts';
import { items } from '../../../src/domain/checklist/lookup.rules.ts';
import { shippedEdition } from '../../support/frozen.ts';

const edition = shippedEdition();

/** All "no case" but for those given: nothing to look at. */
function sheet(given: Readonly<Record<string, Patch>>): Map<number, Answer> {
  return new Map(
    items(edition).map(({ id }) => {
      const item = itemCode(id);
      const about = { item, revision: 1, answeredBy: 1, answeredAt: 1 };
      const patch = given[id] ?? { rating: 'no-case' as const };
      return [item, { ...EMPTY_FIELDS, ...about, ...patch }];
    }),
  );
}

const found = (
  given: Readonly<Record<string, Patch>>,
  documented: readonly string[] = [],
  explanations: ReadonlyMap<string, string> = new Map(),
) =>
  rehearse(edition, {
    answers: sheet(given),
    documented: new Set(documented.map(itemCode)),
    explanations,
    figures: null,
    events: null,
  }).map(({ kind, item }) => `${kind} ${item.id}`);

describe('the rehearsal', () => {
  test('finds nothing where nothing is doubtful', () => {
    expect(found({ '3.1': { rating: 'yes' } }, ['3.1'])).toEqual([]);
    const plan = { planWhat: '@prepare-document', planUntil: '2026-03-15' };
    expect(
      found({ '3.1': { rating: 'no', ...plan }, '7.1': { rating: 'partly', ...plan } }),
    ).toEqual([]);
  });

  test('finds what is missing, undocumented, unplanned, undated and not applicable, in this order', () => {
    expect(
      found({
        '1.1': { rating: 'not-applicable', reason: '@newly-created' },
        '1.2': { rating: 'partly', planWhat: 'Толуктоо' },
        '3.1': { rating: 'no' },
        '3.2': { rating: 'partly', planUntil: '2026-03-15' },
        '4.1': { rating: 'yes' },
        '14.4': { rating: null, comment: 'кийин' },
        '14.3': { rating: null },
      }),
    ).toEqual([
      'missing 14.3',
      'missing 14.4',
      'no-document 4.1',
      'no-plan 3.1',
      'no-plan 3.2',
      'no-deadline 1.2',
      'not-applicable 1.1',
    ]);
  });

  test('finds contradictions, with what the officer says to them', () => {
    const given = {
      '3.3': { rating: 'yes', numbers: '31 0' },
      '12.8': { rating: 'yes', numbers: '27 27' },
    } as const;
    const doubts = rehearse(edition, {
      answers: sheet(given),
      documented: new Set([303, 1208]),
      explanations: new Map([['staff-trained-against-actual', 'Төртөө декретте']]),
      figures: null,
      events: null,
    });
    const rule = edition.contradictions.find(({ id }) => id === 'staff-trained-against-actual');
    expect(doubts).toEqual([
      {
        kind: 'contradiction',
        item: items(edition).find(({ id }) => id === '3.3'),
        contradiction: {
          rule,
          place: edition.contradictions.findIndex((one) => one === rule) + 1,
          explanation: 'Төртөө декретте',
        },
        key: expect.any(Number),
      },
    ]);
  });

  test('keys grow along the list and stay when another doubt is cleared', () => {
    const keys = (given: Readonly<Record<string, Patch>>) =>
      new Map(
        rehearse(edition, {
          answers: sheet(given),
          documented: new Set(),
          explanations: new Map(),
          figures: null,
          events: null,
        }).map(({ item, key }) => [item.id, key]),
      );
    const before = keys({
      '3.1': { rating: 'yes' },
      '3.2': { rating: 'no' },
      '3.5': { rating: 'yes' },
    });
    const after = keys({ '3.2': { rating: 'no' }, '3.5': { rating: 'yes' } });
    expect([...before.values()]).toEqual([...before.values()].toSorted((a, b) => a - b));
    expect(new Set(before.values()).size).toBe(3);
    expect([...after]).toEqual([...before].filter(([id]) => id !== '3.1'));
  });
});
