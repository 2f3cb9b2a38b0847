import { expect, test } from 'vitest';
import { ACTIONS, type ActionName } from '../../../src/chat/actions.ts';
import type { Button, Screen } from '../../../src/chat/screen.ts';
import type { Reply } from '../../../src/chat/visit.ts';
import { loadActor } from '../../../src/domain/access/actor.service.ts';
import { ROLE_KINDS } from '../../../src/domain/access/model.ts';
import { openInvitation } from '../../../src/domain/access/joining.service.ts';
import { bindGroup } from '../../../src/domain/commission/group.service.ts';
import { actions, admin } from '../../../src/flows/administration/actions.ts';
import { forms } from '../../../src/flows/administration/dialogs.ts';
import { type Hall, must, OPERATOR, openHall } from '../../support/hall.ts';

const NOT_YOURS = {
  toast: 'Бул баскыч Сизге тиешелүү эмес, эч нерсе өзгөргөн жок. Өз баракчаңызды ачыңыз: /menu.',
  alert: true,
};

const OPERATORS_ONLY = {
  note: {
    text: 'Бул бөлүм операторлор үчүн гана. Өз баракчаңызды ачыңыз: /menu.',
    rows: [],
  },
};

const press = async (hall: Hall, action: ActionName, ...args: number[]): Promise<Reply> => {
  const act = actions[action];
  if (!act) throw new Error(`no ${action}`);
  return act({ ...(await hall.visit(OPERATOR, 'Оператор')), pressed: 1 }, args);
};

/** Answers a typed step as the conversation would: read, then done. */
const type = async (
  hall: Hall,
  name: string,
  args: readonly (string | number)[],
  text: string,
  telegramId = OPERATOR,
): Promise<Reply> => {
  const form = forms.find((one) => one.name === name);
  if (!form) throw new Error(`no ${name}`);
  const visit = await hall.visit(telegramId);
  await form.ask(visit, args);
  const read = form.read(text, visit, args);
  return read.ok ? form.done(visit, args, read.value) : { note: { text: read.error, rows: [] } };
};

const buttons = (screen: Screen | undefined): Button[] => (screen?.rows ?? []).flat();
const named = (screen: Screen | undefined, text: string): string => {
  const button = buttons(screen).find((one) => one.text === text);
  if (!button || !('data' in button)) throw new Error(`no button ${text}`);
  return button.data;
};

test('everything of /admin is for operators alone: nothing is shown, nothing changes', async () => {
  const hall = await openHall();
  const orgId = await hall.organisation('Көк-Жар');
  const commissionId = await hall.commission();
  const campaignId = await hall.campaign({ commissionId });
  await hall.join(11, { role: 'officer', orgId });
  await hall.join(21, { role: 'chair', commissionId });
  const before = await hall.actions();
  for (const telegramId of [11, 21, 66]) {
    const typed = await hall.visit(telegramId);
    const pressed = { ...typed, pressed: 1 };
    expect(await admin(typed)).toEqual(OPERATORS_ONLY);
    expect(await admin(pressed)).toEqual(NOT_YOURS);
    for (const [name, act] of Object.entries(actions)) {
      const { args } = ACTIONS[name as ActionName];
      const forged = args.map((arg) => (arg === 'campaign' ? campaignId : 1));
      expect([name, await act(pressed, forged)]).toEqual([name, NOT_YOURS]);
    }
    for (const { name, done } of forms) {
      expect([name, await done(typed, [1, 0], 'Жаңы аталыш')]).toEqual([name, OPERATORS_ONLY]);
    }
  }
  expect(await hall.actions()).toEqual(before);
  expect(await hall.owed()).toEqual([]);
});

test('every operator action of the codec is carried out here', () => {
  const ofOperators = Object.keys(ACTIONS).filter((name) => name.startsWith('admin'));
  expect(Object.keys(actions).toSorted()).toEqual(ofOperators.toSorted());
});

