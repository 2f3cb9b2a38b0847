import { expect, test } from 'vitest';
import { shortPerson } from '../../../src/flows/reading/person-name.ts';

test.each([
  ['Асанова Айгүл Бакытовна', 'Асанова А. Б.'],
  ['  Өмүрова   гүлнур ', 'Өмүрова Г.'],
  ['Асан уулу Бакыт', 'Асан уулу Б.'],
  ['Асанова Айгүл Бакытбек кызы', 'Асанова А. Б.'],
  ['Манас', 'Манас'],
  ['уулу', 'уулу'],
  ['', ''],
])('%s is written %s', (name, short) => {
  expect(shortPerson(name)).toBe(short);
});
