import { expect, test } from 'vitest';
import { encode } from '../../../src/chat/callback.ts';
import { itemsIn } from '../../../src/domain/assessment/frozen.rules.ts';
import type { FrozenSubmission } from '../../../src/domain/assessment/frozen.model.ts';
import { staffFigures } from '../../../src/domain/reminder/staff-figures.service.ts';
import { explainForm } from '../../../src/flows/submitting/doubts.ts';
import { answerAll } from '../../support/answered.ts';
import { buttonsOf as withData, press, sendNow } from '../../support/journey.ts';
import { answerOf, buttonsOf, jump, phoneOf } from '../../support/phone.ts';
import { enlist, entry } from '../../support/register.ts';
import { type Office, openOffice } from '../../support/visit.ts';

const RECENT = [entry('training', '2025-03-01')];
const known = { appointedOn: '2020-02-03', fileDocuments: ['orders'], labourBook: true } as const;

/** Two people trained, one overdue, one who has left; every file and labour book is there. */
async function withStaff(): Promise<Office> {
  const office = await openOffice();
  await enlist(office, { ...known, name: 'Бир' }, RECENT);
  await enlist(office, { ...known, name: 'Эки' }, RECENT);
  await enlist(office, { ...known, name: 'Үч' });
  await enlist(office, { ...known, name: 'Кеткен', leftOn: '2025-01-01' });
  return office;
}

const offer = /^Тизме боюнча/;
const offered = (screen: Parameters<typeof buttonsOf>[0]) =>
  buttonsOf(screen)
    .flat()
    .filter((text) => offer.test(text));

test('the card offers the numbers of the register, and one tap answers with them as they are now', async () => {
  const office = await withStaff();
  const phone = phoneOf(office, 'officer');
  await phone.open();
  await jump(phone, office, 303);
  expect(offered(phone.screen)).toEqual(['Тизме боюнча: 3 жана 1']);
  // Somebody comes into the list while the card stands there.
  await enlist(office, { ...known, name: 'Төрт' });
  await phone.tap('Тизме боюнча: 3 жана 1');
  expect(await answerOf(office, 303)).toMatchObject({ numbers: '4 2', rating: 'partly' });

  await jump(phone, office, 1208);
  expect(offered(phone.screen)).toEqual(['Тизме боюнча: 4 жана 4']);
  await phone.tap('Тизме боюнча: 4 жана 4');
  expect(await answerOf(office, 1208)).toMatchObject({ numbers: '4 4', rating: 'yes' });
});

test('posts and vacancies are none of the register’s: with them given it offers the files', async () => {
  const office = await withStaff();
  const phone = phoneOf(office, 'officer');
  await phone.open();
  await jump(phone, office, 1203);
  expect(offered(phone.screen)).toEqual([]);
  await phone.say('5 2 2');
  await jump(phone, office, 1203);
  expect(offered(phone.screen)).toEqual(['Тизме боюнча: 5, 2 жана 3']);
  await phone.tap('Тизме боюнча: 5, 2 жана 3');
  expect(await answerOf(office, 1203)).toMatchObject({ numbers: '5 2 3', rating: 'yes' });
});

test('a figure not known of everybody is not offered; nor is any without a register', async () => {
  const office = await openOffice();
  const phone = phoneOf(office, 'officer');
  await phone.open();
  await jump(phone, office, 303);
  expect(offered(phone.screen)).toEqual([]);
  expect(await staffFigures(office.database.read, office.orgId, '2026-01-12')).toBeNull();
  await enlist(office, { ...known, name: 'Бир' }, RECENT);
  await enlist(office, { name: 'Датасы жок', labourBook: null });
  expect(await staffFigures(office.database.read, office.orgId, '2026-01-12')).toEqual({
    people: 2,
    'training-overdue': null,
    'personal-files': null,
    'labour-books': null,
  });
  expect(await staffFigures(office.database.read, office.otherOrgId, '2026-01-12')).toBeNull();
  for (const item of [303, 1203, 1208]) {
    await jump(phone, office, item);
    expect(offered(phone.screen)).toEqual([]);
  }
});

test('training is overdue from the day after three years are over', async () => {
  const office = await openOffice();
  await enlist(office, { ...known, name: 'Бир' }, [entry('training', '2022-12-05')]);
  const overdue = async (today: string) =>
    (await staffFigures(office.database.read, office.orgId, today))?.['training-overdue'];
  expect([await overdue('2025-12-05'), await overdue('2025-12-06')]).toEqual([0, 1]);
});

test('a contributor gets no number of the register, not by a button he forges either', async () => {
  const office = await withStaff();
  const phone = phoneOf(office, 'contributor');
  await phone.open();
  await jump(phone, office, 303);
  expect(offered(phone.screen)).toEqual([]);
  await phone.press(encode('registerNumbers', [office.assessmentId, 303, 0]));
  expect((await answerOf(office, 303))?.numbers ?? null).toBeNull();
});