test('/admin counts, and offers letters while organisations are without an officer', async () => {
  const hall = await openHall();
  const first = await hall.organisation('Көк-Жар');
  await hall.organisation('Ак-Кыя');
  await hall.campaign();
  await hall.join(11, { role: 'officer', orgId: first });
  const { screen } = await admin(await hall.visit(OPERATOR, 'Оператор'));
  expect(screen).toEqual({
    text: '<b>Башкаруу</b>\n\nМекемелер: 2\nЖооптуусу кошула электер: 1\nКомиссиялар: 1\nЖүрүп жаткан мониторингдер: 1',
    rows: [
      [{ text: 'Мекемелер', data: 'oo.0' }],
      [{ text: 'Комиссиялар', data: 'oc.0' }],
      [{ text: 'Мониторингдер', data: 'ok.0' }],
      [{ text: 'Мөөнөттөрдүн эрежелери', data: 'ow.0' }],
      [{ text: 'Майрам жана дем алыш күндөр', data: 'oh.0' }],
      [{ text: 'Чакыруу каттары (Word)', data: 'ol' }],
      [],
    ],
  });
  expect(await loadActor(hall.database.read, OPERATOR)).toMatchObject({ name: 'Оператор' });
});

test('an organisation is added by two choices and its name', async () => {
  const hall = await openHall();
  expect(named((await press(hall, 'adminOrganisationAdd')).screen, 'ЖӨБ органы')).toBe('oak.1');
  const regions = (await press(hall, 'adminOrganisationKind', 1)).screen;
  expect(named(regions, 'Нарын облусу')).toBe('oar.1.3');
  const { dialog } = await press(hall, 'adminOrganisationRegion', 1, 3);
  expect(dialog).toEqual({ name: 'admin.organisation.name', args: [1, 3] });
  const { screen } = await type(hall, 'admin.organisation.name', [1, 3], 'Көк-Жар <АӨ>');
  expect(screen?.text).toBe(
    '<b>Көк-Жар &lt;АӨ&gt;</b>\nЖӨБ органы · Нарын облусу\n\nКошулгандар:\nАзырынча эч ким жок.',
  );
  const again = await type(hall, 'admin.organisation.name', [1, 3], 'көк-жар <аө>');
  expect(again).toEqual({
    note: {
      text: 'Мындай мекеме бар: Көк-Жар &lt;АӨ&gt; (№ 1). Ошону тандаңыз же башка аталыш жазыңыз.',
      rows: [],
    },
  });
  const forged = await type(hall, 'admin.organisation.name', [7, 99], 'Башка');
  expect(forged.note?.text).toContain('Мекеменин түрү белгисиз');
});

test('organisations are leafed through and found by typing without Kyrgyz letters', async () => {
  const hall = await openHall();
  for (let n = 10; n < 20; n++) await hall.organisation(`Өзгөн ${n}`);
  await hall.organisation('Ак-Кыя');
  const first = (await press(hall, 'adminOrganisations', 0)).screen;
  expect(buttons(first).map(({ text }) => text)).toEqual([
    'Ак-Кыя',
    ...[10, 11, 12, 13, 14, 15, 16].map((n) => `Өзгөн ${n}`),
    '›',
    'Издөө',
    'Кошуу',
    '‹ Башкаруу',
  ]);
  const second = (await press(hall, 'adminOrganisations', 1)).screen;
  expect(
    buttons(second)
      .map(({ text }) => text)
      .slice(0, 4),
  ).toEqual(['Өзгөн 17', 'Өзгөн 18', 'Өзгөн 19', '‹']);
  const found = await type(hall, 'admin.organisation.search', [], 'озгон 1');
  expect(found.screen?.text).toBe(
    'Табылды: 10. Издөө: «озгон 1»\nАлгачкы 8 мекеме көрсөтүлдү. Толугураак жазып издеңиз.',
  );
});

test('an invitation is shown as a link that can be copied, and it works', async () => {
  const hall = await openHall();
  const orgId = await hall.organisation('Көк-Жар айыл өкмөтү');
  const { screen } = await press(hall, 'adminInvite', ROLE_KINDS.indexOf('head'), orgId);
  const copy = buttons(screen).find((button) => 'copy' in button);
  const link = copy && 'copy' in copy ? copy.copy : '';
  expect(screen?.text).toBe(
    [
      'Чакыруу: Көк-Жар айыл өкмөтү, айыл өкмөтүнүн башчысы. Шилтемени ошол кишиге гана жөнөтүңүз.',
      link,
      'Шилтеме бир гана жолу иштейт. Жарактуу мөөнөтү: 23.12.2026',
    ].join('\n\n'),
  );
  const token = link.replace('https://t.me/eskertkich_bot?start=', '');
  expect(must(await openInvitation(hall.work(), token, 12))).toMatchObject({ role: 'head', orgId });
  expect(await press(hall, 'adminInvite', ROLE_KINDS.indexOf('operator'), 1)).toEqual(NOT_YOURS);
  expect(await press(hall, 'adminInvite', 99, 1)).toEqual(NOT_YOURS);
  expect(await press(hall, 'adminInvite', ROLE_KINDS.indexOf('officer'), 99)).toEqual({
    toast: '№ 99 ачык мекеме жок. Тизмеден тандаңыз.',
    alert: true,
  });
});

