import { describe, expect, test } from 'vitest';
import type { Reply } from '../../../src/chat/visit.ts';
import { entry, enlist } from '../../support/register.ts';
import { buttonsOf, everything } from '../../support/journey.ts';
import { NOW, type Office, openOffice } from '../../support/visit.ts';
import {
  asked,
  DAY,
  listFor,
  openMorning,
  press,
  runMorning,
  sent,
  screenOf,
  type,
} from './morning.ts';

const day = (date: number): string => date.toString(36);
const TODAY = day(20260112);
const NOT_YOURS = {
  toast: 'Бул баскыч Сизге тиешелүү эмес, эч нерсе өзгөргөн жок. Өз баракчаңызды ачыңыз: /menu.',
  alert: true,
};

const shownBy = (reply: Reply | string) => {
  if (typeof reply === 'string') return reply;
  return [reply.screen?.text, buttonsOf(reply.screen)];
};

const records = ({ database: { client } }: Office) =>
  client.staffRecord.findMany({
    where: { until: 2147483647 },
    select: { servant: true, kind: true, date: true, what: true, hours: true, orderNo: true },
    orderBy: { id: 'asc' },
  });

const register = async (office: Office) => ({
  ...(await everything(office)),
  records: await office.database.client.staffRecord.findMany(),
  servants: await office.database.client.servant.findMany(),
  reminders: await office.database.client.reminder.findMany(),
});

