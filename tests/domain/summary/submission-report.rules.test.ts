import { describe, expect, test } from 'vitest';
import type { FrozenSubmission } from '../../../src/domain/assessment/frozen.model.ts';
import type { PaperLanguage } from '../../../src/domain/shared/language.ts';
import { readFrozen } from '../../../src/domain/summary/frozen-reading.rules.ts';
import type { Block, Report, ReportRow } from '../../../src/domain/summary/report.model.ts';
import { submissionReport } from '../../../src/domain/summary/submission-report.rules.ts';
import { frozenDraft, frozenSubmission, PEOPLE } from '../../support/frozen.ts';

const report = (
  submission: FrozenSubmission,
  language: PaperLanguage = 'ky',
  names: ReadonlyMap<number, string> = PEOPLE,
): Report => submissionReport(readFrozen(JSON.stringify(submission)), names, language);

const only = <Kind extends Block['kind']>({ blocks }: Report, kind: Kind) =>
  blocks.filter((block): block is Extract<Block, { kind: Kind }> => block.kind === kind);

const pairs = (from: Report): Record<string, readonly string[]> =>
  Object.fromEntries(
    (only(from, 'pairs')[0]?.rows ?? []).map(({ label, value }) => [label, value]),
  );

const rowOf = (from: Report, item: string): ReportRow | undefined =>
  only(from, 'table')
    .flatMap(({ table }) => table.rows)
    .find(({ cells }) => cells[0]?.[0]?.text === item);

/** A cell as lines of text, labels before their texts. */
const cell = (from: Report, item: string, at: number): readonly string[] =>
  (rowOf(from, item)?.cells[at] ?? []).map(({ label, text }) =>
    label === null ? text : `${label}: ${text}`,
  );

const texts = (from: Report): readonly string[] => only(from, 'paragraph').map(({ text }) => text);

describe('the head of the sheet', () => {
  test('it names the body, the basis, the period and the commission with its posts, chair first', () => {
    const sheet = report(frozenSubmission());
    expect([only(sheet, 'number')[0]?.text, only(sheet, 'title')[0]]).toEqual([
      '№ 2026-0147',
      {
        kind: 'title',
        text: 'Өзүн-өзү баалоо баракчасы',
        under: ['Көк-Жар айыл өкмөтү', '(«Маалымкат» даярдоо үчүн)'],
      },
    ]);
    expect(pairs(sheet)).toEqual({
      'ЖӨБ органы': ['Көк-Жар айыл өкмөтү'],
      Аймагы: ['Нарын облусу, Ат-Башы району'],
      Мониторинг: ['2026-жылдын пландуу мониторинги'],
      Негизи: ['2025-жылдын 20-декабрындагы № 114 буйрук'],
      Түрү: ['пландуу'],
      Мезгили: ['01.01.2023 – 31.12.2025'],
      'Жүргүзүлгөн күндөрү': ['05.01.2026 – 15.01.2026'],
      'Жумушчу комиссия': ['Нарын облусу боюнча жумушчу комиссия'],
      'Жумушчу комиссиянын курамы': [
        'Асанова Айгүл Болотовна – төрага',
        'Жээнбеков Эрлан Маратович – мүчө',
        'Сыдыкова Нургүл Таалайбековна – мүчө',
      ],
      'Эскерткичтин редакциясы': ['Мониторинг жүргүзүү үчүн эскерткич, 22.03.2022'],
      'Жөнөтүлгөн күнү': ['2026-жылдын 14-январы, саат 16:20'],
      'Жөнөткөн кызматчы': ['Өмүрова Гүлнур Үсөнбековна'],
      'Тастыктаган жетекчи': ['Токтобаев Бекжан Кубанычович'],
    });
  });

  test('in Russian, late, unplanned, of a state body, with nothing given: lines to fill in by hand', () => {
    const { campaign, organisation, ...rest } = frozenSubmission();
    const sheet = report(
      {
        ...rest,
        late: true,
        confirmedBy: null,
        organisation: { ...organisation, kind: 'state', district: null },
        campaign: {
          ...campaign,
          kind: 'unplanned',
          basis: null,
          paper: null,
          periodFrom: null,
          periodTo: null,
          commission: { ...campaign.commission, members: [] },
        },
      },
      'ru',
    );
    expect(only(sheet, 'title')[0]).toEqual({
      kind: 'title',
      text: 'Лист самооценки',
      under: ['Көк-Жар айыл өкмөтү'],
    });
    expect(pairs(sheet)).toEqual({
      'Государственный орган': ['Көк-Жар айыл өкмөтү'],
      Территория: ['Нарынская область'],
      Мониторинг: ['2026-жылдын пландуу мониторинги'],
      Основание: [],
      Вид: ['внеплановый'],
      Период: [],
      'Даты проведения': ['05.01.2026 – 15.01.2026'],
      'Рабочая комиссия': ['Нарын облусу боюнча жумушчу комиссия'],
      'Состав рабочей комиссии': [],
      'Редакция памятки': ['Памятка для проведения мониторинга, 22.03.2022'],
      'Дата представления': ['14 января 2026 года, 16:20 (представлено с опозданием)'],
      'Представил служащий': ['Өмүрова Гүлнур Үсөнбековна'],
    });
  });

  test('the footnote says that item numbers are ours', () => {
    const notes = (language: PaperLanguage) =>
      report(frozenSubmission(), language).blocks.flatMap((block) =>
        'note' in block && block.note !== null ? [block.note] : [],
      );
    expect([notes('ky'), notes('ru')]).toEqual([
      [
        'Суроолордун номерлери шарттуу, Жобонун пункттарынын номерлери эмес.',
        'Эскерткичте бул багыттын аталышы 1-багыттын акыркы абзацы катары басылган.',
      ],
      [
        'Номера вопросов условные и не являются номерами пунктов Положения.',
        'В памятке название этого направления напечатано последним абзацем направления 1.',
      ],
    ]);
  });
});

