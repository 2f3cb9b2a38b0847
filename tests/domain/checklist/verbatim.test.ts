import { describe, expect, test } from 'vitest';
import { items } from '../../../src/domain/checklist/lookup.rules.ts';
import { memo, memoItems, memoText } from './memo-edition.ts';

const lines = memoText.split('\n').map((line) => line.trim());
/** A line of the memo without its dash and its closing mark. */
const bare = (line: string | undefined): string =>
  (line ?? '').replace(/^- /, '').replace(/[.;]$/, '');

describe('the memo is quoted character by character', () => {
  test('fourteen directions with their slugs, headings, leads and items, as numbered', () => {
    const ours = memo.directions.map((direction) => ({
      number: direction.number,
      slug: direction.slug,
      heading: direction.memoHeading,
      groups: direction.groups.map((group) => ({
        lead: group.lead,
        items: group.items.map((item) => ({ id: item.id, text: item.memo })),
      })),
    }));
    const theirs = memoItems.directions.map((direction) => {
      const all = direction.items.map((item) => ({ id: item.id, text: item.text_ky }));
      return {
        number: direction.number,
        slug: direction.slug,
        heading: direction.heading_ky,
        groups: direction.groups?.map((group) => ({
          lead: group.lead_ky,
          items: all.filter((item) => group.items.includes(item.id)),
        })) ?? [{ lead: direction.lead_ky ?? null, items: all }],
      };
    });
    expect(ours).toEqual(theirs);
    expect(memo.directions).toHaveLength(14);
    expect(items(memo)).toHaveLength(48);
    expect(memo.preamble).toBe(memoItems.preamble_ky);
  });

  test('each item is a whole line of the printed memo', () => {
    const printed = memoItems.directions.flatMap((direction) =>
      direction.items.map((item) => ({ id: item.id, text: bare(lines[item.line - 1]) })),
    );
    expect(items(memo).map((item) => ({ id: item.id, text: item.memo }))).toEqual(printed);
  });

  test('each heading and lead stands in the printed memo, the preamble over two of its lines', () => {
    const printed = new Set(lines.map(bare));
    const quoted = memo.directions.flatMap(({ memoHeading, groups }) => [
      memoHeading,
      ...groups.flatMap(({ lead }) => lead ?? []),
    ]);
    expect(quoted.filter((text) => !printed.has(text))).toEqual([]);
    expect(quoted).toHaveLength(14 + 13);
    expect(memo.preamble).toBe(`${lines[3]} ${lines[4]}`);
  });

  test('no line of the printed memo is lost', () => {
    const quoted = new Set<string>([
      ...memo.directions.map((direction) => direction.memoHeading),
      ...memo.directions.flatMap(({ groups }) => groups.map((group) => group.lead ?? '')),
      ...items(memo).map((item) => item.memo),
    ]);
    const lost = lines
      .slice(5)
      .map(bare)
      .filter((line) => !quoted.has(line));
    expect(lost.filter((line) => line !== '')).toEqual([]);
  });

  test('the slips of the print are kept', () => {
    const slips = {
      '3.4': 'кыска мөөнөттүү орто мөөнөттүү',
      '8.2': 'жыйналыштардын саны,',
      '10.2': 'фактыларды',
    };
    for (const [id, slip] of Object.entries(slips)) {
      expect(items(memo).find((item) => item.id === id)?.memo).toContain(slip);
    }
    expect(memo.directions[3]?.memoHeading).toContain('ылайык кызматчыларына класстык');
    expect(memo.directions[13]?.groups[0]?.lead).toContain('"е-Kyzmat"');
  });
});