test('a role is taken away after one question', async () => {
  const hall = await openHall();
  const orgId = await hall.organisation('Көк-Жар');
  await hall.join(11, { role: 'officer', orgId }, 'Асанова & Ко');
  const shown = (await press(hall, 'adminOrganisation', orgId)).screen;
  expect(shown?.text).toContain('• Асанова &amp; Ко – кадр иши боюнча жооптуу');
  expect(named(shown, 'Ролун токтотуу: Асанова & Ко')).toBe('ov.1');
  const asked = (await press(hall, 'adminRoleRevoke', 1)).screen;
  expect(named(asked, 'Жок, калтыруу')).toBe('og.1');
  expect((await loadActor(hall.database.read, 11))?.roles).toHaveLength(1);
  const after = await press(hall, 'adminRoleRevokeSure', 1);
  expect(after.screen?.text).toContain('Азырынча эч ким жок.');
  expect((await loadActor(hall.database.read, 11))?.roles).toEqual([]);
  expect(await press(hall, 'adminRoleRevokeSure', 1)).toEqual({
    toast: '№ 1 роль мурда эле токтотулган. Эч нерсе кылуунун кереги жок.',
    alert: true,
  });
});

test('an organisation is renamed, and closed after one question', async () => {
  const hall = await openHall();
  const id = await hall.organisation('Көк-Жар');
  expect((await press(hall, 'adminOrganisationRename', id)).dialog).toEqual({
    name: 'admin.organisation.rename',
    args: [id],
  });
  const renamed = await type(hall, 'admin.organisation.rename', [id], 'Жаңы Көк-Жар');
  expect(renamed.screen?.text).toContain('<b>Жаңы Көк-Жар</b>');
  const asked = await press(hall, 'adminOrganisationClose', id);
  expect(named(asked.screen, 'Ооба, жабуу')).toBe('oqs.1');
  const closed = await press(hall, 'adminOrganisationCloseSure', id);
  expect(closed.screen?.text).toContain('Жабылган');
  expect(buttons(closed.screen).map(({ text }) => text)).toEqual(['Мекемелер']);
  expect(await press(hall, 'adminOrganisation', 99)).toEqual(NOT_YOURS);
});

test('a campaign is opened by four short steps, extended and closed', async () => {
  const hall = await openHall();
  await hall.organisation('Көк-Жар');
  expect((await press(hall, 'adminCampaignOpen')).dialog?.name).toBe('admin.campaign.title');
  const titled = await type(hall, 'admin.campaign.title', [], 'Мониторинг');
  expect(titled.dialog).toEqual({ name: 'admin.campaign.deadline', args: ['Мониторинг'] });
  const late = await type(hall, 'admin.campaign.deadline', ['Мониторинг'], '01.01.2020');
  expect(late.note?.text).toBe('Бул дата өтүп кеткен. Бүгүнкү же андан кийинки датаны жазыңыз.');
  const dated = await type(hall, 'admin.campaign.deadline', ['Мониторинг'], '15.01.2027');
  const args = ['Мониторинг', '2027-01-15'];
  expect(dated.dialog).toEqual({ name: 'admin.campaign.period', args });
  const bad = await type(hall, 'admin.campaign.period', args, 'былтыр');
  expect(bad.note?.text).toContain('Мезгил түшүнүксүз.');
  const period = await type(hall, 'admin.campaign.period', args, '01.01.2023-31.12.2025');
  const full = [...args, '2023-01-01', '2025-12-31'];
  expect(period.dialog).toEqual({ name: 'admin.campaign.phone', args: full });
  const { screen } = await type(hall, 'admin.campaign.phone', full, '0312 62 00 01');
  expect(screen?.text).toBe(
    [
      '<b>Мониторинг</b>',
      '',
      'Мөөнөтү: 23.11.2026 – 15.01.2027',
      'Мезгили: 01.01.2023 – 31.12.2025',
      'Катышкан мекемелер: 1',
      'Комиссия: Мониторинг',
      'Телефон: 0312 62 00 01',
    ].join('\n'),
  );
  const extended = await type(hall, 'admin.campaign.extend', [1], '01.02.2027');
  expect(extended.screen?.text).toContain('01.02.2027');
  const earlier = await type(hall, 'admin.campaign.extend', [1], '31.01.2027');
  expect(earlier.note?.text).toBe('Азыркы мөөнөтү: 01.02.2027. Андан кийинки датаны жазыңыз.');
  expect(named((await press(hall, 'adminCampaignClose', 1)).screen, 'Ооба, жабуу')).toBe('ozs.1');
  const closed = await press(hall, 'adminCampaignCloseSure', 1);
  expect(closed.screen?.text).toContain('Жабылган');
});

