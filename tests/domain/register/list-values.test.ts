import { expect, test } from 'vitest';
import { listRank } from '../../../src/domain/register/list-rank.rules.ts';
import {
  isBlank,
  typedDocuments,
  typedGroup,
  typedHours,
  typedTraining,
  typedYesNo,
} from '../../../src/domain/register/list-values.rules.ts';
import { LIST_WORDS } from '../../../src/domain/register/list-words.rules.ts';
import { FILE_DOCUMENTS, POSITION_GROUPS } from '../../../src/domain/register/model.ts';

test('what an export writes is read as what it stands for', () => {
  for (const words of LIST_WORDS) {
    const ranks = Object.entries(words.ranks);
    expect(ranks.map(([, text]) => listRank(text, null))).toEqual(ranks.map(([code]) => code));
    expect(POSITION_GROUPS.map((group) => typedGroup(words.groups[group]))).toEqual(
      POSITION_GROUPS,
    );
    expect(FILE_DOCUMENTS.map((one) => typedDocuments(words.documents[one]))).toEqual(
      FILE_DOCUMENTS.map((one) => [one]),
    );
    expect(Object.values(words.trainings).map(typedTraining)).toEqual(Object.keys(words.trainings));
    expect([typedYesNo(words.yes), typedYesNo(words.no)]).toEqual([true, false]);
    expect([typedDocuments(words.yes), typedDocuments(words.no)]).toEqual([FILE_DOCUMENTS, []]);
  }
});

test.each([
  ['Инспектор 3 класса', 'municipal.inspector-3'],
  ['III класстагы инспектор', 'municipal.inspector-3'],
  ['инспектор гос. службы 1 кл.', 'state.inspector-1'],
  ['Мл. инспектор', 'municipal.junior-inspector'],
  ['советник муниципальной службы второго класса', 'municipal.adviser-2'],
  ['Муниципальный советник 1 класса', 'municipal.counsellor-1'],
  ['Муниципалдык кызматтын 2-класстагы кеңешчиси', 'municipal.adviser-2'],
  ['Муниципалдык кенешчи, класс 3', 'municipal.counsellor-3'],
  ['Inspector of municipal service, class 2', 'municipal.inspector-2'],
  ['State adviser, 3 class', 'state.adviser-3'],
  ['лейтенант', null],
  ['инспектор', null],
  ['инспектор 4 класса', null],
])('the rank «%s» is %s', (text, rank) => {
  expect(listRank(text, 'municipal')).toBe(rank);
});

test('a rank without its line is not guessed', () => {
  expect(listRank('Инспектор 3 класса', null)).toBeNull();
});

test('hours, blanks and yes or no are read as officers write them', () => {
  expect(['72', '72 саат', '72 ч.', '72,0', 'көп', '0', '-5'].map(typedHours)).toEqual([
    72,
    72,
    72,
    72,
    null,
    null,
    null,
  ]);
  expect(['', '-', 'Жок', 'нет', '?', 'Асанов'].map(isBlank)).toEqual([
    true,
    true,
    true,
    true,
    true,
    false,
  ]);
  expect(['Ооба', 'есть', '+', 'ЖОК', '-', 'кээде'].map(typedYesNo)).toEqual([
    true,
    true,
    true,
    false,
    false,
    null,
  ]);
  expect(typedDocuments('анкета; өмүр баян, диплом')).toEqual([
    'questionnaire',
    'biography',
    'education',
  ]);
  expect(typedDocuments('анкета, паспорт')).toBeNull();
});
