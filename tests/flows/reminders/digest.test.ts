import { expect, test } from 'vitest';
import { entry, enlist } from '../../support/register.ts';
import { buttonsOf, everything } from '../../support/journey.ts';
import { NOW, openOffice } from '../../support/visit.ts';
import { DAY, openMorning, press, runMorning, screenOf, sent } from './morning.ts';

const MORNING = (20260112).toString(36);
const NOT_YOURS =
  'Бул баскыч Сизге тиешелүү эмес, эч нерсе өзгөргөн жок. Өз баракчаңызды ачыңыз: /menu.';

const KY = [
  '<b>12.01.2026. Эстетмелер: 4</b>',
  '1. Асанова А. Б. – окутуу, мөөнөтү 03.12.2025 күнү өттү. Акыркы окуусу: 03.12.2022.\n' +
    'Эмне кылуу керек: окууга жөнөтүү.',
  '2. Токтобаев Б. К. – класстык чен, 20.01.2026 күнүнөн тартып ыйгарса болот. Класстык чени жок, дайындалган күнү: 20.01.2025.\n' +
    'Негизи такталган эмес: басма сөз боюнча.\n' +
    'Эмне кылуу керек: чен ыйгаруу маселесин кароо.',
  '3. Кызматчылар: 2 – декларация, мөөнөтү 01.04.2026, 79 күн калды.\n' +
    'Негизи такталган эмес: басма сөз боюнча.\n' +
    'Эмне кылуу керек: декларация тапшырылганын тактоо.',
  '4. Мониторинг – 3 күн калды, 0 / 48.',
].join('\n\n');

const RU = [
  '<b>12.01.2026. Напоминаний: 4</b>',
  '1. Асанова А. Б. – обучение, срок истёк 03.12.2025. Последнее: 03.12.2022.\n' +
    'Что сделать: направить на обучение.',
  '2. Токтобаев Б. К. – классный чин, можно присвоить с 20.01.2026. Классного чина нет, дата назначения: 20.01.2025.\n' +
    'Основание не подтверждено: по данным прессы.\n' +
    'Что сделать: рассмотреть присвоение чина.',
  '3. Служащих: 2 – декларация, срок 01.04.2026, осталось 79 дней.\n' +
    'Основание не подтверждено: по данным прессы.\n' +
    'Что сделать: уточнить, подана ли декларация.',
  '4. Мониторинг – осталось 3 дня, 0 / 48.',
].join('\n\n');

const EN = [
  '<b>12.01.2026. Reminders: 4</b>',
  '1. Асанова А. Б. – training, was due on 03.12.2025. Last training: 03.12.2022.\n' +
    'What to do: send to training.',
  '2. Токтобаев Б. К. – class rank, may be awarded from 20.01.2026. No class rank yet, appointed on: 20.01.2025.\n' +
    'Basis not confirmed: known from the press.\n' +
    'What to do: consider awarding the rank.',
  '3. People: 2 – declaration, due 01.04.2026, 79 days left.\n' +
    'Basis not confirmed: known from the press.\n' +
    'What to do: check whether the declaration was submitted.',
  '4. Monitoring – 3 days left, 0 / 48.',
].join('\n\n');

test('the morning’s message says who, what, by when, why and what to do, in three languages', async () => {
  const { office, asanova, toktobaev } = await openMorning();
  await runMorning(office);
  const ky = screenOf(await sent(office, 'officer', 'digest'));
  expect(ky?.text).toBe(KY);
  expect(buttonsOf(ky)).toEqual([
    [`1. Аткарылды → ygd.1.${asanova}.1.${MORNING}`, `1. Кийинчерээк → yl.1.${asanova}.1`],
    [`2. Ачуу → tp.1.${toktobaev}`, '3. Ачуу → yk.1.4.0'],
    ['4. Улантуу → g.1'],
    [`Эмне үчүн? → yq.${MORNING}.0`, 'Баары → y.1.0'],
  ]);
  expect(screenOf(await sent(office, 'officer', 'digest', { language: 'ru' }))?.text).toBe(RU);
  expect(screenOf(await sent(office, 'officer', 'digest', { language: 'en' }))?.text).toBe(EN);
});

test('a rank that waits says for how long, and can be ticked off', async () => {
  const { office, toktobaev } = await openMorning();
  const now = NOW + 9 * DAY;
  await runMorning(office, now);
  const screen = screenOf(await sent(office, 'officer', 'digest', { now }));
  expect(screen?.text).toContain(
    '2. Токтобаев Б. К. – класстык чен, ыйгарууну күтүп жатат: 1 күн.',
  );
  expect(buttonsOf(screen)[1]).toEqual([
    `2. Аткарылды → ygd.1.${toktobaev}.2.${(20260121).toString(36)}`,
    `2. Кийинчерээк → yl.1.${toktobaev}.2`,
  ]);
});