test('period and telephone may be left out with a dash', async () => {
  const hall = await openHall();
  const args = ['Мониторинг', '2027-01-15'];
  const { dialog } = await type(hall, 'admin.campaign.period', args, '–');
  expect(dialog?.args).toEqual([...args, '', '']);
  const { screen } = await type(hall, 'admin.campaign.phone', [...args, '', ''], '-');
  expect(screen?.text).not.toContain('Телефон');
  expect(screen?.text).not.toContain('Мезгили');
});

test('an organisation is taken into a running campaign it is not in', async () => {
  const hall = await openHall();
  const first = await hall.organisation('Көк-Жар');
  const second = await hall.organisation('Ак-Кыя');
  const campaign = await hall.campaign({ who: { orgIds: [first], kind: null, region: null } });
  const shown = (await press(hall, 'adminOrganisation', second)).screen;
  expect(named(shown, 'Кошуу: Мониторинг 2026')).toBe(`oj.${campaign}.${second}`);
  const after = await press(hall, 'adminAdmit', campaign, second);
  expect(after.screen?.text).toContain('Катышат:\n• Мониторинг 2026');
});

test('a commission is added, and its group bound by a link', async () => {
  const hall = await openHall();
  const { screen } = await type(hall, 'admin.commission.name', [], 'Жумушчу комиссия');
  expect(screen?.text).toContain('Топ: туташтырылган эмес');
  const bind = (await press(hall, 'adminBind', 1)).screen;
  const [choose] = buttons(bind);
  const url = choose && 'url' in choose ? choose.url : '';
  const token = url.replace('https://t.me/eskertkich_bot?startgroup=', '');
  must(await bindGroup(hall.work(), token, { id: -1001, isForum: true }));
  expect((await press(hall, 'adminCommission', 1)).screen?.text).toContain('Топ: туташтырылган');
  expect((await press(hall, 'adminCommissions', 0)).screen?.text).toContain('Комиссиялар: 1');
  expect(await press(hall, 'adminBind', 9)).toMatchObject({ alert: true });
});

test('an operator sees number and organisation of what nobody receives, and no answer of it', async () => {
  const hall = await openHall();
  const orgId = await hall.organisation('Көк-Жар');
  const campaignId = await hall.campaign();
  const { client } = hall.database;
  const { id: assessmentId } = await client.assessment.create({
    data: { campaignId, orgId, state: 'submitted', createdAt: 1n },
  });
  await client.answer.create({
    data: { assessmentId, item: 303, rating: 'no', comment: 'ЖАШЫРУУН ЖООП' },
  });
  await client.submission.create({
    data: {
      number: '2026-0001',
      assessmentId,
      schema: 1,
      document: '{"comment":"ЖАШЫРУУН ЖООП"}',
      sha256: 'x',
      submittedAt: 1n,
      submittedBy: 1,
      late: false,
    },
  });
  const shown = [
    (await admin(await hall.visit(OPERATOR))).screen,
    (await press(hall, 'adminUnreceived')).screen,
    (await press(hall, 'adminOrganisation', orgId)).screen,
    (await press(hall, 'adminCampaign', campaignId)).screen,
    (await press(hall, 'adminCommission', 1)).screen,
  ];
  expect(shown[0]?.text).toContain('Алуучусу жок баалоолор: 1');
  expect(shown[1]?.text).toContain('№ 2026-0001 · Көк-Жар');
  expect(named(shown[1], 'Мониторинг 2026')).toBe('om.1');
  expect(JSON.stringify(shown)).not.toContain('ЖАШЫРУУН');
  await hall.join(21, { role: 'member', commissionId: 1 });
  expect((await press(hall, 'adminUnreceived')).screen?.text).toBe(
    'Алуучусу жок баалоо калган жок.',
  );
});