describe('done', () => {
  test('a training: the day, its kind, the order with the hours, a receipt that undoes', async () => {
    const { office, asanova } = await openMorning();
    const when = await press(office, 'officer', `yd.1.${asanova}.1`);
    expect(shownBy(when)).toEqual([
      '<b>Асанова Айгүл Бакытовна</b>\nОкутуу: мөөнөтү 03.12.2025, 40 күн өттү.\n\nОкуу качан аяктады?',
      [
        [`Бүгүн, 12.01 → ydo.1.1.1.${TODAY}`, `Кечээ, 11.01 → ydo.1.1.1.${day(20260111)}`],
        ['Датасын жазуу → ydo.1.1.1.0'],
        ['Артка → yw.1.1.1'],
      ],
    ]);
    const typed = await press(office, 'officer', 'ydo.1.1.1.0');
    expect(await type(office, 'officer', typed, '13.01.2026')).toBe(
      'Бул дата келе элек. Бүгүнкү же мурунку датаны жазыңыз.',
    );
    const kind = (await type(office, 'officer', typed, '10.1.2026')) as Reply;
    expect(buttonsOf(kind.screen)).toEqual([
      [`Квалификацияны жогорулатуу → ydw.1.1.1.${day(20260110)}.2`],
      [`Кайра даярдоо → ydw.1.1.1.${day(20260110)}.1`],
      [`Түрүн көрсөтпөө → ydw.1.1.1.${day(20260110)}.0`],
    ]);
    const order = await press(office, 'officer', `ydw.1.1.1.${day(20260110)}.2`);
    const question = await asked(office, 'officer', order);
    expect(question.text).toBe(
      '<b>Асанова Айгүл Бакытовна</b>\nОкутуу: мөөнөтү 03.12.2025, 40 күн өттү.\n\nБуйруктун номерин жазыңыз, кааласаңыз саатын да. Мисалы: № 45, 36 саат',
    );
    expect(buttonsOf(question)).toEqual([
      [`Буйруксуз сактоо → ydp.1.1.1.${day(20260110)}.2`],
      ['Жокко чыгаруу → x'],
    ]);
    const receipt = (await type(office, 'officer', order, '№ 45, 36 саат')) as Reply;
    expect(shownBy(receipt)).toEqual([
      'Сакталды: Асанова А. Б. – окутуу, 10.01.2026.\nБуйрук: № 45.\nСаат: 36.\nКийинки дата: 10.01.2029.',
      [['Жокко чыгаруу → yu.1.3'], ['Кызматчыны ачуу → tp.1.1'], ['Бардык эстетмелер → y.1.0']],
    ]);
    const training = { servant: asanova, kind: 'training', date: '2026-01-10', what: 'upskilling' };
    expect((await records(office)).at(-1)).toEqual({ ...training, hours: 36, orderNo: '№ 45' });
    expect(shownBy(await press(office, 'officer', 'yu.1.3'))).toEqual([
      'Жокко чыгарылды, тизме мурунку абалына келди.',
      [['Бардык эстетмелер → y.1.0']],
    ]);
    expect(await records(office)).toHaveLength(2);
  });

  test('a rank offers the next one first, and is not kept without a rank', async () => {
    const office = await openOffice();
    await enlist(
      office,
      { name: 'Осмонов Эмил', appointedOn: '2020-01-01', nextRank: '2026-01-05' },
      [entry('rank', '2023-01-01', 'municipal.inspector-2')],
    );
    const which = await press(office, 'officer', `ydo.1.1.2.${TODAY}`);
    expect(buttonsOf(which.screen).slice(0, 3)).toEqual([
      [`1-класстагы инспектор → ydw.1.1.2.${TODAY}.e`],
      [`кенже инспектор → ydw.1.1.2.${TODAY}.b`],
      [`3-класстагы инспектор → ydw.1.1.2.${TODAY}.c`],
    ]);
    await press(office, 'officer', `ydp.1.1.2.${TODAY}.0`);
    expect(await records(office)).toHaveLength(1);
    const receipt = await press(office, 'officer', `ydp.1.1.2.${TODAY}.e`);
    expect(receipt.screen?.text).toBe(
      'Сакталды: Осмонов Э. – класстык чен (1-класстагы инспектор), 12.01.2026.',
    );
    expect((await records(office)).at(-1)?.what).toBe('municipal.inspector-1');
  });

  test('a declaration is kept at once, and its receipt leads on to the others', async () => {
    const { office, toktobaev } = await openMorning();
    const list = (await press(office, 'officer', 'yk.1.4.0')).screen;
    expect(list?.text).toContain('<b>Декларация</b> · Көк-Жар айыл өкмөтү');
    expect(buttonsOf(list)[0]).toEqual(['1. Асанова А. Б. → yd.1.1.4', '2. Токтобаев → yd.1.2.4']);
    const receipt = await press(office, 'officer', `ydo.1.${toktobaev}.4.${TODAY}`);
    expect(shownBy(receipt)).toEqual([
      'Сакталды: Токтобаев Б. К. – декларация, 12.01.2026.\nКийинки дата: 01.04.2027.',
      [
        ['Жокко чыгаруу → yu.1.3'],
        ['Декларация → yk.1.4.0'],
        ['Кызматчыны ачуу → tp.1.2'],
        ['Бардык эстетмелер → y.1.0'],
      ],
    ]);
  });

  test('what is older than the newest entry of the history settles nothing', async () => {
    const { office } = await openMorning();
    const before = await register(office);
    const typed = await press(office, 'officer', `ydp.1.1.1.${day(20200101)}.0`);
    expect(typed.toast).toBe(
      'Тизмеде андан кийинки дата бар: 03.12.2022. Ошондон кийинки датаны жазыңыз же тарыхын ачыңыз: /staff.',
    );
    expect((await press(office, 'officer', `ydp.1.1.1.${day(20260113)}.0`)).toast).toBe(
      'Бул эстетме аткарылган. Тизме жаңыланды.',
    );
    expect(await register(office)).toEqual(before);
  });
});

