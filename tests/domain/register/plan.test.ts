import { describe, expect, test } from 'vitest';
import type { ListedServant } from '../../../src/domain/register/import.model.ts';
import type { RecordFacts, Servant } from '../../../src/domain/register/model.ts';
import { newestOf } from '../../../src/domain/register/newest.rules.ts';
import { NO_FACTS } from '../../../src/domain/register/facts.rules.ts';
import { changedFields } from '../../../src/domain/register/plan-facts.rules.ts';
import { compareList } from '../../../src/domain/register/plan.rules.ts';
import { line } from '../../support/listed.ts';
import { entry } from '../../support/register.ts';

const NAME = 'Исаков Нурлан';

/** What a list of one line does to a register of one person. */
function compared(facts: Partial<Servant>, records: readonly RecordFacts[], listed: ListedServant) {
  const before: Servant = {
    ...NO_FACTS,
    name: NAME,
    ...newestOf(records),
    servant: 7,
    orgId: 1,
    knownSince: '2025-01-01',
    ...facts,
  };
  const own = records.map((record, n) => ({ ...record, id: n + 1 }));
  const image = { edition: 3, servants: [before], records: new Map([[7, own]]) };
  const { diff } = compareList(image, [listed], 1, '2026-01-12');
  const [change] = diff.changed;
  return (
    change && {
      fields: changedFields(before, change.after),
      records: change.records,
      ended: change.ended,
      after: change.after,
    }
  );
}

describe('facts of a list', () => {
  test('a column the list lacks and an empty cell erase nothing', () => {
    const facts = { position: 'Адис', appointedOn: '2020-02-03', unit: 'Бухгалтерия' };
    expect(compared(facts, [], line({ name: NAME, position: null, unit: null }))).toBe(undefined);
  });

  test('an empty cell of a list that was exported erases', () => {
    const facts = { position: 'Адис', unit: 'Бухгалтерия', leftOn: '2025-05-05' };
    const listed = line({ name: NAME, position: null, leftOn: null }, { servant: 7 });
    expect(compared(facts, [], listed)?.fields).toEqual([
      { field: 'position', from: 'Адис', to: null },
      { field: 'leftOn', from: '2025-05-05', to: null },
    ]);
  });

  test('what differs only in capitals and blanks stays as the register has it', () => {
    const facts = { position: 'башкы адис', unit: 'Эл аралык бөлүм' };
    const said = { name: 'ИСАКОВ  Нурлан', position: ' Башкы  адис', unit: 'ЭЛ АРАЛЫК БӨЛҮМ' };
    expect(compared(facts, [], line(said))).toBe(undefined);
    expect(compared(facts, [], line(said, { servant: 7 }))).toBe(undefined);
    const other = line({ ...said, unit: 'Эл аралык болум', appointedOn: '2020-02-03' });
    expect(compared(facts, [], other)?.fields).toEqual([
      { field: 'unit', from: 'Эл аралык бөлүм', to: 'Эл аралык болум' },
      { field: 'appointedOn', from: null, to: '2020-02-03' },
    ]);
  });

  test('who left and was appointed again since is back', () => {
    const facts = { appointedOn: '2015-01-01', leftOn: '2020-01-01' };
    expect(compared(facts, [], line({ name: NAME }))).toBe(undefined);
    const listed = line({ name: NAME, appointedOn: '2022-01-01' });
    expect(compared(facts, [], listed)?.fields).toEqual([
      { field: 'appointedOn', from: '2015-01-01', to: '2022-01-01' },
      { field: 'leftOn', from: '2020-01-01', to: null },
    ]);
  });
});

describe('histories of a list', () => {
  test('are added; the newest of all counts, wherever it came from', () => {
    const old = entry('training', '2023-03-01', 'upskilling');
    const earlier = entry('training', '2020-03-01');
    const rank = entry('rank', '2024-01-15', 'municipal.inspector-2');
    const change = compared({}, [old], line({ name: NAME }, { records: [earlier, rank] }));
    expect(change).toMatchObject({
      records: [earlier, rank],
      ended: [],
      after: { trainedOn: '2023-03-01', rank: 'municipal.inspector-2', rankedOn: '2024-01-15' },
    });
  });

  test('the same day is the same entry, completed and corrected', () => {
    const known = entry('training', '2023-03-01', 'upskilling', { orderNo: '12' });
    const same = line({ name: NAME }, { records: [entry('training', '2023-03-01')] });
    expect(compared({}, [known], same)).toBe(undefined);
    const fuller = entry('training', '2023-03-01', 'retraining', { hours: 72 });
    expect(compared({}, [known], line({ name: NAME }, { records: [fuller] }))).toMatchObject({
      records: [{ ...fuller, orderNo: '12' }],
      ended: [1],
      fields: [],
    });
  });

  test('two rewards of one day stay two', () => {
    const thanks = entry('reward', '2023-03-01', 'Ыраазычылык');
    const diploma = entry('reward', '2023-03-01', 'Ардак грамота');
    const list = line({ name: NAME }, { records: [diploma, thanks, diploma] });
    expect(compared({}, [thanks], list)).toMatchObject({ records: [diploma], ended: [] });
  });
});

describe('having no class rank', () => {
  const ranked = [entry('rank', '2024-02-03', 'state.inspector-3')];

  test('is taken from a list, and goes where the list has a rank', () => {
    const none = line({ name: NAME, noRank: true });
    expect(compared({}, [], none)?.fields).toEqual([{ field: 'noRank', from: null, to: 'yes' }]);
    expect(compared({ noRank: true }, [], none)).toBe(undefined);
    const rank = compared(
      { noRank: true },
      [],
      line({ name: NAME, noRank: false }, { records: ranked }),
    );
    expect([rank?.after.rank, rank?.after.noRank]).toEqual(['state.inspector-3', null]);
  });

  test('is not said against the histories, nor kept where the list names a rank without its day', () => {
    expect(compared({}, ranked, line({ name: NAME, noRank: true }))).toBe(undefined);
    expect(compared({}, ranked, line({ name: NAME, noRank: false }))).toBe(undefined);
    const undated = compared({ noRank: true }, [], line({ name: NAME, noRank: false }));
    expect(undated?.after.noRank).toBeNull();
  });

  test('stays where a list says nothing of it, and goes with an emptied cell of an exported one', () => {
    const said = { noRank: true };
    expect(compared(said, [], line({ name: NAME }))).toBe(undefined);
    expect(compared(said, [], line({ name: NAME, noRank: null }))).toBe(undefined);
    const emptied = line({ name: NAME, noRank: null }, { servant: 7 });
    expect(compared(said, [], emptied)?.fields).toEqual([
      { field: 'noRank', from: 'yes', to: null },
    ]);
  });
});

describe('next dates entered by hand', () => {
  const hand = { nextTraining: '2026-05-01' };
  const trained = { records: [entry('training', '2026-01-05')] };

  test('go when the list tells what they were meant for, stay when the list names them', () => {
    expect(compared(hand, [], line({ name: NAME }, trained))?.fields).toEqual([
      { field: 'nextTraining', from: '2026-05-01', to: null },
    ]);
    expect(compared(hand, [], line({ name: NAME, ...hand }, trained))?.fields).toEqual([]);
  });

  test('mean nothing before what has happened', () => {
    const stale = line({ name: NAME, nextTraining: '2025-01-01' }, trained);
    expect(compared({}, trained.records, stale)).toBe(undefined);
  });
});
