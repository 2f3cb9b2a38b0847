import { expect, test } from 'vitest';
import { translate } from '../../../src/chat/translator.ts';
import { whenWords } from '../../../src/flows/reading/due-words.ts';

const training = { kind: 'training', direction: 'due-by', on: '2029-01-05' } as const;

test.each([
  ['ky', 'мөөнөтү 05.01.2029, 366 күн калды', 'мөөнөтү 05.01.2029'],
  ['ru', 'срок 05.01.2029, осталось 366 дней', 'срок 05.01.2029'],
  ['en', 'due 05.01.2029, 366 days left', 'due 05.01.2029'],
] as const)(
  'in %s days are counted for a year ahead, beyond it the date alone stands',
  (...row) => {
    const [language, within, beyond] = row;
    const t = translate(language);
    expect([366, 367].map((days) => whenWords(t, training, days))).toEqual([within, beyond]);
  },
);
