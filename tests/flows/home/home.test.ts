import { describe, expect, test } from 'vitest';
import { answerAll } from '../../support/answered.ts';
import { buttonsOf, phoneOf } from '../../support/phone.ts';
import { NOW, type Office, openOffice } from '../../support/visit.ts';

const DAY = 24 * 3600 * 1000;

const grant = (office: Office, who: 'officer' | 'head', role: Record<string, unknown>) =>
  office.database.client.role.create({
    data: { kind: 'officer', personId: office.id(who), createdAt: 1n, ...role },
  });

describe('the home page of an officer', () => {
  test('says how far she is, until when, and what comes next', async () => {
    const office = await openOffice();
    await answerAll(office, { '3.1': { later: true }, '3.3': {}, '14.4': {} });
    const phone = phoneOf(office, 'officer');
    await phone.open();
    expect(phone.screen.text).toBe(
      '<b>Көк-Жар айыл өкмөтү</b>\nМониторинг: 2026-жылдын пландуу мониторинги\nМөөнөтү: 15.01.2026, 3 күн калды\n\nЖооп берилди: 45 / 48\nКийинкиси: 3.3',
    );
    expect(buttonsOf(phone.screen)).toEqual([
      ['Улантуу'],
      ['Жөнөтүү алдындагы текшерүү'],
      ['Багыттар', 'Кызматчылар'],
      ['Эстетмелер', 'Жардам'],
      ['Бош баракчаны басып чыгаруу'],
      ['Тил'],
    ]);
  });

  test.each([
    ['ru', -1, 'Срок: 15.01.2026, остался 1 день', 2],
    ['ru', 0, 'Срок: 15.01.2026, сегодня', 3],
    ['ky', 1, 'Мөөнөтү 15.01.2026 күнү бүткөн. Азыр да жөнөтсөңүз болот', 4],
    ['en', -4, 'Deadline: 15.01.2026, 4 days left', -1],
  ] as const)('counts the days in %s', async (language, _left, line, days) => {
    const office = await openOffice();
    const phone = phoneOf(office, 'officer', language);
    phone.now = NOW + days * DAY;
    await phone.open();
    expect(phone.screen.text).toContain(`\n${line}`);
  });

  test('opens the assessment once, with an empty answer to each item', async () => {
    const office = await openOffice();
    const phone = phoneOf(office, 'otherOfficer');
    await phone.open();
    await phone.open();
    const { client } = office.database;
    const opened = await client.assessment.findMany({
      where: { orgId: office.otherOrgId },
      include: { answers: true },
    });
    expect(opened).toHaveLength(1);
    expect(opened[0]?.answers).toHaveLength(48);
    expect(
      opened[0]?.answers.every(({ rating, revision }) => rating === null && revision === 0),
    ).toBe(true);
    expect(buttonsOf(phone.screen)).toEqual([
      ['Баштоо'],
      ['Багыттар', 'Кызматчылар'],
      ['Эстетмелер', 'Жардам'],
      ['Бош баракчаны басып чыгаруу'],
      ['Тил'],
    ]);
  });

  test('does not open one before the monitoring begins', async () => {
    const office = await openOffice({ campaign: { opensOn: '2026-01-13' } });
    const phone = phoneOf(office, 'otherOfficer');
    await phone.open();
    expect(phone.screen.text).toContain('Мониторинг 13.01.2026 күнү башталат.');
    expect(buttonsOf(phone.screen)).toEqual([
      ['Кызматчылар', 'Эстетмелер'],
      ['Жардам', 'Тил'],
    ]);
    const count = await office.database.client.assessment.count({
      where: { orgId: office.otherOrgId },
    });
    expect(count).toBe(0);
  });

  test('of several organisations is a list first', async () => {
    const office = await openOffice();
    await grant(office, 'officer', { orgId: office.otherOrgId });
    const phone = phoneOf(office, 'officer');
    await phone.open();
    expect(buttonsOf(phone.screen)).toEqual([
      ['Ак-Кыя айыл өкмөтү'],
      ['Көк-Жар айыл өкмөтү'],
      ['Кызматчылар'],
      ['Жардам', 'Тил'],
    ]);
    expect(phone.screen.text).toMatch(/\n\n<b>Кайсынысын ачасыз\?<\/b>$/);
    await phone.tap('Ак-Кыя айыл өкмөтү');
    expect(phone.screen.text).toMatch(/^<b>Ак-Кыя айыл өкмөтү<\/b>\n/);
  });

  test('leads to what was sent, and to nothing that is closed', async () => {
    const office = await openOffice();
    const { client } = office.database;
    const phone = phoneOf(office, 'officer');
    await client.assessment.updateMany({ data: { state: 'opened' } });
    await phone.open();
    expect(buttonsOf(phone.screen)).toEqual([
      ['Жөнөтүлгөн баалоону ачуу'],
      ['Кызматчылар', 'Эстетмелер'],
      ['Жардам', 'Тил'],
    ]);
    await phone.tap('Жөнөтүлгөн баалоону ачуу');
    expect(phone.screen.text).toBe('what was sent');
    await client.campaign.updateMany({ data: { closedAt: 1n } });
    await phone.open();
    expect(phone.screen).toEqual({
      text: 'Көк-Жар айыл өкмөтү: «2026-жылдын пландуу мониторинги» мониторинги жабылган, жооптор өзгөртүлбөйт.\nСуроо болсо: +996 312 00 00 00.',
      rows: [
        [
          expect.objectContaining({ text: 'Кызматчылар' }),
          expect.objectContaining({ text: 'Эстетмелер' }),
        ],
        [expect.objectContaining({ text: 'Жардам' }), expect.objectContaining({ text: 'Тил' })],
      ],
    });
  });

  test('says so when no monitoring runs, with the telephone if there is one', async () => {
    const office = await openOffice();
    const { client } = office.database;
    await client.answer.deleteMany();
    await client.assessment.deleteMany();
    await client.participation.deleteMany();
    const phone = phoneOf(office, 'officer');
    await phone.open();
    expect(phone.screen.text).toBe(
      'Азыр мекемеңиз катышкан мониторинг жок. Суроо болсо: +996 312 00 00 00.',
    );
    await client.campaign.updateMany({ data: { contactPhone: null } });
    await phone.open();
    expect(phone.screen.text).toBe(
      'Азыр мекемеңиз катышкан мониторинг жок. Башталганда ушул жерден көрөсүз.',
    );
  });

  test('shows a name as it is, whatever stands in it', async () => {
    const office = await openOffice();
    await office.database.client.organisation.updateMany({
      data: { name: '<b>А&Б</b>\u202E "өкмөт" 🙂' },
    });
    const phone = phoneOf(office, 'officer');
    await phone.open();
    expect(phone.screen.text.split('\n')[0]).toBe(
      '<b>&lt;b&gt;А&amp;Б&lt;/b&gt; &quot;өкмөт&quot; 🙂</b>',
    );
  });
});

