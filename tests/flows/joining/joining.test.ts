import { expect, test } from 'vitest';
import { encode } from '../../../src/chat/callback.ts';
import type { Reply, Visit } from '../../../src/chat/visit.ts';
import { loadActor } from '../../../src/domain/access/actor.service.ts';
import { revokeInvitation } from '../../../src/domain/access/inviting.service.ts';
import { openInvitation } from '../../../src/domain/access/joining.service.ts';
import type { Language } from '../../../src/domain/shared/language.ts';
import { createJoining } from '../../../src/flows/joining/actions.ts';
import { DAY, type Hall, must, OPERATOR, openHall, PHONE } from '../../support/hall.ts';

/** Home says whose it is, with the roles seen at that moment. */
const home = (visit: Visit): Promise<Reply> =>
  Promise.resolve({
    screen: {
      text: `home ${visit.language} ${visit.actor.roles.map(({ kind }) => kind).join()}`,
      rows: [],
    },
  });
const joining = createJoining({ home, presentHere: home });

const press = async (
  hall: Hall,
  telegramId: number,
  action: 'join' | 'refuse' | 'joinLanguage' | 'language' | 'languages',
  ...args: number[]
): Promise<Reply> => {
  const act = joining.actions[action];
  if (!act) throw new Error(`no ${action}`);
  return act(await hall.visit(telegramId), args);
};

async function hallWithLink() {
  const hall = await openHall();
  const orgId = await hall.organisation('Көк-Жар айыл өкмөтү');
  const commissionId = await hall.commission('Мамлекеттик кызмат агенттиги');
  await hall.campaign({ commissionId });
  const token = await hall.token({ role: 'officer', orgId });
  return { hall, orgId, commissionId, token };
}

test('a commission that bears the title of the monitoring is not made to invite to it', async () => {
  const hall = await openHall();
  const orgId = await hall.organisation('Көк-Жар айыл өкмөтү');
  const commissionId = await hall.commission('Текшерүү 2027');
  await hall.campaign({ commissionId, title: 'Текшерүү 2027' });
  const token = await hall.token({ role: 'officer', orgId });
  const { screen } = await joining.start(await hall.visit(1), token);
  expect(screen?.text.split('\n').slice(0, 2)).toEqual([
    '<b>Саламатсызбы!</b>',
    'Сиз мониторингге катышууга чакырылдыңыз.',
  ]);
});

test('the first screen behind a link is Kyrgyz and says who invites, where and what it takes', async () => {
  const { hall, token } = await hallWithLink();
  expect(await joining.start(await hall.visit(11), token)).toEqual({
    screen: {
      text: [
        '<b>Саламатсызбы!</b>',
        'Мамлекеттик кызмат агенттиги Сизди мониторингге катышууга чакырат.',
        '',
        'Мекеме: Көк-Жар айыл өкмөтү',
        'Сиз: кадр иши боюнча жооптуу',
        'Мөөнөтү: 15.01.2027',
        '',
        '48 суроо, болжол менен 1 саат. Бөлүп-бөлүп жооп берсеңиз болот: ар бири дароо сакталат. Комиссия жоопторду Сиз жөнөткөндөн кийин гана көрөт.',
      ].join('\n'),
      rows: [
        [{ text: 'Ооба, бул менин мекемем', data: 'j.1', style: 'primary' }],
        [{ text: 'Мен бул мекемеден эмесмин', data: 'jr.1' }],
        [
          { text: 'По-русски', data: 'jl.1.1' },
          { text: 'In English', data: 'jl.1.2' },
        ],
      ],
    },
  });
});

test('one tap joins and shows home with the new role', async () => {
  const { hall, orgId, token } = await hallWithLink();
  await joining.start(await hall.visit(11, 'Гүлнур'), token);
  expect(await press(hall, 11, 'join', 1)).toEqual({
    screen: { text: 'home ky officer', rows: [] },
    toast: 'Кошулдуңуз',
  });
  expect(await loadActor(hall.database.read, 11)).toMatchObject({ roles: [{ orgId }] });
});

test('in Russian from the language button on: welcome, toast and home', async () => {
  const { hall, token } = await hallWithLink();
  await joining.start(await hall.visit(11, 'Гүлнур'), token);
  const { screen } = await press(hall, 11, 'joinLanguage', 1, 1);
  expect(screen?.text).toContain('Вы: ответственный за кадровую работу\nСрок: 15.01.2027');
  expect(screen?.text).toContain('48 вопросов, около часа.');
  expect(screen?.rows[0]).toEqual([
    { text: 'Да, это моя организация', data: 'j.1', style: 'primary' },
  ]);
  expect(screen?.rows[2]?.map(({ text }) => text)).toEqual(['Кыргызча', 'In English']);
  expect(await press(hall, 11, 'join', 1)).toEqual({
    screen: { text: 'home ru officer', rows: [] },
    toast: 'Вы присоединились',
  });
  expect(await loadActor(hall.database.read, 11)).toMatchObject({
    name: 'Киши 11',
    language: 'ru',
  });
});