test('what was settled meanwhile is gone, and an old button says so', async () => {
  const { office, asanova } = await openMorning();
  await runMorning(office);
  const saved = await press(office, 'officer', `ydp.1.${asanova}.1.${MORNING}.0`);
  const shown = await press(office, 'officer', `yg.${MORNING}.0`);
  expect(shown.screen?.text.split('\n\n').slice(0, 2)).toEqual([
    '<b>12.01.2026. Эстетмелер: 3</b>',
    KY.split('\n\n')[2]?.replace('2. ', '1. '),
  ]);
  const again = await press(office, 'officer', `ydp.1.${asanova}.1.${MORNING}.0`);
  expect(again.toast).toBe('Бул эстетме аткарылган. Тизме жаңыланды.');
  expect(await office.database.client.staffRecord.count({ where: { kind: 'training' } })).toBe(2);
  await press(office, 'officer', undoOf(saved));
  expect((await press(office, 'officer', `yg.${MORNING}.0`)).screen?.text).toBe(KY);
});

const undoOf = (reply: Awaited<ReturnType<typeof press>>): string => {
  const button = reply.screen?.rows[0]?.[0];
  return button && 'data' in button ? button.data : '';
};

test('done pressed in a message of long ago shows what is left of it, and opens no question', async () => {
  const { office, asanova } = await openMorning();
  await runMorning(office);
  const done = `ygd.1.${asanova}.1.${MORNING}`;
  const asked = await press(office, 'officer', done);
  expect([asked.toast, asked.screen?.text]).toEqual([
    undefined,
    '<b>Асанова Айгүл Бакытовна</b>\nОкутуу: мөөнөтү 03.12.2025, 40 күн өттү.\n\nОкуу качан аяктады?',
  ]);
  const before = await press(office, 'officer', `ydp.1.${asanova}.1.${MORNING}.0`);
  const left = await press(office, 'officer', `yg.${MORNING}.0`);
  // The next training is three years away; of somebody deleted there is none at all.
  for (const old of [done, `ygd.1.99.1.${MORNING}`]) {
    expect(await press(office, 'officer', old)).toEqual({
      screen: left.screen,
      toast: 'Бул эстетме аткарылган. Тизме жаңыланды.',
    });
  }
  const fromList = await press(office, 'officer', `yd.1.${asanova}.1`);
  expect([fromList.toast, fromList.screen?.text.split('\n')[0]]).toEqual([
    'Бул эстетме аткарылган. Тизме жаңыланды.',
    (await press(office, 'officer', 'y.1.0')).screen?.text.split('\n')[0],
  ]);
  const why = (await press(office, 'officer', `yw.1.${asanova}.1`)).screen;
  expect(buttonsOf(why)[0]).toEqual([`Кийинчерээк → yl.1.${asanova}.1`]);
  await press(office, 'officer', undoOf(before));
  expect((await press(office, 'officer', done)).screen?.text).toContain('Окуу качан аяктады?');
  const head = await press(office, 'head', done);
  expect([head.screen, head.alert]).toEqual([undefined, true]);
});

test('a message of which nothing is left is not sent, and pressed later says that all is done', async () => {
  const office = await openOffice();
  const servant = await enlist(office, { name: 'Асанова Айгүл', nextTraining: '2026-01-12' }, [
    entry('declaration', '2026-01-10'),
  ]);
  await office.database.client.participation.deleteMany();
  await runMorning(office);
  await press(office, 'officer', `ydp.1.${servant}.1.${MORNING}.0`);
  expect(await sent(office, 'officer', 'digest')).toBeNull();
  const { screen } = await press(office, 'officer', `yg.${MORNING}.0`);
  expect([screen?.text, buttonsOf(screen)]).toEqual([
    '12.01.2026. Аткарылды: бул эстетмеде ачык эч нерсе калган жок.',
    [['Баары → y.1.0']],
  ]);
});

