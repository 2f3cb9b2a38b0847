import { describe, expect, test } from 'vitest';
import { answerOf, buttonsOf, jump, phoneOf } from '../../support/phone.ts';
import { openOffice } from '../../support/visit.ts';

const OWN = ['Документ кошуу', 'Түшүндүрмө'];
const WAYS = ['‹ Артка', 'Багыттар'];
/** Types with long keyboards have what goes with an answer, and the directions, in one row. */
const THIRDS = ['Документ', 'Түшүндүрмө', 'Багыттар'];
const LATER = ['‹ Артка', 'Кийинчерээк'];

const BACKGROUND = [
  '<blockquote expandable><b>Эскерткичтин тексти</b>',
  '«Жумушчу комиссия төмөнкүлөрдү изилдейт: … кызматчылардын карьералык өсүүсүнө багытталган чаралардын комплексинин болушун»',
  '',
  'Комиссия кызматчылардын карьералык өсүүсү үчүн кандай чаралар белгиленгенин жана алардын кайсылары аткарылганын карайт.',
  '',
  'Кайда сакталат: мекеменин жылдык иш пландары менен бирге</blockquote>',
];
const QUESTION = [
  '<b>Кызматчылардын карьералык өсүүсүнө багытталган чаралардын комплекси барбы?</b>',
  'Документ: карьералык өсүү боюнча чаралардын бекитилген планы',
];

describe('the card', () => {
  test('names place and last answer, asks, and quotes the memo behind its lead', async () => {
    const office = await openOffice();
    const phone = phoneOf(office, 'officer');
    await phone.open();
    for (const done of ['Баары бар', 'Баары бар']) {
      await jump(phone, office, done === 'Баары бар' ? 101 : 102);
      await phone.tap(done);
    }
    await jump(phone, office, 204);
    await phone.tap('Ротация болгон эмес');
    await jump(phone, office, 301);
    expect(phone.screen.text.split('\n')).toEqual([
      '<b>3.1</b> · 7 / 48 · Өнүктүрүү, окутуу',
      '2.4: Ротация болгон эмес, сакталды',
      '',
      ...QUESTION,
      ...BACKGROUND,
    ]);
    expect(buttonsOf(phone.screen)).toEqual([
      ['Ооба'],
      ['Жарым-жартылай', 'Жок'],
      ['Тиешеси жок', 'Кийинчерээк'],
      OWN,
      WAYS,
    ]);
  });

  test('shows the present answer with all that goes with it, and the way to take it back', async () => {
    const office = await openOffice();
    const phone = phoneOf(office, 'officer');
    await phone.open();
    await jump(phone, office, 301);
    await phone.say('№ 45, 12.03.2025');
    await phone.say('Долбоору даяр');
    await phone.tap('Жарым-жартылай');
    await phone.tap('Документти даярдап, бекитүү');
    await phone.tap('Мен');
    await phone.tap('2 апта');
    await jump(phone, office, 301);
    expect(phone.screen.text.split('\n')).toEqual([
      '<b>3.1</b> · 7 / 48 · Өнүктүрүү, окутуу',
      '',
      ...QUESTION,
      '',
      'Сиздин жооп: Жарым-жартылай',
      'Түшүндүрмө: Долбоору даяр',
      'Ырастоочу документтер: 1',
      'Чара: Документти даярдап, бекитүү',
      'Жооптуу: Сиз',
      'Чаранын мөөнөтү: 26.01.2026',
      ...BACKGROUND,
    ]);
    expect(buttonsOf(phone.screen)).toEqual([
      ['Ооба'],
      ['✓ Жарым-жартылай', 'Жок'],
      ['Тиешеси жок', 'Кийинкиси ›'],
      OWN,
      ['Чара'],
      ['Акыркысын жокко чыгаруу'],
      WAYS,
    ]);
  });

  test('names the period where the memo needs one, and asks for no file with personal data', async () => {
    const office = await openOffice();
    const phone = phoneOf(office, 'officer');
    await phone.open();
    await jump(phone, office, 505);
    expect(phone.screen.text).toContain('\nМезгили: 01.01.2023 – 31.12.2025\n');
    expect(buttonsOf(phone.screen)).toEqual([
      ['Ооба', 'Жарым-жартылай'],
      ['Жаза болгон, талдоо жок'],
      ['Тартип жазасы болгон эмес'],
      ['№, датасы', 'Түшүндүрмө', 'Багыттар'],
      LATER,
    ]);
  });

  test('leaves no buttons to answer with once it is sent, and shows what was answered', async () => {
    const office = await openOffice();
    const phone = phoneOf(office, 'officer');
    await phone.open();
    await jump(phone, office, 301);
    await phone.tap('Ооба');
    await office.database.client.assessment.updateMany({ data: { state: 'submitted' } });
    await jump(phone, office, 301);
    expect(buttonsOf(phone.screen)).toEqual([WAYS]);
    expect(phone.screen.text).toContain('Сиздин жооп: Ооба\n\nБаалоо жөнөтүлгөн, жооптор жабык.');
  });

  test.each(['ky', 'ru', 'en'] as const)(
    'fits every item into one message in %s',
    async (language) => {
      const office = await openOffice();
      const phone = phoneOf(office, 'officer', language);
      await phone.open();
      await office.database.client.answer.updateMany({
        data: {
          comment: '<&>'.repeat(600),
          rating: 'no',
          planWhat: 'ө'.repeat(300),
          planWho: 'ү'.repeat(300),
        },
      });
      const rows = await office.database.client.answer.findMany({ select: { item: true } });
      expect(rows).toHaveLength(48);
      for (const { item } of rows) {
        await jump(phone, office, item);
        const plain = phone.screen.text.replace(/<[^>]+>/g, '').replace(/&\w+;/g, '.');
        expect(plain.length).toBeLessThan(4096);
        for (const row of buttonsOf(phone.screen)) {
          for (const text of row)
            expect([...text].length).toBeLessThanOrEqual(row.length > 1 ? 17 : 34);
        }
      }
    },
  );
});