test('an answer that differs from the list is a doubt: explained, it goes into the document with the figures of the day', async () => {
  const office = await withStaff();
  await answerAll(office, {
    '3.3': { rating: 'yes', numbers: '3 0' },
    '12.3': { rating: 'yes', numbers: '4 1 3' },
    '12.8': { rating: 'yes', numbers: '3 3' },
  });
  const { screen } = await press(office, 'officer', 'q.1');
  expect(screen?.text).toContain('• 3.3 – тизмеге дал келбейт');
  expect(screen?.text).not.toContain('12.3 – тизмеге');
  const doubt = await press(office, 'officer', 'qn.1.0');
  expect(doubt.screen?.text.split('\n').slice(-2)).toEqual([
    'Жооп кызматчылардын тизмесине дал келбейт: «3 жылдан бери окубаганы» – жоопто 0, тизме боюнча 1.',
    'Жоопту же тизмени оңдоңуз, болбосо себебин жазыңыз.',
  ]);
  const place = 100_303;
  expect(withData(doubt.screen).flat()).toContain(
    `Түшүндүрмө жазуу → ${encode('explain', [1, place])}`,
  );
  const { dialog } = await press(office, 'officer', encode('explain', [1, place]));
  expect(dialog).toEqual({ name: explainForm.name, args: [1, place] });
  await explainForm.done(await office.visit('officer'), [1, place], 'Күбөлүгү жолдо');
  const again = await press(office, 'officer', 'q.1');
  expect(again.screen?.text).toContain('Түшүндүрүлгөн: 1');

  await sendNow(office);
  const row = await office.database.client.submission.findFirstOrThrow();
  const document = JSON.parse(row.document) as FrozenSubmission;
  expect([row.schema, document.schema, document.register]).toEqual([
    2,
    2,
    { on: '2026-01-12', people: 3, trainingOverdue: 1, personalFiles: 3, labourBooks: 3 },
  ]);
  expect(
    itemsIn(document)
      .filter(({ id }) => ['3.3', '8.2', '12.3', '12.8'].includes(id))
      .map(({ id, numbers }) => [id, numbers.map(({ register }) => register)]),
  ).toEqual([
    ['3.3', [3, 1]],
    ['8.2', [null, null, null]],
    ['12.3', [null, null, 3]],
    ['12.8', [3, 3]],
  ]);
  expect(document.contradictions).toEqual([
    {
      id: 'register-3.3',
      items: ['3.3'],
      text: {
        ky: expect.stringContaining('жоопто 0, тизме боюнча 1'),
        ru: expect.stringContaining('в ответе 0, по списку 1'),
        en: expect.stringContaining('0 in the answer, 1 by the list'),
      },
      explanation: 'Күбөлүгү жолдо',
    },
  ]);

  const read = await press(office, 'member', encode('submissionItem', [row.id, 303]));
  expect(read.screen?.text).toContain(
    'Тизме боюнча, 12.01.2026: Кызматчылардын саны – 3, 3 жылдан бери окубаганы – 1',
  );
});

test('a place that names no number of the register cannot be explained', async () => {
  const office = await withStaff();
  const reply = await press(office, 'officer', encode('explain', [1, 100_802]));
  expect(reply.dialog).toBeUndefined();
});

test('“it never happened” is a doubt where the list has an entry of the period, and only there', async () => {
  const office = await openOffice();
  const penalty = (date: string) => entry('penalty', date, 'сөгүш');
  await enlist(office, { ...known, name: 'Бир' }, [...RECENT, penalty('2022-12-31')]);
  await answerAll(office, {
    '5.2': { rating: 'no-case' },
    '5.4': { rating: 'no-case' },
    '5.5': { rating: 'no-case' },
    '12.10': { rating: 'no-case' },
    '3.3': { rating: 'yes', numbers: '1 0' },
    '12.8': { rating: 'yes', numbers: '1 1' },
    '12.3': { rating: 'yes', numbers: '1 0 1' },
  });
  const found = async () =>
    (await press(office, 'officer', 'q.1')).screen?.text
      .split('\n')
      .filter((line) => line.includes('тизмеге'));
  expect(await found()).toEqual([]);
  await enlist(office, { ...known, name: 'Эки', leftOn: '2025-12-31' }, [penalty('2023-01-01')]);
  expect(await found()).toEqual([
    '• 5.4 – тизмеге дал келбейт',
    '• 5.5 – тизмеге дал келбейт',
    '• 12.10 – тизмеге дал келбейт',
  ]);
  // Behind the contradictions between answers.
  const doubt = await press(office, 'officer', encode('checkNext', [1, 25_000]));
  expect(doubt.screen?.text).toContain(
    '«Тартип жазасы болгон эмес» деп жооп берилген, ал эми кызматчылардын тизмесинде текшерилүүчү мезгилдеги мындай жазуулар бар: 1.',
  );
});
