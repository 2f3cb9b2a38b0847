import { type Contradiction, RATINGS, type SignedNumber } from './model.ts';
import {
  fieldsOf,
  listOf,
  mistake,
  numberOf,
  type Place,
  remember,
  type Source,
  textOf,
  wordOf,
} from './source.rules.ts';
import { localisedOf } from './text.rules.ts';

/** One entry of `contradictions`. Whether its items exist is looked at when all are read. */
export function contradictionOf(source: Source, place: Place): Contradiction {
  const fields = fieldsOf(source, place, 'A contradiction', {
    required: ['id', 'items', 'when', 'text'],
  });
  const id = textOf(source, fields.get('id'), 'The id of a contradiction');
  const name = `Contradiction "${id}"`;
  const contradiction: Contradiction = {
    id,
    items: listOf(source, fields.get('items'), `${name}: items`).map((entry) =>
      textOf(source, entry, `${name}: an item`),
    ),
    when: listOf(source, fields.get('when'), `${name}: when`).map((entry) =>
      conditionOf(source, entry, name),
    ),
    text: localisedOf(source, fields.get('text'), `${name}: text`),
  };
  remember(source, contradiction, place.line, fields);
  return contradiction;
}

function conditionOf(source: Source, place: Place, name: string): Contradiction['when'][number] {
  const what = `${name}: a condition`;
  const optional = ['item', 'rating', 'place', 'equals', 'differ'];
  const fields = fieldsOf(source, place, what, { required: [], optional });
  const keys = [...fields.keys()].toSorted().join(' ');
  const item = textOf(source, fields.get('item'), `${what}: item`);
  if (keys === 'item rating') {
    const words = listOf(source, fields.get('rating'), `${what}: rating`);
    return { item, rating: words.map((word) => wordOf(source, word, `${what}: rating`, RATINGS)) };
  }
  if (keys === 'equals item place') {
    return {
      item,
      place: numberOf(source, fields.get('place'), `${what}: place`),
      equals: numberOf(source, fields.get('equals'), `${what}: equals`),
    };
  }
  if (keys === 'differ') {
    const sides = listOf(source, fields.get('differ'), `${what}: differ`);
    if (sides.length !== 2) {
      const cure = 'Write both, for example ["12.3/1 - 12.3/2", "12.8/1"]';
      mistake(source, place.line, `${what}: differ compares two sums, not ${sides.length}`, cure);
    }
    return { differ: [sumOf(source, sides[0], what), sumOf(source, sides[1], what)] };
  }
  mistake(
    source,
    place.line,
    `${what} has the keys "${keys}"`,
    'Write item and rating, or item, place and equals, or differ alone',
  );
  return { item, rating: [] };
}

/** "12.3/1 - 12.3/2": item, a stroke, the place of its number; + or - between them. */
function sumOf(source: Source, place: Place | undefined, what: string): readonly SignedNumber[] {
  const text = textOf(source, place, `${what}: differ`);
  const terms: SignedNumber[] = [];
  for (const term of `+ ${text}`.matchAll(/([+-]) (\d+\.\d+)\/(\d) ?/gy)) {
    terms.push({ item: term[2] ?? '', place: Number(term[3]), sign: term[1] === '-' ? -1 : 1 });
  }
  const read = terms.map(({ item, place, sign }) => `${sign < 0 ? '-' : '+'} ${item}/${place}`);
  if (place && text !== '' && read.join(' ') !== `+ ${text}`) {
    const cure = 'Write it like "12.3/1 - 12.3/2": item, stroke, place of the number';
    mistake(source, place.line, `${what}: the sum "${text}" cannot be read`, cure);
  }
  return terms;
}