describe('the home page of others', () => {
  test.each(['head', 'contributor'] as const)(
    'does not ask the %s to send what is complete: only the officer does',
    async (who) => {
      const office = await openOffice();
      await answerAll(office);
      const phone = phoneOf(office, who);
      await phone.open();
      expect(phone.screen.text.split('\n').at(-1)).toBe('Бардык суроолорго жооп берилди.');
      const officer = phoneOf(office, 'officer');
      await officer.open();
      expect(officer.screen.text.split('\n').at(-1)).toBe(
        'Бардык суроолорго жооп берилди. Текшерип, комиссияга жөнөтүңүз.',
      );
    },
  );

  test('the head reads and checks, and is told when nothing was begun', async () => {
    const office = await openOffice();
    const phone = phoneOf(office, 'head');
    await phone.open();
    expect(buttonsOf(phone.screen)).toEqual([
      ['Жоопторду окуу'],
      ['Жөнөтүү алдындагы текшерүү'],
      ['Кызматчылар', 'Эстетмелер'],
      ['Жардам', 'Тил'],
    ]);
    await office.database.client.assessment.updateMany({ data: { state: 'submitted' } });
    await phone.open();
    expect(buttonsOf(phone.screen)[1]).toEqual(['Жөнөтүлгөн баалоону ачуу']);
    await office.database.client.answer.deleteMany();
    await office.database.client.assessment.deleteMany();
    await phone.open();
    expect(phone.screen.text).toContain('Кадр иши боюнча жооптуу жооп бере элек.');
    expect(await office.database.client.assessment.count()).toBe(0);
  });

  test('members go to what came in, operators to the administration, and several roles stand together', async () => {
    const office = await openOffice();
    const member = phoneOf(office, 'member');
    await member.open();
    expect(buttonsOf(member.screen)).toEqual([['Келген баалоолор'], ['Жардам', 'Тил']]);
    const operator = phoneOf(office, 'operator');
    await operator.open();
    expect(buttonsOf(operator.screen)).toEqual([['Башкаруу'], ['Жардам', 'Тил']]);
    await grant(office, 'officer', { kind: 'member', commissionId: office.commissionId });
    await grant(office, 'officer', { kind: 'operator' });
    const officer = phoneOf(office, 'officer');
    await officer.open();
    expect(buttonsOf(officer.screen)).toEqual([
      ['Көк-Жар айыл өкмөтү'],
      ['Кызматчылар', 'Эстетмелер'],
      ['Келген баалоолор'],
      ['Башкаруу'],
      ['Жардам', 'Тил'],
    ]);
  });
});

test('help begins with the telephone of the monitoring', async () => {
  const office = await openOffice();
  const phone = phoneOf(office, 'officer');
  const visit = await office.visit('officer');
  const { screen } = await phone.walk.help(visit);
  expect(screen?.text.split('\n')[0]).toBe(
    'Мониторинг боюнча жооптуунун телефону: +996 312 00 00 00',
  );
  await office.database.client.campaign.updateMany({ data: { contactPhone: null } });
  expect((await phone.walk.help(visit)).screen?.text).toMatch(
    /^Мониторинг боюнча жооптуунун телефону азырынча көрсөтүлгөн эмес/,
  );
});
