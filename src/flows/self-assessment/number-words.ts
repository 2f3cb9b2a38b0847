import type { Translate } from '../../chat/translator.ts';
import type { Item, NumberRule } from '../../domain/checklist/model.ts';
import { LARGEST_NUMBER, type NumbersRefusal } from '../../domain/checklist/rating.rules.ts';
import { small } from './wording.ts';

const EXAMPLES: Readonly<Record<NumberRule, string>> = {
  'none-left': '31 4',
  'filled-posts': '30 3 27',
  equal: '27 26',
  buttons: '4 2 2',
};

/** Numbers that could stand in this item's message. */
export const numberExample = (item: Item): string =>
  item.type === 'case' ? '2 2' : EXAMPLES[item.numbers?.rule ?? 'equal'];

/** «иш жүзүндөгү сан – 27, эмгек китепчелери – 26»; plain text. */
export const numbersInWords = (t: Translate, item: Item, numbers: readonly number[]): string =>
  (item.numbers?.labels ?? [])
    .map((label, index) =>
      t.plain('walk:numbers.one', { label: small(label[t.language]), n: numbers[index] ?? 0 }),
    )
    .join(', ');

/** «Тизме боюнча: 27 жана 27»; plain text. */
export const registerWords = (t: Translate, numbers: readonly number[]): string =>
  t.plain('walk:button.byRegister', {
    first: numbers.slice(0, -1).join(', '),
    last: numbers.at(-1) ?? 0,
  });

/** How far the counts that should agree are apart; where nothing is to agree there is no difference. */
const APART: Readonly<Record<NumberRule, (n1: number, n2: number, n3: number) => number>> = {
  'none-left': () => 0,
  'filled-posts': (n1, n2, n3) => Math.abs(n1 - n2 - n3),
  equal: (n1, n2) => Math.abs(n1 - n2),
  buttons: () => 0,
};

/** The same with «айырмасы – 1» behind, where the counts do not agree: a slip shows at once. */
export function numbersRepeated(t: Translate, item: Item, numbers: readonly number[]): string {
  const words = numbersInWords(t, item, numbers);
  const [n1 = 0, n2 = 0, n3 = 0] = numbers;
  const n = APART[item.numbers?.rule ?? 'buttons'](n1, n2, n3);
  return n === 0 ? words : `${words}, ${t.plain('walk:numbers.difference', { n })}`;
}

/** Which part cannot be more than which whole, by places: 12.3 vacancies of posts, 8.2 measures of violations. */
const OVER: Readonly<Record<NumberRule, readonly [part: number, whole: number]>> = {
  'none-left': [1, 0],
  'filled-posts': [1, 0],
  equal: [1, 0],
  buttons: [2, 1],
};

/** Why the numbers were not taken, in words made for this item; Telegram HTML. */
export function numbersSentence(t: Translate, item: Item, refusal: NumbersRefusal): string {
  const labels = (item.numbers?.labels ?? []).map((label) => label[t.language]);
  const example = numberExample(item);
  const [first = '', second = '', third = ''] = labels;
  switch (refusal) {
    case 'wrong-count':
      return labels.length === 2
        ? t('errors:numbers.countTwo', { example, first, second })
        : t('errors:numbers.countThree', { example, first, second, third });
    case 'vacant-over-staff':
    case 'part-over-whole': {
      const [part, whole] = OVER[item.numbers?.rule ?? 'equal'];
      return t('errors:numbers.over', {
        part: labels[part] ?? '',
        whole: labels[whole] ?? '',
        example,
      });
    }
    case 'too-large':
      return t('errors:numbers.large', { max: LARGEST_NUMBER, example });
    default:
      return refusal satisfies never;
  }
}
