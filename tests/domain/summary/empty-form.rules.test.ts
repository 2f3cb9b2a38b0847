import { describe, expect, test } from 'vitest';
import type { FormItem } from '../../../src/domain/summary/empty-form.model.ts';
import { emptyForm } from '../../../src/domain/summary/empty-form.rules.ts';
import { shippedEdition } from '../../support/frozen.ts';

const CAMPAIGN = {
  title: '2026-жылдын пландуу мониторинги',
  periodFrom: '2023-01-01',
  periodTo: '2025-12-31',
  deadline: '2026-01-15',
};
const form = emptyForm(shippedEdition(), 'Көк-Жар айыл өкмөтү', CAMPAIGN, 'ky');
const items = form.directions.flatMap(({ groups }) => groups.flatMap((group) => group.items));
const item = (id: string): Partial<FormItem> => {
  const { parts, numbers, answers } = items.find((each) => each.id === id) ?? {};
  return { parts, numbers, answers };
};

describe('the empty form', () => {
  test('it has all items of the edition in their order under their directions', () => {
    expect([form.directions.length, items.map(({ id }) => id)]).toEqual([
      14,
      shippedEdition().directions.flatMap(({ groups }) =>
        groups.flatMap((group) => group.items.map(({ id }) => id)),
      ),
    ]);
  });

  test('its head names the body, the deadline in words and the period', () => {
    expect([form.title, form.under]).toEqual([
      'Өзүн-өзү баалоонун бош баракчасы',
      [
        'Көк-Жар айыл өкмөтү',
        'Мониторинг: 2026-жылдын пландуу мониторинги. Жооп берүү мөөнөтү: 2026-жылдын 15-январына чейин',
        'Мезгили: 01.01.2023 – 31.12.2025',
      ],
    ]);
  });

  test.each([
    ['a rating', '5.1', [], [], ['Ооба', 'Жарым-жартылай', 'Жок', 'Тиешеси жок']],
    [
      'a case',
      '2.4',
      [],
      [],
      ['Ооба', 'Жарым-жартылай', 'Болгон, документи жок', 'Ротация болгон эмес'],
    ],
    [
      'a fact',
      '10.2',
      [],
      [],
      ['Болгон, орду толтурулган', 'Болгон, орду толо элек', 'Зыян келтирүү болгон эмес'],
    ],
    ['parts', '12.1', ['Сейф', 'Архив'], [], []],
    ['parts with a case', '12.10', ['Колу', 'Датасы'], [], ['Бошотулгандар болгон эмес']],
    ['numbers that rate themselves', '12.8', [], ['Иш жүзүндөгү сан', 'Эмгек китепчелери'], []],
    [
      'numbers after a case',
      '10.1',
      [],
      ['Мындай бошотулгандар', 'Кабарлоо жиберилгени'],
      ['Мындай бошотуу болгон эмес'],
    ],
    [
      'numbers rated by buttons',
      '8.2',
      [],
      ['Жыйналыштардын саны', 'Аныкталган бузуулар', 'Чара көрүлгөнү'],
      ['Ооба', 'Жарым-жартылай', 'Жок', 'Тиешеси жок'],
    ],
  ])('%s offers what its card offers (%s)', (_name, id, parts, numbers, answers) => {
    expect(item(id)).toEqual({ parts, numbers, answers });
  });

  test('without a period or a deadline the head leaves them out, in Russian too', () => {
    const campaign = { title: 'Мониторинг', periodFrom: null, periodTo: null, deadline: null };
    expect(emptyForm(shippedEdition(), 'Орган', campaign, 'ru').under).toEqual([
      'Орган',
      'Мониторинг: Мониторинг',
    ]);
  });
});
