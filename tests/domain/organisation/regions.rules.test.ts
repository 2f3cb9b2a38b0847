import { expect, test } from 'vitest';
import { findRegion, REGIONS, regionName } from '../../../src/domain/organisation/regions.rules.ts';

test('the list is closed: seven oblasts, Bishkek and Osh', () => {
  expect(REGIONS.map(({ code }) => code)).toEqual([
    'batken',
    'jalal-abad',
    'issyk-kul',
    'naryn',
    'osh',
    'talas',
    'chuy',
    'bishkek',
    'osh-city',
  ]);
});

test.each([
  ['naryn', 'naryn'],
  ['NARYN', 'naryn'],
  ['Нарын облусу', 'naryn'],
  ['Нарын', 'naryn'],
  ['Нарынская область', 'naryn'],
  ['Ысык-Кол облусу', 'issyk-kul'],
  ['Чуй', 'chuy'],
  ['Ош', 'osh'],
  ['Ош шаары', 'osh-city'],
  ['город Ош', 'osh-city'],
  ['Бишкек', 'bishkek'],
  [' Бишкек  шаары ', 'bishkek'],
])('«%s» is %s', (text, code) => {
  expect(findRegion(text)?.code).toBe(code);
});

test.each(['', 'облусу', 'Нары', 'Нарын шаары', 'Алматы'])('«%s» is none', (text) => {
  expect(findRegion(text)).toBeNull();
});

test('a code of no region is shown as it is', () => {
  expect(regionName('talas').ru).toBe('Таласская область');
  expect(regionName('moon')).toEqual({ ky: 'moon', ru: 'moon', en: 'moon' });
});
