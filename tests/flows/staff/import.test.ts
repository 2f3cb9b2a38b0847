import { expect, test } from 'vitest';
import { encode } from '../../../src/chat/callback.ts';
import { listServants } from '../../../src/domain/register/reading.service.ts';
import { createStaff } from '../../../src/flows/staff/staff.ts';
import { buttonsOf, jump, type Phone, phoneOf } from '../../support/phone.ts';
import { enlist, entry, keeper } from '../../support/register.ts';
import { type Office, openOffice } from '../../support/visit.ts';

const officerOf = (office: Office): Phone => phoneOf(office, 'officer', 'ky', createStaff());

const names = async (office: Office): Promise<string[]> => {
  const { work, scope } = await keeper(office);
  const { items } = await listServants(work.read, scope, { skip: 0, take: 50 });
  return items.map(({ name }) => name);
};

async function asked(office: Office): Promise<Phone> {
  const phone = officerOf(office);
  await phone.open();
  await phone.tap('Кызматчылар');
  await phone.press(encode('staffImport', [office.orgId]));
  return phone;
}

const csv = (text: string) => ({
  name: 'тизме.csv',
  mime: 'text/csv',
  fetch: () => Promise.resolve<Uint8Array>(Buffer.from(text)),
});

const HEADER = 'Аты-жөнү;Кызмат орду;Дайындалган күнү;Акыркы окуусу\n';

test('pasted lines are checked, loaded on a tap, and at once it is said who is overdue and why', async () => {
  const office = await openOffice();
  const phone = await asked(office);
  expect(phone.screen.text).toBe(
    `<b>Көк-Жар айыл өкмөтү</b>
Excel же CSV файлын жөнөтүңүз же саптарды ушул жерге көчүрүңүз.

Төртөө жетиштүү: аты-жөнү; кызмат орду; дайындалган күнү; акыркы окуусу. Мисалы:
<code>Асанова Айгүл; башкы адис; 12.03.2021; 03.12.2022</code>

Адегенде текшерилет, Сиз макул болмоюнча эч нерсе өзгөрбөйт.`,
  );
  await phone.say(
    'Асанова Айгүл Бакытовна; башкы адис; 12.03.2021; 03.12.2022\nӨмүрова Гүлнур; адис; 01.02.2025;',
  );
  expect(phone.screen.text).toBe(
    `<b>Текшерилди: көчүрүлгөн саптар</b>
Көк-Жар айыл өкмөтү
Саптар: 2
Жаңы: 2 · өзгөргөн: 0 · өзгөрбөгөн: 0

<b>Жаңылар:</b>
• Асанова Айгүл Бакытовна – башкы адис
• Өмүрова Гүлнур – адис`,
  );
  expect(buttonsOf(phone.screen)).toEqual([['Жүктөө'], ['Жокко чыгаруу']]);
  expect(await names(office)).toEqual([]);
  await phone.tap('Жүктөө');
  expect(phone.screen.text).toBe(
    `Тизме жүктөлдү. Жаңы: 2 · өзгөргөн: 0 · кеткен: 0

<b>Мөөнөтү өткөндөр: 1</b>

1. Асанова А. Б. – окутуу, мөөнөтү 03.12.2025, 40 күн өттү. Акыркы окуусу: 03.12.2022.

Калган эстетмелер: 2. Аларды «Эстетмелер» баскычынан көрөсүз.`,
  );
  expect(await names(office)).toEqual(['Асанова Айгүл Бакытовна', 'Өмүрова Гүлнур']);
  await phone.tap('Жокко чыгаруу');
  expect(phone.screen.text).toMatch(/^Жокко чыгарылды\.\n\n<b>Кызматчылар: 0/);
});

