import { expect, test } from 'vitest';
import { translate } from '../../../src/chat/translator.ts';
import { anyDate } from '../../../src/flows/staff/typed-date.ts';

const typed = (text: string) => anyDate(text, { t: translate('ky'), today: '2026-01-12' });

test('a date is read in every way lists have it, an old year of two digits too', () => {
  for (const text of ['15.11.1985', '15.11.85', '15,11,1985', '15 11 1985', '15-ноябрь 1985-ж.']) {
    expect([text, typed(text)]).toEqual([text, { ok: true, value: '1985-11-15' }]);
  }
  expect(typed('12.03.26')).toEqual({ ok: true, value: '2026-03-12' });
});

test('a year alone and a day the calendar lacks are asked for again', () => {
  for (const text of ['1985', '31.02.2025', 'билбейм']) {
    expect([text, typed(text).ok]).toEqual([text, false]);
  }
});
