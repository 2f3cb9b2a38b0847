import { expect, test } from 'vitest';
import { recognise } from '../../../src/domain/register/list-columns.rules.ts';
import { LIST_FIELDS } from '../../../src/domain/register/list-field.model.ts';
import { LIST_WORDS } from '../../../src/domain/register/list-words.rules.ts';

const HEADINGS: readonly (readonly [string, string | undefined])[] = [
  ['Аты-жөнү', 'name'],
  ['АТЫ-ЖӨНҮ', 'name'],
  ['Аты жону', 'name'],
  ['Ф.И.О.', 'name'],
  ['ФИО', 'name'],
  ['Ф.И.О. служащего', 'name'],
  ['Кызматчынын аты-жөнү', 'name'],
  ['Фамилиясы, аты, атасынын аты', 'name'],
  ['Фамилия, имя,\nотчество', 'name'],
  ['Name', 'name'],
  ['Фамилиясы', 'surname'],
  ['Фамилия', 'surname'],
  ['Имя', 'given'],
  ['Аты', 'given'],
  ['Атасынын аты', 'patronymic'],
  ['Отчество', 'patronymic'],
  ['Кызмат орду', 'position'],
  ['Ээлеген кызматы', 'position'],
  ['Должность', 'position'],
  ['Занимаемая должность', 'position'],
  ['Position', 'position'],
  ['Кызмат ордунун тобу', 'group'],
  ['Группа', 'group'],
  ['Категория', 'category'],
  ['Бөлүмү', 'unit'],
  ['Структурное подразделение', 'unit'],
  ['Дайындалган күнү', 'appointedOn'],
  ['Дайын-\nдалган\nкүнү', 'appointedOn'],
  ['Кызматка дайындалган датасы', 'appointedOn'],
  ['Дата назначения', 'appointedOn'],
  ['Дата назначения на должность (дд.мм.гггг)', 'appointedOn'],
  ['Appointed on', 'appointedOn'],
  ['Акыркы окуусу', 'trainedOn'],
  ['Последнее обучение', 'trainedOn'],
  ['Дата последнего повышения квалификации', 'trainedOn'],
  ['Квалификациясын жогорулаткан күнү', 'trainedOn'],
  ['Last training', 'trainedOn'],
  ['Окуунун саатынын саны', 'trainingHours'],
  ['Класстык чени', 'rank'],
  ['Классный чин', 'rank'],
  ['Класстык чени Берилген күнү', 'rankedOn'],
  ['Дата присвоения классного чина', 'rankedOn'],
  ['Аттестациядан өткөн күнү', 'attestedOn'],
  ['Трудовая книжка', 'labourBook'],
  ['№', 'number'],
  ['№ п/п', 'number'],
  ['Туулган күнү', undefined],
  ['Дата рождения', undefined],
  ['Ф.И.О. руководителя', undefined],
  ['Телефон', undefined],
  ['Билими', undefined],
  ['Стаж', undefined],
  ['', undefined],
  ['12', undefined],
];

test.each(HEADINGS)('the heading «%s» means %s', (heading, field) => {
  expect(recognise(heading)?.field).toBe(field);
});

test('every heading of an export is wholly recognised', () => {
  for (const { headings } of LIST_WORDS) {
    const read = LIST_FIELDS.map((field) => [headings[field], recognise(headings[field])]);
    const meant = LIST_FIELDS.map((field) => [headings[field], { field, whole: true }]);
    expect(read).toEqual(meant);
  }
});
