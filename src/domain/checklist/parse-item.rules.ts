import {
  type Item,
  type ItemType,
  STAFF_EVENTS,
  STAFF_FIGURES,
  type StaffFigure,
} from './model.ts';
import { NUMBERS_OF_RULE } from './rating.rules.ts';
import {
  type Fields,
  fieldsOf,
  flagOf,
  listOf,
  mistake,
  type Place,
  remember,
  type Source,
  textOf,
  wordOf,
} from './source.rules.ts';
import {
  BUTTON_LENGTH,
  DOCUMENT_LENGTH,
  KEPT_LENGTH,
  localisedOf,
  PART_LENGTH,
} from './text.rules.ts';

const REQUIRED = ['id', 'type', 'memo', 'question', 'looks', 'proof'];
/** Keys beyond the common ones: what each type must have and what it may have. */
const OF_TYPE: Readonly<Record<ItemType, { must: readonly string[]; may: readonly string[] }>> = {
  rating: { must: [], may: ['no', 'period'] },
  parts: { must: ['parts'], may: ['any', 'noCase', 'recorded', 'no', 'period'] },
  numbers: { must: ['numbers'], may: ['noCase', 'no', 'period'] },
  case: { must: ['noCase', 'no'], may: ['numbers', 'recorded', 'period'] },
  fact: { must: ['facts', 'noCase'], may: ['period'] },
};
const OPTIONAL = ['parts', 'any', 'numbers', 'facts', 'noCase', 'recorded', 'no', 'period'];

/** One item of the file. */
export function itemOf(source: Source, place: Place): Item {
  const fields = fieldsOf(source, place, 'An item', { required: REQUIRED, optional: OPTIONAL });
  const id = textOf(source, fields.get('id'), 'The id of an item');
  const name = id ? `Item ${id}` : 'An item';
  const typePlace = fields.get('type');
  const type = wordOf(source, typePlace, `${name}: type`, [
    'rating',
    'parts',
    'numbers',
    'case',
    'fact',
  ]);
  if (typePlace) checkKeysOfType(source, place, fields, name, type);
  const noCase = fields.get('noCase');
  const recorded = fields.get('recorded');
  const no = fields.get('no');
  const item: Item = {
    id,
    type,
    memo: textOf(source, fields.get('memo'), `${name}: memo`),
    question: localisedOf(source, fields.get('question'), `${name}: question`),
    looks: localisedOf(source, fields.get('looks'), `${name}: looks`),
    proof: proofOf(source, fields.get('proof'), name),
    parts: partsOf(source, fields.get('parts'), name),
    any: flagOf(source, fields.get('any'), `${name}: any`),
    numbers: numbersOf(source, fields.get('numbers'), name),
    facts: factsOf(source, fields.get('facts'), name),
    noCase: noCase ? localisedOf(source, noCase, `${name}: noCase`, BUTTON_LENGTH) : null,
    recorded: recorded ? wordOf(source, recorded, `${name}: recorded`, STAFF_EVENTS) : null,
    no: no ? localisedOf(source, no, `${name}: no`, BUTTON_LENGTH) : null,
    period: flagOf(source, fields.get('period'), `${name}: period`),
  };
  remember(source, item, place.line, fields);
  return item;
}

function checkKeysOfType(
  source: Source,
  place: Place,
  fields: Fields,
  name: string,
  type: ItemType,
): void {
  const { must, may } = OF_TYPE[type];
  for (const key of must.filter((one) => !fields.has(one))) {
    const wrong = `${name} is of type "${type}" and has no "${key}"`;
    mistake(source, place.line, wrong, `Add "${key}" or change the type`);
  }
  for (const key of OPTIONAL.filter((one) => !must.includes(one) && !may.includes(one))) {
    const field = fields.get(key);
    if (!field) continue;
    const wrong = `${name} is of type "${type}", which has no "${key}"`;
    mistake(source, field.line, wrong, `Remove "${key}" or change the type`);
  }
}

function proofOf(source: Source, place: Place | undefined, name: string): Item['proof'] {
  const required = ['document', 'kept'];
  const fields: Fields = place
    ? fieldsOf(source, place, `${name}: proof`, { required })
    : new Map<string, Place>();
  return {
    document: localisedOf(
      source,
      fields.get('document'),
      `${name}: proof.document`,
      DOCUMENT_LENGTH,
    ),
    kept: localisedOf(source, fields.get('kept'), `${name}: proof.kept`, KEPT_LENGTH),
  };
}

function partsOf(source: Source, place: Place | undefined, name: string): Item['parts'] {
  const entries = listOf(source, place, `${name}: parts`);
  if (place && entries.length === 1) {
    const cure = 'Add the others, or make it an item of type "rating"';
    mistake(source, place.line, `${name}: parts has one entry, two are the least`, cure);
  }
  return entries.map((entry) => localisedOf(source, entry, `${name}: a part`, PART_LENGTH));
}

function numbersOf(source: Source, place: Place | undefined, name: string): Item['numbers'] {
  if (!place) return null;
  const fields = fieldsOf(source, place, `${name}: numbers`, {
    required: ['rule', 'labels'],
    optional: ['register'],
  });
  const rule = wordOf(source, fields.get('rule'), `${name}: rule`, [
    'none-left',
    'filled-posts',
    'equal',
    'buttons',
  ]);
  const labelsPlace = fields.get('labels');
  const labels = listOf(source, labelsPlace, `${name}: labels`).map((entry) =>
    localisedOf(source, entry, `${name}: a label`, BUTTON_LENGTH),
  );
  const wanted = NUMBERS_OF_RULE[rule];
  if (labelsPlace && fields.has('rule') && labels.length !== wanted) {
    const wrong = `${name}: the rule "${rule}" reads ${wanted} numbers, labels has ${labels.length}`;
    mistake(source, labelsPlace.line, wrong, `Give exactly ${wanted} labels or another rule`);
  }
  return {
    rule,
    labels,
    register: registerOf(source, fields.get('register'), name, labels.length),
  };
}

/** As many words as labels; without the key the register knows none of the numbers. */
function registerOf(
  source: Source,
  place: Place | undefined,
  name: string,
  labels: number,
): readonly (StaffFigure | null)[] {
  if (!place) return Array.from({ length: labels }, () => null);
  const words = listOf(source, place, `${name}: register`).map((entry) => {
    const word = wordOf(source, entry, `${name}: register`, ['none', ...STAFF_FIGURES]);
    return word === 'none' ? null : word;
  });
  if (words.length !== labels) {
    const wrong = `${name}: register has ${words.length} entries, labels has ${labels}`;
    mistake(
      source,
      place.line,
      wrong,
      'Give one for each label, "none" where the register has none',
    );
  }
  return words;
}

const factsOf = (source: Source, place: Place | undefined, name: string): Item['facts'] =>
  listOf(source, place, `${name}: facts`).map((entry) => {
    const fields = fieldsOf(source, entry, `${name}: a fact`, { required: ['rating', 'label'] });
    return {
      rating: wordOf(source, fields.get('rating'), `${name}: rating`, ['yes', 'partly']),
      label: localisedOf(source, fields.get('label'), `${name}: a fact`, BUTTON_LENGTH),
    };
  });