test.each([
  ['head', 'Сиз: айыл өкмөтүнүн башчысы', 'Ооба, бул менин мекемем'],
  ['contributor', 'Багыттар: 3, 4', 'Ооба, бул менин мекемем'],
  ['member', 'Комиссия: Мамлекеттик кызмат агенттиги\nСиз: комиссиянын мүчөсү', 'Ооба, катышам'],
  ['chair', 'Сиз: комиссиянын төрагасы', 'Ооба, катышам'],
  ['operator', 'Сиз: оператор', 'Ооба, катышам'],
] as const)('the welcome of a %s', async (role, line, button) => {
  const { hall, orgId, commissionId } = await hallWithLink();
  const where = {
    head: { orgId },
    contributor: { orgId, directions: [3, 4] },
    member: { commissionId },
    chair: { commissionId },
    operator: {},
  }[role];
  const token = await hall.token({ role, ...where });
  const { screen } = await joining.start(await hall.visit(11), token);
  expect(screen?.text).toContain(line);
  expect(screen?.rows[0]?.[0]?.text).toBe(button);
});

test('without a running monitoring the welcome names none', async () => {
  const hall = await openHall();
  const orgId = await hall.organisation('Кант шаарынын мэриясы');
  const token = await hall.token({ role: 'head', orgId });
  const { screen } = await joining.start(await hall.visit(11), token);
  expect(screen?.text).toContain('Сиз бул ботко чакырылдыңыз.');
  expect(screen?.text).toContain('Сиз: жетекчи');
  expect(screen?.text).not.toContain('Мөөнөтү');
});

test('names with markup, direction marks and zero-width characters stand as text', async () => {
  const hall = await openHall();
  const orgId = await hall.organisation('<b>А</b> & \u202E"Б"\u200B 🌷');
  const token = await hall.token({ role: 'officer', orgId });
  const { screen } = await joining.start(await hall.visit(11), token);
  expect(screen?.text).toContain('Мекеме: &lt;b&gt;А&lt;/b&gt; &amp; &quot;Б&quot; 🌷\n');
});

const SENTENCES = {
  unknown: {
    ky: `Шилтеменин мөөнөтү бүткөн же ал толук көчүрүлгөн эмес. Катты кайра ачып басыңыз же жаңысын сураңыз: ${PHONE}.`,
    ru: `Срок ссылки истёк или она скопирована не полностью. Откройте её из письма ещё раз или попросите новую: ${PHONE}.`,
    en: `The link has expired or was not copied whole. Open it from the letter once more, or ask for a new one: ${PHONE}.`,
  },
  used: {
    ky: `Бул шилтеме мурда колдонулган. Жаңысын оператордон сураңыз: ${PHONE}.`,
    ru: `Эта ссылка уже использована. Новую попросите у оператора: ${PHONE}.`,
    en: `This link has been used before. Ask the operator for a new one: ${PHONE}.`,
  },
  revoked: {
    ky: `Бул шилтеме жокко чыгарылган. Жаңысын оператордон сураңыз: ${PHONE}.`,
    ru: `Эта ссылка отменена. Новую попросите у оператора: ${PHONE}.`,
    en: `This link was taken back. Ask the operator for a new one: ${PHONE}.`,
  },
} satisfies Record<string, Record<Language, string>>;

test.each([
  ['wrong', 'unknown'],
  ['truncated', 'unknown'],
  ['expired', 'unknown'],
  ['used', 'used'],
  ['revoked', 'revoked'],
] as const)('a link that is %s gets its sentence in three languages', async (fault, sentence) => {
  const { hall, orgId, token } = await hallWithLink();
  let shown = token;
  if (fault === 'wrong') shown = 'x'.repeat(43);
  if (fault === 'truncated') shown = token.slice(0, 30);
  if (fault === 'expired') hall.at += 31 * DAY;
  if (fault === 'revoked') must(await revokeInvitation(hall.work(), 1));
  if (fault === 'used') {
    must(await openInvitation(hall.work(), token, 12));
    await press(hall, 12, 'join', 1);
  }
  const before = await hall.actions();
  for (const language of ['ky', 'ru', 'en'] as const) {
    const reply = await joining.start(await hall.visit(11, 'Ким', language), shown);
    expect(reply.screen?.text).toBe(SENTENCES[sentence][language]);
    expect(reply.screen?.rows).toHaveLength(1);
  }
  expect(await hall.actions()).toEqual(before);
  expect(await loadActor(hall.database.read, 11)).toBeNull();
  expect(orgId).toBe(1);
});