test('a file shows what is new, changed side by side and gone; the gone leave only when told', async () => {
  const office = await openOffice();
  await enlist(office, { name: 'Асанова Айгүл', position: 'адис', appointedOn: '2021-03-12' });
  await enlist(office, { name: 'Токтобаев Бекжан', position: 'катчы' });
  const phone = await asked(office);
  const list = `${HEADER}Асанова Айгүл;<башкы> адис;12.03.2021;03.12.2025\nБейшенов Канат;адис;;\n`;
  await phone.send(csv(list));
  expect(phone.screen.text).toBe(
    `<b>Текшерилди: тизме.csv</b>
Көк-Жар айыл өкмөтү
Саптар: 2
Жаңы: 1 · өзгөргөн: 1 · өзгөрбөгөн: 0
Бул тизмеде жоктор: 1

<b>Өзгөргөндөр:</b>
• Асанова Айгүл
   Кызмат орду: адис → &lt;башкы&gt; адис
   + Окутуу, 03.12.2025

<b>Жаңылар:</b>
• Бейшенов Канат – адис

<b>Тизмеде жоктор:</b>
• Токтобаев Бекжан`,
  );
  const once = phone.screenId;
  await phone.tap('Жүктөө, жоктору иштен кетти');
  expect(phone.screen.text).toMatch(/^Тизме жүктөлдү\. Жаңы: 1 · өзгөргөн: 1 · кеткен: 1/);
  expect(await names(office)).toEqual(['Асанова Айгүл', 'Бейшенов Канат']);
  const again = encode('staffImportApply', [office.orgId, 1, 1]);
  await phone.press(again, once);
  expect(await names(office)).toEqual(['Асанова Айгүл', 'Бейшенов Канат']);
});

test('the last changes name the list that was loaded and what it did', async () => {
  const office = await openOffice();
  await enlist(office, { name: 'Токтобаев Бекжан', position: 'катчы' });
  const phone = await asked(office);
  const name = 'Айыл өкмөтүнүн <кызматчыларынын> тизмеси 2026.csv';
  await phone.send({ ...csv(`${HEADER}Асанова Айгүл;адис;;\n`), name });
  await phone.tap('Жүктөө, жоктору иштен кетти');
  await phone.press(encode('staffImport', [office.orgId]));
  await phone.say('Асанова Айгүл; адис; 12.03.2021; 03.12.2025');
  await phone.tap('Жүктөө');
  await phone.tap('Жокко чыгаруу');
  const lines = async (language: 'ky' | 'ru' | 'en') => {
    const reader = phoneOf(office, 'officer', language, createStaff());
    await reader.open();
    await reader.press(encode('staffChanges', [office.orgId]));
    return reader.screen.text.split('\n').slice(3, 5);
  };
  const file = 'Айыл өкмөтүнүн &lt;кызматчыларынын…';
  expect([await lines('ky'), await lines('ru'), await lines('en')]).toEqual([
    [
      '2. 12.01.2026, 10:30 · тизме жүктөлдү – көчүрүлгөн саптар (жаңы: 0, өзгөргөн: 1, кеткен: 0) (жокко чыгарылган)',
      `3. 12.01.2026, 10:30 · тизме жүктөлдү – ${file} (жаңы: 1, өзгөргөн: 0, кеткен: 1)`,
    ],
    [
      '2. 12.01.2026, 10:30 · загрузка списка – скопированные строки (новых: 0, изменено: 1, ушли: 0) (отменено)',
      `3. 12.01.2026, 10:30 · загрузка списка – ${file} (новых: 1, изменено: 0, ушли: 1)`,
    ],
    [
      '2. 12.01.2026, 10:30 · a list was loaded – copied lines (new: 0, changed: 1, left: 0) (undone)',
      `3. 12.01.2026, 10:30 · a list was loaded – ${file} (new: 1, changed: 0, left: 1)`,
    ],
  ]);
});

