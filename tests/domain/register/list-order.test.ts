import { expect, test } from 'vitest';
import { parted } from '../../../src/domain/register/list-order.rules.ts';

test('a date and the order beside it are told apart, with the word for it or without', () => {
  for (const text of [
    '12.03.2021, № 45-б',
    '12.03.2021 буйрук № 45-б',
    '12.03.2021, Приказ №45-б',
  ]) {
    expect([text, parted(text)]).toEqual([text, { before: '12.03.2021', orderNo: '45-б' }]);
  }
  expect(parted('буйрук № 7')).toEqual({ before: '', orderNo: '7' });
  expect(parted('Ардак грамота № 3')).toEqual({ before: 'Ардак грамота', orderNo: '3' });
  expect(parted('приказдар жок')).toEqual({ before: 'приказдар жок', orderNo: null });
});