describe('the directions', () => {
  test('they and their items stand in the memo’s order, leads before their tables', () => {
    const submission = frozenSubmission();
    const sheet = report(submission);
    const items = submission.directions.flatMap(({ groups }) =>
      groups.flatMap((group) => group.items.map(({ id }) => id)),
    );
    const shown = only(sheet, 'table').flatMap(({ table }) =>
      table.columns.length === 4 ? table.rows.map(({ cells }) => cells[0]?.[0]?.text) : [],
    );
    expect([shown, items.length]).toEqual([items, 48]);
    const twelfth = sheet.blocks.findIndex(
      (block) => block.kind === 'heading' && block.text.startsWith('12.'),
    );
    const outline = sheet.blocks
      .slice(twelfth, twelfth + 7)
      .map((block) =>
        block.kind === 'table'
          ? `table of ${block.table.rows.length}`
          : 'text' in block && block.text,
      );
    expect(outline).toEqual([
      '12. Персоналды башкаруу кызматынын абалы',
      'Өздүк көктөмөлөр',
      '1) жумушчу комиссия персоналды башкаруу кызматынын абалына мониторинг жүргүзүүдө төмөнкү маселелерди изилдейт:',
      'table of 7',
      'Эмгек китепчелери',
      '2) жумушчу комиссия кызматчылардын эмгек китепчелерин жүргүзүүдө төмөнкүлөр боюнча жүргүзүлгөн иштерди изилдейт:',
      'table of 5',
    ]);
  });

  test('a question stands above the memo’s own words', () => {
    expect(rowOf(report(frozenSubmission(), 'ru'), '5.2')?.cells[1]).toEqual([
      { style: 'plain', label: null, text: 'Есть ли приказы о поощрении служащих?' },
      { style: 'quote', label: null, text: 'кызматчыларды сыйлоо жөнүндө буйруктарды' },
    ]);
  });

  test.each([
    ['a plain yes', '5.1', ['Ооба']],
    ['what never happened, in its own words', '2.4', ['Ротация болгон эмес']],
    ['a no in its own words', '5.4', ['Болгон, документи жок']],
    ['a fact, in the words of its button', '9.2', ['Болгон, баары каралган']],
    ['not applicable', '7.3', ['Тиешеси жок']],
    [
      'numbers with their labels',
      '12.3',
      ['Ооба', 'Штаттык сан: 30', 'Анын ичинен бош орун: 3', 'Өздүк көктөмөлөр: 27'],
    ],
    [
      'parts ticked and not ticked',
      '12.4',
      [
        'Жарым-жартылай',
        'Белгиленди: 6 / 8 (Ички тизме; Кадр резерви; Анкета; Жеке баракча; Өмүр баян; Билими жөнүндө)',
        'Белгиленген жок: Жолдомо же сунуштама; Буйруктун көчүрмөсү',
      ],
    ],
    [
      'no part ticked',
      '3.2',
      ['Жок', 'Белгиленди: 0 / 2', 'Белгиленген жок: Жалпы багыт; Ведомстволук багыт'],
    ],
  ])('the answer of %s (%s)', (_name, item, lines) => {
    expect(cell(report(frozenSubmission()), item, 2)).toEqual(lines);
  });

  test.each([
    [
      'a reference and a file with the start of its hash',
      '1.1',
      [
        'Документ: № 12, 10.01.2025 Штаттык ырааттама',
        'Файл: түзүм_2025.pdf (340 КБ, SHA-256: 9f86d081884c)',
        'Айыл өкмөтүнүн түзүмү',
      ],
    ],
    [
      'a comment and a plan with its owner and date',
      '3.1',
      [
        'Ырастоочу документ көрсөтүлгөн эмес.',
        'Түшүндүрмө: Чаралардын долбоору даярдалды, кеңештин чыгышында бекитилет.',
        'Кемчиликти жоюу чарасы: Документти даярдап, бекитүү',
        'Жооптуу: Өмүрова Гүлнур Үсөнбековна',
        'Мөөнөтү: 15.03.2026',
      ],
    ],
    [
      'a plan carried out by the head',
      '3.2',
      [
        'Кемчиликти жоюу чарасы: Окутуу программасын түзүү',
        'Жооптуу: жетекчи',
        'Мөөнөтү: 01.02.2026',
      ],
    ],
    ['no plan', '5.4', ['Кемчиликти жоюу чарасы көрсөтүлгөн эмес.']],
    ['why it is not applicable', '7.3', ['Себеби: Башка мекеме аткарат']],
    ['nothing to say', '2.4', ['–']],
  ])('the grounds: %s (%s)', (_name, item, lines) => {
    expect(cell(report(frozenSubmission()), item, 3)).toEqual(lines);
  });

  test('a ready phrase follows the paper’s language, typed words stay as typed', () => {
    const sheet = report(frozenSubmission(), 'ru');
    expect([cell(sheet, '7.3', 3), cell(sheet, '3.2', 3)]).toEqual([
      ['Причина: Это выполняет другая организация'],
      [
        'Мера по устранению: Окутуу программасын түзүү',
        'Ответственный: руководитель',
        'Срок: 01.02.2026',
      ],
    ]);
  });

  test('a long comment stands across the table, a short one in its column', () => {
    const comment = 'Түшүндүрмө сөз. '.repeat(250).trim();
    const sheet = report(frozenSubmission({}, { '5.1': { comment }, '5.2': { comment: 'Кыска' } }));
    expect([
      rowOf(sheet, '5.1')?.across,
      cell(sheet, '5.1', 3),
      rowOf(sheet, '5.2')?.across,
      cell(sheet, '5.2', 3).at(-1),
    ]).toEqual([
      [{ style: 'plain', label: 'Түшүндүрмө', text: comment }],
      ['Документ: № 5.1/45, 12.03.2025'],
      [],
      'Түшүндүрмө: Кыска',
    ]);
  });
});