test('bad cells keep a list out: each by row, column, value and cure; the corrected list is awaited', async () => {
  const office = await openOffice();
  await enlist(office, { name: 'Асанова Айгүл', position: 'адис' });
  const phone = await asked(office);
  const rows = Array.from({ length: 7 }, (_, n) => `Кызматчы ${n};адис;2020;\n`).join('');
  await phone.send(csv(`${HEADER}Асанова Айгүл;адис;12.03.2031;\n${rows}`));
  expect(buttonsOf(phone.screen)).toEqual([
    ['Каталар: 8'],
    ['Белгиленген көчүрмө'],
    ['Жокко чыгаруу'],
  ]);
  const first =
    '2-сап, C («Дайындалган күнү»): «12.03.2031». 12.03.2031 күнү али келе элек, бүгүн 12.01.2026. Датаны текшерип, кайра жазыңыз.';
  expect(phone.screen.text).toContain(`<b>Оңдой турган жерлер: 8</b>\n• ${first}\n`);
  // Асанова stands in the list, in a row that was not read.
  expect(phone.screen.text).not.toContain('жоктор');
  await phone.tap('Каталар: 8');
  expect(phone.screen.text.split('\n\n').slice(0, 2)).toEqual([
    '<b>Каталар: 1–5 / 8</b>',
    `1. ${first}`,
  ]);
  await phone.tap('6–8 ›');
  expect(buttonsOf(phone.screen)).toEqual([['‹ 1–5'], ['Белгиленген көчүрмө'], ['‹ Текшерүү']]);
  await phone.tap('Белгиленген көчүрмө');
  const { client } = office.database;
  expect(await client.outboxMessage.findMany({ select: { kind: true } })).toEqual([
    { kind: 'staff.marked' },
  ]);
  await phone.press(encode('staffImportApply', [office.orgId, 1, 0]));
  expect(phone.last).toMatchObject({ alert: true, toast: expect.stringMatching(/8/) });
  await phone.send(csv(`${HEADER}Асанова Айгүл;адис;12.03.2021;\n`));
  await phone.tap('Жүктөө');
  expect(await names(office)).toEqual(['Асанова Айгүл']);
});

test('what is no list gets its sentence and the question again; nothing is kept of it', async () => {
  const office = await openOffice();
  const phone = await asked(office);
  await phone.send({ name: 'тизме.xlsx', fetch: () => Promise.resolve(Buffer.from('%PDF-1.7 ')) });
  expect(phone.last.note?.text).toMatch(/^Бул PDF файл/);
  expect(phone.screen.text).toContain('Excel же CSV файлын жөнөтүңүз');
  await phone.send({ name: 'тизме.xlsx', size: 30_000_000 });
  expect(phone.last.note?.text).toMatch(/^Файл өтө чоң/);
  await phone.say('', { text: null, other: 'voice' });
  expect(phone.last.note?.text).toMatch(/^Бул жерге тизме гана кабыл алынат/);
  expect(await office.database.client.staffImport.count()).toBe(0);
});

test('a list that was dropped or checked before another change is not loaded', async () => {
  const office = await openOffice();
  const phone = await asked(office);
  await phone.send(csv(`${HEADER}Асанова Айгүл;адис;;\n`));
  await phone.tap('Жокко чыгаруу');
  expect(phone.screen.text).toMatch(/^Тизме жүктөлгөн жок, эч нерсе өзгөргөн жок\./);
  await phone.press(encode('staffImportApply', [office.orgId, 1, 0]));
  expect(phone.last).toMatchObject({ alert: true });
  expect(phone.screen.text).toMatch(/^<b>Кызматчылар: 0/);
  await phone.tap('Тизмени жүктөө');
  await phone.send(csv(`${HEADER}Асанова Айгүл;адис;;\n`));
  await enlist(office, { name: 'Башка Кызматчы' }, [entry('training', '2025-01-01')]);
  await phone.tap('Жүктөө');
  expect(phone.last).toMatchObject({
    alert: true,
    toast: expect.stringMatching(/^Маалымат арада/),
  });
  expect(await names(office)).toEqual(['Башка Кызматчы']);
});

test('a spreadsheet that comes unasked is a staff list, but a document where an item is open', async () => {
  const office = await openOffice();
  const phone = officerOf(office);
  await phone.open();
  await phone.send(csv(`${HEADER}Асанова Айгүл;адис;;\n`));
  expect(phone.screen.text).toMatch(/^<b>Текшерилди: тизме\.csv/);
  await phone.tap('Жокко чыгаруу');
  await phone.open();
  await jump(phone, office, 301);
  const { onMessage } = createStaff();
  const file = { size: 10, photo: false, ...csv(HEADER) };
  const message = {
    chatId: 1,
    messageId: 1,
    text: null,
    caption: null,
    file,
    other: null,
    replyTo: null,
    album: null,
    edited: false,
  };
  expect(await onMessage(await office.visit('officer'), message)).toBe(null);
  for (const who of ['head', 'contributor', 'member', 'operator'] as const) {
    expect([who, await onMessage(await office.visit(who), message)]).toEqual([who, null]);
  }
});
