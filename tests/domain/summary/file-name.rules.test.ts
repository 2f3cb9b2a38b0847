import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paperFileName } from '../../../src/domain/summary/file-name.rules.ts';

const from = (...codes: number[]): string => String.fromCodePoint(...codes);

describe('file names', () => {
  test('a paper is named by organisation, number and language', () => {
    expect(paperFileName(['Көк-Жар айыл өкмөтү', '2026-0147', 'ky'], 'docx')).toBe(
      'Көк-Жар_айыл_өкмөтү_2026-0147_ky.docx',
    );
  });

  test.each([
    ['a path', '../../etc/passwd', 'etc_passwd.pdf'],
    ['what Windows refuses', 'а<б>:"в"/\\|?*г', 'а_б_в_г.pdf'],
    ['a name turned backwards', `отчет${from(0x202e)}fdp.exe`, 'отчетfdp_exe.pdf'],
    ['zero-width characters', `а${from(0x200b)}б`, 'аб.pdf'],
    ['dots and blanks at the edges', ' ..атты.. ', 'атты.pdf'],
    ['a device of Windows', 'CON', '_CON.pdf'],
    ['nothing but signs', '«»!?', 'file.pdf'],
    ['a line end', 'бир\nэки', 'бир_эки.pdf'],
  ])('%s is made harmless', (_name, text, expected) => {
    expect(paperFileName([text], 'pdf')).toBe(expected);
  });

  test('a long organisation is shortened, its number and language stay', () => {
    const name = paperFileName(['Мамлекеттик кызмат '.repeat(20), '2026-0147', 'ky'], 'docx');
    expect([name.length <= 100, name.endsWith('_2026-0147_ky.docx')]).toEqual([true, true]);
  });

  test('whatever the parts are, the name is safe', () => {
    const text = fc.string({ unit: 'binary', maxLength: 300 });
    fc.assert(
      fc.property(text, text, (org, number) => {
        const name = paperFileName([org, number, 'ru'], 'pdf');
        expect(name.length).toBeLessThanOrEqual(100);
        expect(name).toMatch(/^[\p{Letter}\p{Number}\p{Mark}_-]+\.pdf$/u);
      }),
    );
  });
});