describe('the end of the sheet', () => {
  test('counts stand by direction and in all, then the score with its formula and its warning', () => {
    const sheet = report(frozenSubmission());
    const counts = only(sheet, 'table').at(-1)?.table;
    const row = (at: number) => counts?.rows.at(at)?.cells.map((lines) => lines[0]?.text);
    expect([counts?.columns.map(({ heading }) => heading), row(2), row(11), row(-1)]).toEqual([
      ['Багыт', 'Ооба', 'Жарым-жартылай', 'Жок', 'Болгон эмес', 'Тиешеси жок', 'Баары'],
      ['3. Өнүктүрүү, окутуу', '2', '2', '1', '0', '0', '5'],
      ['12. Кадр иши', '10', '2', '0', '0', '0', '12'],
      ['Бардыгы', '38', '4', '2', '3', '1', '48'],
    ]);
    expect(texts(sheet).slice(-5)).toEqual([
      'Жооп берилди: 48 / 48.',
      'Талаптарга ылайыктык: 82 % (маалымат үчүн, расмий баа эмес).',
      `Эсептөө тартиби: ${frozenSubmission().formula.ky}`,
      '№ 12.3, № 12.8. Өздүк көктөмөлөрдүн жана эмгек китепчелеринин саны дал келбейт.',
      'Органдын түшүндүрмөсү: Бир кызматчынын эмгек китепчеси мурунку жумушунан келе элек.',
    ]);
  });

  test.each([
    [1, 2, 50],
    [1, 3, 33],
    [2, 3, 67],
    [1, 200, 1],
    [999, 1000, 100],
    [0, 14, 0],
  ])('%i / %i is shown as %i per cent: half goes up', (numerator, denominator, percent) => {
    expect(texts(report(frozenSubmission({ score: { numerator, denominator } }), 'ru'))).toContain(
      `Соответствие требованиям: ${percent} % (для сведения, не официальная оценка).`,
    );
  });

  test('without anything that counts it says so instead of 0 per cent', () => {
    const said = texts(report(frozenSubmission({ score: null })));
    expect(said).toContain('Талаптарга ылайыктык эсептелген жок: эсепке алынуучу жооп жок.');
    expect(said.filter((text) => text.includes('%'))).toEqual([]);
  });

  test('no contradictions: no heading for them', () => {
    const headings = only(report(frozenSubmission({ contradictions: [] }), 'ru'), 'heading');
    expect(headings.map(({ text }) => text).at(-1)).toBe('Итоги ответов');
  });

  test('the officer and the head sign; a head unknown or one of several signs by hand', () => {
    const names = (submission: FrozenSubmission) =>
      only(report(submission), 'signatures')[0]?.lines.map(({ post, name }) => [post, name]);
    const base = frozenSubmission({ confirmedBy: null });
    const heads = (...ids: number[]) => ({
      ...base,
      organisation: { ...base.organisation, heads: ids },
    });
    const officer = ['Кадр иши боюнча жооптуу', 'Өмүрова Гүлнур Үсөнбековна'];
    expect([names(heads(12)), names(heads()), names(heads(12, 21))]).toEqual([
      [officer, ['Жетекчи', 'Токтобаев Бекжан Кубанычович']],
      [officer, ['Жетекчи', '']],
      [officer, ['Жетекчи', '']],
    ]);
  });
});

