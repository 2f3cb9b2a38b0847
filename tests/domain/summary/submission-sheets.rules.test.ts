import { describe, expect, test } from 'vitest';
import { readFrozen } from '../../../src/domain/summary/frozen-reading.rules.ts';
import { submissionSheets } from '../../../src/domain/summary/submission-sheets.rules.ts';
import { frozenSubmission, type GivenAnswer, PEOPLE } from '../../support/frozen.ts';

const sheetsOf = (language: 'ky' | 'ru', answers: Record<string, GivenAnswer> = {}) => {
  const json = JSON.stringify(frozenSubmission({}, answers));
  return submissionSheets(readFrozen(json), PEOPLE, language).sheets;
};

describe('the workbook', () => {
  test('each row of items says all that is known of one item', () => {
    const [items] = sheetsOf('ru');
    const row = (id: string) => items?.rows.find((values) => values[2] === id);
    expect([items?.name, items?.rows.length, row('3.1'), row('12.3')]).toEqual([
      'Вопросы',
      48,
      [
        3,
        'Развитие, обучение',
        '3.1',
        'Есть ли комплекс мер, направленных на карьерный рост служащих?',
        'кызматчылардын карьералык өсүүсүнө багытталган чаралардын комплексинин болушун',
        'Частично',
        'Частично',
        null,
        null,
        null,
        'Чаралардын долбоору даярдалды, кеңештин чыгышында бекитилет.',
        null,
        'Подготовить и утвердить документ',
        'Өмүрова Гүлнур Үсөнбековна',
        '15.03.2026',
        0,
      ],
      [
        12,
        'Кадровые дела',
        '12.3',
        'Соответствует ли количество личных дел штатной численности служащих?',
        'өздүк көктөмөлөрдүн санынын кызматчылардын штаттык санына ылайык келүүсүн',
        'Да',
        'Да',
        null,
        null,
        'Штатная численность: 30; Из них вакантно: 3; Личных дел: 27',
        null,
        null,
        null,
        null,
        null,
        1,
      ],
    ]);
  });

  test('every row has as many cells as its sheet has columns', () => {
    const sizes = sheetsOf('ky').map(({ columns, rows }) =>
      rows.every((row) => row.length === columns.length),
    );
    expect(sizes).toEqual([true, true, true]);
  });

  test('the counts are numbers and end with the sum', () => {
    const counts = sheetsOf('ky')[1];
    expect([counts?.name, counts?.rows.length, counts?.rows.at(-1)]).toEqual([
      'Жыйынтык',
      15,
      [null, 'Бардыгы', 38, 4, 2, 3, 1, 0, 48],
    ]);
  });

  test('evidence is listed with sizes and whole hashes', () => {
    const evidence = sheetsOf('ky')[2];
    expect([evidence?.name, evidence?.rows.slice(0, 2)]).toEqual([
      'Документтер',
      [
        ['1.1', 'документтин реквизиттери', '№ 12, 10.01.2025 Штаттык ырааттама', null, null, null],
        [
          '1.1',
          'файл',
          'түзүм_2025.pdf',
          'Айыл өкмөтүнүн түзүмү',
          348_160,
          '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
        ],
      ],
    ]);
  });

  test('no text of any sheet begins like a formula', () => {
    const dangerous = '=HYPERLINK("http://x")';
    const sheets = sheetsOf('ky', {
      '5.1': {
        rating: 'no',
        comment: dangerous,
        plan: { what: '+1', who: { kind: 'named', name: '@SUM(A1)' }, until: null },
        evidence: [{ kind: 'reference', text: '-1' }],
      },
    });
    const texts = sheets
      .flatMap(({ rows }) => rows.flat())
      .filter((value) => typeof value === 'string');
    expect(texts.filter((text) => /^[=+\-@]/.test(text))).toEqual([]);
    expect(texts.filter((text) => text.startsWith("'"))).toEqual([
      `'${dangerous}`,
      "'+1",
      "'@SUM(A1)",
      "'-1",
    ]);
  });
});