test('more than a page is leafed through and comes with its file', async () => {
  const office = await openOffice();
  for (let n = 0; n < 8; n++) {
    const declared = entry('declaration', '2026-01-10');
    await enlist(office, { name: `Асанова Ж${n} Б`, nextTraining: '2026-01-12' }, [declared]);
  }
  await runMorning(office);
  const screen = screenOf(await sent(office, 'officer', 'digest'));
  expect(screen?.text.split('\n\n')).toHaveLength(8);
  expect(screen?.text).toContain('1. Асанова Ж0 Б – окутуу');
  expect(buttonsOf(screen)[7]).toEqual([`8–9 › → yg.${MORNING}.1`]);
  const second = (await press(office, 'officer', `yg.${MORNING}.1`)).screen;
  expect(second?.text.split('\n\n').map((part) => part.slice(0, 2))).toEqual(['<b', '8.', '9.']);
  expect(await sent(office, 'officer', 'digestFile')).toMatchObject({
    kind: 'document',
    caption: '12.01.2026. Эстетмелердин толук тизмеси',
  });
  expect(office.jobs).toMatchObject([
    { kind: 'due-list', parts: [{ org: 'Көк-Жар айыл өкмөтү', lines: { length: 9 } }] },
  ]);
});

test('a message that grouping brought down to a page comes without a file', async () => {
  const office = await openOffice();
  for (let n = 0; n < 9; n++) await enlist(office, { name: `А${n}` });
  await runMorning(office);
  const screen = screenOf(await sent(office, 'officer', 'digest'));
  expect(screen?.text).toContain('1. Кызматчылар: 9 – декларация');
  expect(await sent(office, 'officer', 'digestFile')).toBeNull();
});

test('what is overdue stands before what only waits, however long', async () => {
  const { office } = await openMorning();
  await enlist(office, { name: 'Осмонов Эмил', appointedOn: '2020-01-01', noRank: true }, [
    entry('training', '2025-01-01'),
  ]);
  await runMorning(office);
  const screen = screenOf(await sent(office, 'officer', 'digest'));
  const firsts = screen?.text.split('\n\n').map((part) => part.split(',')[0]);
  expect(firsts?.slice(1, 4)).toEqual([
    '1. Асанова А. Б. – окутуу',
    '2. Осмонов Э. – класстык чен',
    '3. Токтобаев Б. К. – класстык чен',
  ]);
  const labels = buttonsOf(screen).map((row) => row.map((one) => one.split(' → ')[0]));
  expect(labels.slice(0, 4)).toEqual([
    ['1. Аткарылды', '1. Кийинчерээк'],
    ['2. Аткарылды', '2. Кийинчерээк'],
    ['3. Ачуу', '4. Ачуу'],
    ['5. Улантуу'],
  ]);
});

test('an officer of two organisations finds each under its heading', async () => {
  const { office } = await openMorning();
  await office.database.client.role.create({
    data: {
      kind: 'officer',
      createdAt: 0,
      personId: office.id('otherOfficer'),
      orgId: office.orgId,
    },
  });
  await office.database.client.participation.deleteMany();
  await enlist(office, { name: 'Асан уулу Бакыт', nextTraining: '2026-01-13' }, [], 'otherOfficer');
  await runMorning(office);
  const screen = screenOf(await sent(office, 'otherOfficer', 'digest'));
  const parts = screen?.text.split('\n\n').map((part) => part.split('\n')[0]) ?? [];
  expect(parts.map((part) => part?.slice(0, 24))).toEqual(
    [
      '<b>12.01.2026. Эстетмеле',
      '<b>Ак-Кыя айыл өкмөтү</b>',
      '1. Асан уулу Б. – окутуу',
      '2. Асан уулу Б. – деклар',
      '<b>Көк-Жар айыл өкмөтү</',
      '3. Асанова А. Б. – окуту',
      '4. Токтобаев Б. К. – кла',
      '5. Кызматчылар: 2 – декл',
    ].map((part) => part.slice(0, 24)),
  );
  expect(buttonsOf(screen).at(-1)).toEqual([`Эмне үчүн? → yq.${MORNING}.0`, 'Баары → y.0.0']);
});

test('the morning’s message is closed to whoever keeps no register', async () => {
  const { office } = await openMorning();
  await runMorning(office);
  const before = await everything(office);
  for (const who of ['head', 'contributor', 'member', 'operator', 'stranger'] as const) {
    const refused = { toast: NOT_YOURS, alert: true };
    expect(await press(office, who, `yg.${MORNING}.0`)).toEqual(refused);
    expect(await press(office, who, `yq.${MORNING}.0`)).toEqual(refused);
  }
  expect((await press(office, 'otherOfficer', `yg.${MORNING}.0`)).screen?.text).toContain(
    'Мониторинг',
  );
  expect(await everything(office)).toEqual(before);
});
