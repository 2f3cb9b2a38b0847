import { describe, expect, test } from 'vitest';
import type { ListedServant } from '../../../src/domain/register/import.model.ts';
import type { Servant } from '../../../src/domain/register/model.ts';
import { NO_FACTS } from '../../../src/domain/register/facts.rules.ts';
import { matchList } from '../../../src/domain/register/plan-matching.rules.ts';
import { line } from '../../support/listed.ts';

const known = (servant: number, name: string, more: Partial<Servant> = {}): Servant => ({
  ...NO_FACTS,
  servant,
  name,
  orgId: 1,
  trainedOn: null,
  rank: null,
  rankedOn: null,
  attestedOn: null,
  declaredOn: null,
  knownSince: '2026-01-01',
  ...more,
});

/** The number each line was matched to («new» for nobody), or the problem of the line. */
const matched = (listed: readonly ListedServant[], servants: readonly Servant[]) => {
  const { pairings, problems } = matchList(listed, servants);
  return listed.map((one) => {
    const pairing = pairings.find((pair) => pair.listed === one);
    if (pairing) return pairing.known?.servant ?? 'new';
    return problems.find(({ row }) => row === one.row)?.code;
  });
};

const rows = (...listed: ListedServant[]) => listed.map((one, n) => ({ ...one, row: n + 2 }));
const ASANOV = 'Асанов Бакыт';

describe('a line of a list means', () => {
  test('whom its number names, whatever he is called now', () => {
    const people = [known(4, ASANOV), known(5, 'Исаков Нурлан')];
    expect(matched(rows(line({ name: 'Жаңы Ысым' }, { servant: 5 })), people)).toEqual([5]);
  });

  test('nobody by a number the register does not have, or by one given twice', () => {
    const people = [known(4, ASANOV)];
    const list = rows(
      line({ name: ASANOV }, { servant: 99 }),
      line({ name: ASANOV }, { servant: 4 }),
      line({ name: ASANOV }, { servant: 4 }),
    );
    expect(matched(list, people)).toEqual(['unknownNumber', 4, 'duplicate']);
  });

  test('the one of that name, letters folded; else somebody new', () => {
    const people = [known(4, 'Өмүрова Гүлнур')];
    const list = rows(line({ name: 'ОМУРОВА ГУЛНУР' }), line({ name: 'Өмүрова Айнура' }));
    expect(matched(list, people)).toEqual([4, 'new']);
  });

  test('of two of one name the one appointed that day, else the one in that position', () => {
    const people = [
      known(1, ASANOV, { appointedOn: '2019-01-01', position: 'Башкы адис' }),
      known(2, ASANOV, { appointedOn: '2020-01-01', position: 'Адис' }),
      known(3, ASANOV, { appointedOn: '2020-01-01', position: 'Жетектөөчү адис' }),
    ];
    const list = rows(
      line({ name: ASANOV, appointedOn: '2020-01-01', position: 'жетектөөчү адис' }),
      line({ name: ASANOV, appointedOn: '2019-01-01' }),
      line({ name: ASANOV, appointedOn: '2020-01-01', position: 'Адис' }),
    );
    expect(matched(list, people)).toEqual([3, 1, 2]);
  });

  test('somebody new when all of that name are found by their days', () => {
    const people = [known(1, ASANOV, { appointedOn: '2019-01-01' })];
    const list = rows(
      line({ name: ASANOV, appointedOn: '2019-01-01' }),
      line({ name: ASANOV, appointedOn: '2024-01-01' }),
    );
    expect(matched(list, people)).toEqual([1, 'new']);
  });

  test('nobody for certain when it may mean one or another', () => {
    const people = [known(1, ASANOV), known(2, ASANOV, { appointedOn: '2020-01-01' })];
    expect(matched(rows(line({ name: ASANOV })), people)).toEqual(['ambiguous']);
    const two = rows(line({ name: ASANOV }), line({ name: ASANOV }));
    expect(matched(two, people.slice(0, 1))).toEqual(['ambiguous', 'ambiguous']);
  });

  test('the one who serves before one who left', () => {
    const people = [known(1, ASANOV, { leftOn: '2024-01-01' }), known(2, ASANOV)];
    expect(matched(rows(line({ name: ASANOV })), people)).toEqual([2]);
    expect(matched(rows(line({ name: ASANOV })), people.slice(0, 1))).toEqual([1]);
  });
});