describe('names, drafts, texts', () => {
  test('a name erased since prints as erased, and no other person is touched', () => {
    const names = new Map([...PEOPLE].filter(([id]) => id !== 11 && id !== 21));
    const [ky, ru] = [
      report(frozenSubmission(), 'ky', names),
      report(frozenSubmission(), 'ru', names),
    ];
    expect([
      pairs(ky)['Жумушчу комиссиянын курамы'],
      cell(ky, '3.1', 3)[3],
      pairs(ru)['Представил служащий'],
      pairs(ru)['Подтвердил руководитель'],
    ]).toEqual([
      [
        'аты-жөнү өчүрүлгөн – төрага',
        'Жээнбеков Эрлан Маратович – мүчө',
        'Сыдыкова Нургүл Таалайбековна – мүчө',
      ],
      'Жооптуу: аты-жөнү өчүрүлгөн',
      ['имя удалено'],
      ['Токтобаев Бекжан Кубанычович'],
    ]);
  });

  test('a draft has a watermark, no number, and counts what is not answered', () => {
    const draft = report(frozenDraft());
    expect([
      draft.watermark,
      draft.footer,
      only(draft, 'number')[0]?.text,
      pairs(draft)['Долбоор түзүлгөн күнү'],
      pairs(draft)['Жөнөтүлгөн күнү'],
      cell(draft, '14.4', 2),
      only(draft, 'table')
        .at(-1)
        ?.table.rows.at(-1)
        ?.cells.map((lines) => lines[0]?.text),
    ]).toEqual([
      'ДОЛБООР',
      'Долбоор · Эскерткичтин редакциясы: 22.03.2022',
      'Долбоор',
      ['2026-жылдын 14-январы, саат 16:20'],
      undefined,
      ['Жооп берилген эмес'],
      ['Бардыгы', '36', '4', '2', '3', '1', '2', '48'],
    ]);
    expect(report(frozenDraft(), 'ru').watermark).toBe('ПРОЕКТ');
  });

  test('what is submitted has its number and edition in the footer and no watermark', () => {
    const sheet = report(frozenSubmission(), 'ru');
    expect([sheet.watermark, sheet.footer]).toEqual([
      null,
      '№ 2026-0147 · Редакция памятки: 22.03.2022',
    ]);
  });

  test('hidden characters do not reach the paper', () => {
    const override = String.fromCodePoint(0x202e);
    const sheet = report(
      frozenSubmission({}, { '5.1': { comment: `а${override}б\u0000в`, evidence: [] } }),
      'ky',
      new Map([...PEOPLE, [11, `Өмүрова${override} Гүлнур`]]),
    );
    expect([cell(sheet, '5.1', 3).at(-1), pairs(sheet)['Жөнөткөн кызматчы']]).toEqual([
      'Түшүндүрмө: абв',
      ['Өмүрова Гүлнур'],
    ]);
  });

  test('a document of a schema not known is refused', () => {
    expect(() => readFrozen('{"schema": 3}')).toThrow('schema 3');
  });
});