describe('later', () => {
  test('asks until when and why, is told no more, and is taken back', async () => {
    const { office } = await openMorning();
    await runMorning(office);
    const when = await press(office, 'officer', 'yl.1.1.1');
    expect(buttonsOf(when.screen)).toEqual([
      [`1 апта → ylu.1.1.1.${day(20260119)}`, `2 апта → ylu.1.1.1.${day(20260126)}`],
      [`1 ай → ylu.1.1.1.${day(20260212)}`, 'Датасын жазуу → ylu.1.1.1.0'],
      ['Артка → yw.1.1.1'],
    ]);
    const typed = await press(office, 'officer', 'ylu.1.1.1.0');
    expect(await type(office, 'officer', typed, '12.01.2026')).toBe(
      'Бүгүнкү же өткөн күнгө жылдырылбайт. Эртеңкиден баштап бир күндү жазыңыз.',
    );
    const why = (await type(office, 'officer', typed, '20.02.2026')) as Reply;
    const reasons = buttonsOf(await asked(office, 'officer', why));
    expect(reasons.at(0)).toEqual([`Даярдалып жатат → ylr.1.1.1.${day(20260220)}.1`]);
    expect([reasons.at(-1), buttonsOf(await asked(office, 'officer', typed))]).toEqual([
      ['Артка → yl.1.1.1'],
      [['Артка → yl.1.1.1']],
    ]);
    const own = (await type(office, 'officer', why, 'Курс <мартта>')) as Reply;
    expect(shownBy(own)).toEqual([
      'Асанова А. Б. – окутуу: 20.02.2026 күнүнө чейин эске салынбайт. Себеби: Курс &lt;мартта&gt;',
      [
        ['Жокко чыгаруу → yla.1.1.1'],
        [`Күндүк эстетмеге кайтуу → yg.${TODAY}.0`],
        ['Кызматчыны ачуу → tp.1.1'],
        ['Бардык эстетмелер → y.1.0'],
      ],
    ]);
    expect((await press(office, 'officer', `yg.${TODAY}.0`)).screen?.text).not.toContain('Асанова');
    await press(office, 'officer', 'yla.1.1.1');
    expect((await press(office, 'officer', `yg.${TODAY}.0`)).screen?.text).toContain('Асанова');
  });

  test('a ready reason is kept by its name and shown in the reader’s language', async () => {
    const { office } = await openMorning();
    await press(office, 'officer', `ylr.1.1.1.${day(20260119)}.3`);
    const [kept] = await office.database.client.reminder.findMany();
    expect([kept?.snoozeReason, kept?.snoozedUntil]).toEqual(['@funds', '2026-01-19']);
    const why = await press(office, 'head', 'yw.1.1.1', { language: 'ru' });
    expect(why.screen?.text).toContain(
      'Не напоминать до 19.01.2026. Причина: Ожидается финансирование',
    );
  });
});

test('a date explains itself: the rule, the fact, the sum, who verified it, its source', async () => {
  const { office } = await openMorning();
  const officer = await press(office, 'officer', 'yw.1.1.1');
  expect(shownBy(officer)).toEqual([
    [
      '<b>Асанова Айгүл Бакытовна</b>',
      'Окутуу: мөөнөтү 03.12.2025, 40 күн өттү.',
      '',
      'Эреже: кызматчы 3 жыл ичинде бир жолудан кем эмес окутулат.',
      'Акыркы окуусу: 03.12.2022.',
      'Эсеп: 03.12.2022 + 3 жыл = 03.12.2025',
      'Эреженин абалы: расмий, тексти көрүлгөн.',
      'Мониторингди уюштургандар эрежени азырынча салыштыра элек.',
      '<blockquote expandable>Негизи: Мониторингди жүргүзүү боюнча эскерткич: окутуу «3 жылда бир жолудан кем эмес» (Президенттин 2022-жылдын 22-мартындагы № 85 Жарлыгы).</blockquote>',
    ].join('\n'),
    [
      ['Аткарылды → yd.1.1.1', 'Кийинчерээк → yl.1.1.1'],
      ['Кызматчыны ачуу → tp.1.1'],
      ['Бардык эстетмелер → y.1.0'],
    ],
  ]);
  const head = await press(office, 'head', 'yw.1.1.1');
  expect(buttonsOf(head.screen)).toEqual([
    ['Кызматчыны ачуу → tp.1.1'],
    ['Бардык эстетмелер → y.1.0'],
  ]);
});

test('a rule known from the press says so, a verified one by whom, a date by hand that it is', async () => {
  const { office } = await openMorning();
  const reported = await press(office, 'officer', 'yw.1.2.2', { language: 'ru' });
  expect(reported.screen?.text).toContain('Основание не подтверждено: по данным прессы.');
  await office.database.client.rule.updateMany({
    where: { code: 'training' },
    data: { verifiedBy: 'Осмонова Ж. <К>', verifiedOn: '2026-02-01' },
  });
  expect((await press(office, 'officer', 'yw.1.1.1')).screen?.text).toContain(
    'Текшерген: Осмонова Ж. &lt;К&gt;, 01.02.2026.',
  );
  const byHand = await enlist(office, { name: 'Асан уулу Бакыт', nextTraining: '2026-02-01' });
  expect((await press(office, 'officer', `yw.1.${byHand}.1`)).screen?.text).toBe(
    '<b>Асан уулу Бакыт</b>\nОкутуу: мөөнөтү 01.02.2026, 20 күн калды.\n\n' +
      'Бул дата эреже боюнча эсептелген эмес: аны кадр иши боюнча жооптуу өзү жазган, ошондуктан ал эсепке алынат.',
  );
});