test('somebody known keeps his home and reads the sentence above it', async () => {
  const { hall, orgId, token } = await hallWithLink();
  await hall.join(11, { role: 'head', orgId });
  must(await openInvitation(hall.work(), token, 12));
  await press(hall, 12, 'join', 1);
  expect(await joining.start(await hall.visit(11), token)).toEqual({
    note: { text: SENTENCES.used.ky, rows: [] },
    screen: { text: 'home ky head', rows: [] },
  });
  expect(await joining.start(await hall.visit(12), token)).toEqual({
    note: {
      text: 'Сиз мурда эле кошулгансыз, шилтеменин кереги жок. Өз баракчаңызды ачыңыз: /menu.',
      rows: [],
    },
    screen: { text: 'home ky officer', rows: [] },
  });
});

test('without a telephone the sentence names the operator', async () => {
  const hall = await openHall({ contactPhone: () => Promise.resolve(null) });
  const { screen } = await joining.start(await hall.visit(11), 'x');
  expect(screen?.text).toBe(
    'Шилтеменин мөөнөтү бүткөн же ал толук көчүрүлгөн эмес. Катты кайра ачып басыңыз же оператордон жаңысын сураңыз.',
  );
  expect((await joining.strangerReply(await hall.visit(11))).screen?.text).toBe(
    'Бул бот чакыруу менен гана иштейт. Мекемеңиз мониторингге катышса, шилтемени оператордон сураңыз.',
  );
});

test('a stranger gets the polite sentence with the telephone, and nothing of the bot', async () => {
  const { hall } = await hallWithLink();
  const polite = {
    screen: {
      text: `Бул бот чакыруу менен гана иштейт. Мекемеңиз мониторингге катышса, шилтемени сураңыз: ${PHONE}.`,
      rows: [
        [
          { text: 'По-русски', data: 'l.1' },
          { text: 'In English', data: 'l.2' },
        ],
      ],
    },
  };
  expect(await joining.start(await hall.visit(66), null)).toEqual(polite);
  expect(await joining.strangerReply(await hall.visit(66))).toEqual(polite);
  const russian = await press(hall, 66, 'language', 1);
  expect(russian.screen?.text).toBe(
    `Бот работает только по приглашению. Если Ваша организация участвует в мониторинге, попросите ссылку: ${PHONE}.`,
  );
  expect((await joining.start(await hall.visit(66), null)).screen?.text).toBe(russian.screen?.text);
});

test('a forged join, refuse or language button of a link never opened is turned away', async () => {
  const { hall, token } = await hallWithLink();
  await joining.start(await hall.visit(11), token);
  const turnedAway = {
    toast: 'Бул баскыч Сизге тиешелүү эмес, эч нерсе өзгөргөн жок. Өз баракчаңызды ачыңыз: /menu.',
    alert: true,
  };
  const before = await hall.actions();
  expect(await press(hall, 66, 'join', 1)).toEqual(turnedAway);
  expect(await press(hall, 66, 'refuse', 1)).toEqual(turnedAway);
  expect(await press(hall, 66, 'joinLanguage', 1, 1)).toEqual(turnedAway);
  expect(await press(hall, 66, 'join', 999)).toEqual(turnedAway);
  expect(await press(hall, 11, 'language', 7)).toEqual(turnedAway);
  expect(await press(hall, 11, 'joinLanguage', 1, 7)).toEqual(turnedAway);
  expect(await hall.actions()).toEqual(before);
});

test('«I am not from this organisation» leaves the link for the right person', async () => {
  const { hall, token } = await hallWithLink();
  await joining.start(await hall.visit(11), token);
  expect(await press(hall, 11, 'refuse', 1)).toEqual({
    screen: { text: 'Түшүндүк. Шилтеме колдонулган жок, операторго кабар берилди.', rows: [] },
  });
  await joining.start(await hall.visit(12), token);
  expect(await press(hall, 12, 'join', 1)).toMatchObject({ toast: 'Кошулдуңуз' });
});

test('an operator of OPERATOR_IDS needs no link and can be written to from then on', async () => {
  const hall = await openHall();
  const reply = await joining.start(await hall.visit(OPERATOR, 'Оператор'), null);
  expect(reply).toEqual({ screen: { text: 'home ky ', rows: [] } });
  expect(await loadActor(hall.database.read, OPERATOR)).toMatchObject({ personId: 1 });
  await joining.start(await hall.visit(OPERATOR), null);
  expect(await hall.actions()).toEqual(['operator.entered']);
});

test('/language offers every language in its own words and ticks the present one', async () => {
  const { hall, orgId } = await hallWithLink();
  await hall.join(11, { role: 'officer', orgId });
  expect(await press(hall, 11, 'languages')).toEqual({
    screen: {
      text: 'Тилди тандаңыз',
      rows: [
        [{ text: '✓ Кыргызча', data: encode('language', [0]) }],
        [{ text: 'По-русски', data: encode('language', [1]) }],
        [{ text: 'In English', data: encode('language', [2]) }],
      ],
    },
  });
  expect(await press(hall, 11, 'language', 2)).toEqual({
    screen: { text: 'home en officer', rows: [] },
  });
});
