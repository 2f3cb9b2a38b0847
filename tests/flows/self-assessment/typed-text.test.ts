import { expect, test } from 'vitest';
import { loneAnswer, typedNumbers } from '../../../src/flows/self-assessment/typed-text.ts';

test.each([
  ['ооба', 'yes'],
  ['ОБА', 'yes'],
  ['ооба, ооба', 'yes'],
  ['бар', 'yes'],
  ['да!!!', 'yes'],
  ['YES', 'yes'],
  ['жоок', 'no'],
  ['жок.', 'no'],
  ['нет', 'no'],
  ['No', 'no'],
  ['жарым - жартылай', 'partly'],
  ['жарымжартылай', null],
  ['жартылай', 'partly'],
  ['частично', 'partly'],
  ['partially', 'partly'],
  ['ооба бирок', null],
  ['да 5', null],
  ['данные', null],
  ['нету документа', null],
  ['constructor', null],
  ['', null],
])('«%s» is read as %s', (text, answer) => {
  expect(loneAnswer(text)).toBe(answer);
});

test.each([
  ['27 26', [27, 26]],
  ['27,26', [27, 26]],
  ['27 / 26', [27, 26]],
  ['27\n26', [27, 26]],
  ['27 кызматчы, 26 китепче', [27, 26]],
  ['кызматчылар – 30, бош – 3, көктөмө – 27', [30, 3, 27]],
  ['007 7', [7, 7]],
  ['жыйырма жети', null],
  ['Бул суроо боюнча 2023-жылы 27 кызматчы окуудан өтүп, калгандары кийинки жылга калды', null],
])('«%s» gives %j', (text, numbers) => {
  expect(typedNumbers(text)).toEqual(numbers);
});