describe('the five types', () => {
  test('a rating is saved by one tap, which moves on', async () => {
    const office = await openOffice();
    const phone = phoneOf(office, 'officer');
    await phone.open();
    await jump(phone, office, 701);
    await phone.tap('Ооба');
    expect(await answerOf(office, 701)).toEqual({
      rating: 'yes',
      revision: 1,
      answeredBy: office.id('officer'),
    });
    expect(phone.screen.text).toMatch(
      /^<b>7\.2<\/b> · 22 \/ 48 · Технологиялар\n7\.1: Ооба, сакталды\n/,
    );
  });

  test('parts are ticked to the state the button names, and "done" rates them', async () => {
    const office = await openOffice();
    const phone = phoneOf(office, 'officer');
    await phone.open();
    await jump(phone, office, 1204);
    await phone.tap('Анкета');
    await phone.tap('Өмүр баян');
    await phone.tap('✓ Анкета');
    await phone.tap('Ички тизме');
    expect(buttonsOf(phone.screen)).toEqual([
      ['Баары бар'],
      ['✓ Ички тизме', 'Кадр резерви'],
      ['Жолдомо же сунуштама'],
      ['Анкета', 'Жеке баракча'],
      ['✓ Өмүр баян', 'Билими жөнүндө'],
      ['Буйруктун көчүрмөсү'],
      ['Даяр: 2 / 8', 'Эч бири жок'],
      ['№, датасы', 'Түшүндүрмө', 'Багыттар'],
      LATER,
    ]);
    expect(await answerOf(office, 1204)).toMatchObject({ parts: 0b100001 });
    expect(await answerOf(office, 1204)).not.toHaveProperty('rating');
    await phone.tap('Даяр: 2 / 8');
    expect(await answerOf(office, 1204)).toMatchObject({ parts: 0b100001, rating: 'partly' });
    await jump(phone, office, 1204);
    expect(phone.screen.text).toContain('Сиздин жооп: Жарым-жартылай\nБелгиленди: 2 / 8');
  });

  test('with parts or numbers the memo comes before the question, the cure right above the buttons', async () => {
    const office = await openOffice();
    const phone = phoneOf(office, 'officer');
    await phone.open();
    await jump(phone, office, 101);
    expect(phone.screen.text.split('\n')).toEqual([
      '<b>1.1</b> · 1 / 48 · Жалпы маалымат',
      '<blockquote expandable><b>Эскерткичтин тексти</b>',
      '«Жумушчу комиссия төмөнкүлөрдү изилдейт: … мамлекеттик органдын жана ЖӨБ органынын түзүмүн жана штаттык ырааттамасын»',
      '',
      'Комиссия түзүмдү жана штаттык ырааттаманы, алар ким тарабынан жана качан бекитилгенин карайт.',
      '',
      'Документ: бекитилген түзүм жана штаттык ырааттама',
      'Кайда сакталат: кадр иши боюнча жооптууда, экинчи нускасы бухгалтерияда</blockquote>',
      '<b>Мекемеңиздин түзүмү жана штаттык ырааттамасы бекитилгенби?</b>',
      'Толук болсо гана белгилеңиз.',
    ]);
    await jump(phone, office, 1208);
    expect(phone.screen.text.split('</blockquote>')[1]).toBe(
      [
        '',
        '<b>Эмгек китепчелеринин саны кызматчылардын иш жүзүндөгү санына ылайыкпы?</b>',
        '',
        'Эки санды бир билдирүү менен жазып жөнөтүңүз:',
        '1) Иш жүзүндөгү сан',
        '2) Эмгек китепчелери',
        'Мисалы: 27 26',
      ].join('\n'),
    );
  });

  test('"all" and "none" answer parts by one tap, "done" with nothing ticked asks for one', async () => {
    const office = await openOffice();
    const phone = phoneOf(office, 'officer');
    await phone.open();
    await jump(phone, office, 101);
    await phone.tap('Даяр: 0 / 2');
    expect(phone.last.toast).toBe(
      'Эч нерсе белгиленген жок. Барларын белгилеңиз же «Эч бири жок» баскычын басыңыз.',
    );
    expect(await answerOf(office, 101)).toEqual({ revision: 0 });
    await phone.tap('Баары бар');
    expect(await answerOf(office, 101)).toMatchObject({ parts: 0b11, rating: 'yes' });
    await jump(phone, office, 102);
    await phone.tap('Эч бири жок');
    expect(await answerOf(office, 102)).toMatchObject({ parts: 0, rating: 'no' });
  });

  test('one part is enough where the kinds need not all have happened, and none may have', async () => {
    const office = await openOffice();
    const phone = phoneOf(office, 'officer');
    await phone.open();
    await jump(phone, office, 304);
    expect(phone.screen.text).toContain('Болгондорун белгилеңиз, бирөө да жетиштүү.');
    await phone.tap('Кыска мөөнөттүү');
    await phone.tap('Даяр: 1 / 3');
    expect(await answerOf(office, 304)).toMatchObject({ parts: 1, rating: 'yes' });
    await jump(phone, office, 304);
    await phone.tap('Окууга жөнөтүү болгон эмес');
    const { parts, rating } = await answerOf(office, 304);
    expect({ parts, rating }).toEqual({ parts: undefined, rating: 'no-case' });
  });

  test('a tick on an answered item rates it anew at once', async () => {
    const office = await openOffice();
    const phone = phoneOf(office, 'officer');
    await phone.open();
    await jump(phone, office, 101);
    await phone.tap('Баары бар');
    await jump(phone, office, 101);
    await phone.tap('✓ Түзүм');
    expect(await answerOf(office, 101)).toMatchObject({ parts: 0b10, rating: 'partly' });
  });

  test('numbers rate themselves and the receipt repeats them', async () => {
    const office = await openOffice();
    const phone = phoneOf(office, 'officer');
    await phone.open();
    await jump(phone, office, 1208);
    expect(phone.screen.text).toContain(
      'Эки санды бир билдирүү менен жазып жөнөтүңүз:\n1) Иш жүзүндөгү сан\n2) Эмгек китепчелери\nМисалы: 27 26',
    );
    await phone.say('27 кызматчы, 26 китепче');
    expect(await answerOf(office, 1208)).toMatchObject({ numbers: '27 26', rating: 'partly' });
    expect(phone.last.note?.text).toBe(
      '12.8: иш жүзүндөгү сан – 27, эмгек китепчелери – 26, айырмасы – 1. Жооп: жарым-жартылай.',
    );
    expect(phone.screen.text).toMatch(/^<b>12\.8: Жарым-жартылай, сакталды<\/b>/);
    await phone.tap('Кайра жазуу');
    await phone.say('27/27');
    expect(await answerOf(office, 1208)).toMatchObject({ numbers: '27 27', rating: 'yes' });
  });

  test('numbers that do not decide come first, then the buttons with the proposed one on top', async () => {
    const office = await openOffice();
    const phone = phoneOf(office, 'officer');
    await phone.open();
    await jump(phone, office, 802);
    expect(buttonsOf(phone.screen)).toEqual([THIRDS, LATER]);
    await phone.say('4, 2, 1');
    expect(await answerOf(office, 802)).toMatchObject({ numbers: '4 2 1' });
    expect(phone.screen.text).toContain(
      'Сандар: жыйналыштардын саны – 4, аныкталган бузуулар – 2, чара көрүлгөнү – 1\nЭми жоопту тандаңыз.',
    );
    expect(buttonsOf(phone.screen).slice(0, 2)).toEqual([['Жарым-жартылай'], ['Ооба', 'Жок']]);
    await phone.tap('Ооба');
    expect(await answerOf(office, 802)).toMatchObject({ numbers: '4 2 1', rating: 'yes' });
  });

  test('a case goes on to its numbers, and all noughts say that there was none', async () => {
    const office = await openOffice();
    const phone = phoneOf(office, 'officer');
    await phone.open();
    await jump(phone, office, 1001);
    expect(phone.screen.text).toContain('Мындай учур болсо, эки санды');
    expect(buttonsOf(phone.screen).slice(0, 3)).toEqual([
      ['Болгон, кабарлоо жиберилген эмес'],
      ['Мындай бошотуу болгон эмес'],
      ['№, датасы', 'Түшүндүрмө', 'Багыттар'],
    ]);
    await phone.say('2 1');
    expect(await answerOf(office, 1001)).toMatchObject({ numbers: '2 1', rating: 'partly' });
    await jump(phone, office, 1001);
    await phone.say('0 0');
    expect(await answerOf(office, 1001)).toMatchObject({ numbers: '0 0', rating: 'no-case' });
    await jump(phone, office, 1001);
    await phone.tap('Болгон, кабарлоо жиберилген эмес');
    const { numbers, rating } = await answerOf(office, 1001);
    expect({ numbers, rating }).toEqual({ numbers: undefined, rating: 'no' });
  });

  test('a fact has its own buttons, each with the rating it stands for', async () => {
    const office = await openOffice();
    const phone = phoneOf(office, 'officer');
    await phone.open();
    await jump(phone, office, 1002);
    expect(buttonsOf(phone.screen).slice(0, 4)).toEqual([
      ['Болгон, орду толтурулган'],
      ['Болгон, орду толо элек'],
      ['Зыян келтирүү болгон эмес'],
      ['№, датасы', 'Түшүндүрмө', 'Багыттар'],
    ]);
    await phone.tap('Болгон, орду толтурулган');
    expect(await answerOf(office, 1002)).toMatchObject({ fact: 1, rating: 'yes' });
    expect(phone.screen.text).toContain('\n10.2: Болгон, орду толтурулган, сакталды\n');
    await jump(phone, office, 1002);
    await phone.tap('Зыян келтирүү болгон эмес');
    const { fact, rating } = await answerOf(office, 1002);
    expect({ fact, rating }).toEqual({ fact: undefined, rating: 'no-case' });
  });
});