test('the head reads and changes nothing; everybody else is shown nothing', async () => {
  const { office } = await openMorning();
  await runMorning(office);
  const writing = [
    'yd.1.1.1',
    `ydo.1.1.1.${TODAY}`,
    `ydw.1.1.1.${TODAY}.1`,
    `ydp.1.1.1.${TODAY}.1`,
    'yu.1.1',
    'yl.1.1.1',
    `ylu.1.1.1.${day(20260119)}`,
    `ylr.1.1.1.${day(20260119)}.1`,
    'yla.1.1.1',
  ];
  const reading = ['y.1.0', 'yk.1.4.0', 'yw.1.1.1', 'yf.1.1'];
  const before = await register(office);
  for (const data of writing) {
    expect(await press(office, 'head', data)).toEqual({
      toast: 'Тизмени кадр иши боюнча жооптуу гана өзгөртөт. Эч нерсе өзгөргөн жок.',
      alert: true,
    });
  }
  const others = [
    'otherOfficer',
    'contributor',
    'member',
    'chair',
    'operator',
    'stranger',
  ] as const;
  for (const who of others) {
    for (const data of [...reading, ...writing]) {
      expect([who, data, await press(office, who, data)]).toEqual([who, data, NOT_YOURS]);
    }
  }
  expect(await register(office)).toEqual(before);
  expect((await listFor(office, 'head')).screen?.text).toContain('Асанова А. Б. – окутуу');
});

test('forged numbers find nobody and change nothing', async () => {
  const { office } = await openMorning();
  const before = await register(office);
  for (const data of ['yw.1.9.1', 'yd.1.1.9', `ydo.1.1.1.${day(20261345)}`, 'ylr.1.1.1.1.9']) {
    expect((await press(office, 'officer', data)).toast).toBe(
      'Бул эстетме аткарылган. Тизме жаңыланды.',
    );
  }
  expect((await press(office, 'officer', 'yf.1.9')).alert).toBe(true);
  expect(await register(office)).toEqual(before);
});

test('what is overdue for long goes to the head, with no name in its first line', async () => {
  const { office } = await openMorning();
  await runMorning(office);
  const screen = screenOf(await sent(office, 'head', 'escalation'));
  expect([screen?.text, buttonsOf(screen)]).toEqual([
    [
      '<b>12.01.2026. Мөөнөтү 30 күндөн ашык өттү: 1</b>',
      'Көк-Жар айыл өкмөтү',
      '1. Асанова А. Б. – окутуу, мөөнөтү 03.12.2025, 40 күн өттү.',
      'Булар кадр иши боюнча жооптуунун эсине салынып турат.',
    ].join('\n\n'),
    [['Бардык эстетмелер → y.1.0']],
  ]);
});

test('a message that reaches nobody is told to the head, without a head to operators', async () => {
  const { office } = await openMorning();
  const { client } = office.database;
  await client.role.deleteMany({ where: { kind: 'officer', orgId: office.orgId } });
  await runMorning(office);
  expect(screenOf(await sent(office, 'head', 'digestUnread'))?.text).toBe(
    'Көк-Жар айыл өкмөтү: күндүк эстетме эч кимге жетпей жатат. Кадр иши боюнча жооптуу катталган эмес же ботту бөгөттөп койгон.\n\n' +
      'Жооптуудан ботту кайра ачуусун сураныңыз. Жооптуу алмашса, чакырууну мониторингди уюштургандардан алыңыз.',
  );
  await client.role.deleteMany({ where: { kind: 'head' } });
  await runMorning(office, NOW + 7 * DAY);
  const told = screenOf(await sent(office, 'operator', 'digestUnread'));
  expect(told?.text.split('\n\n')[1]).toBe('Жооптууга жаңы чакыруу жөнөтүңүз.');
  expect(buttonsOf(told)).toEqual([['Мекемени ачуу → og.1']]);
  await client.role.create({
    data: { kind: 'officer', createdAt: 0, personId: office.id('officer'), orgId: office.orgId },
  });
  expect(await sent(office, 'operator', 'digestUnread')).toBeNull();
});
