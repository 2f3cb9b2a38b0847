import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { acceptInvitation, openInvitation } from '../../src/domain/access/joining.service.ts';
import { createWork } from '../../src/domain/audit/work.service.ts';
import { must, NOW } from '../support/hall.ts';
import { openShell, type Shell } from './shell.ts';

const ORG = ['org', 'add', '--name', 'Көк-Жар', '--kind', 'municipal', '--region', 'Нарын'];
const CAMPAIGN = ['campaign', 'open', '--checklist', 'monitoring-memo', '--title', 'Мониторинг'];
const DEADLINE = ['--deadline', '2027-01-15'];

/** Somebody follows a link and joins, as the bot lets him. */
async function join(shell: Shell, token: string, telegramId: number): Promise<number> {
  const database = shell.database();
  const work = createWork({ database, auditKey: 'other', actorId: 0, now: NOW });
  const { id } = must(await openInvitation(work, token, telegramId));
  const newcomer = { telegramId, name: 'Гүлнур', language: 'ky' } as const;
  return must(await acceptInvitation(work, id, newcomer)).personId;
}

test('organisations: add, list, find, rename, merge, close, regions', async () => {
  const shell = openShell();
  expect(await shell.json(...ORG)).toEqual({ id: 1 });
  expect(await shell.json(...ORG, '--district', 'Ат-Башы')).toEqual({ id: 2 });
  const first = {
    id: 1,
    name: 'Көк-Жар',
    kind: 'municipal',
    region: 'naryn',
    district: null,
    closed: false,
  };
  expect(await shell.json('org', 'list')).toEqual({
    items: [first, { ...first, id: 2, district: 'Ат-Башы' }],
  });
  expect(await shell.json('org', 'rename', '1', '--name', 'Ак-Кыя')).toEqual({
    id: 1,
    name: 'Ак-Кыя',
  });
  expect(await shell.json('org', 'list', '--find', 'КОК-жар')).toMatchObject({
    items: [{ id: 2 }],
  });
  expect(await shell.json('org', 'merge', '1', '--into', '2')).toEqual({ id: 2, merged: 1 });
  expect(await shell.json('org', 'close', '2')).toEqual({ id: 2 });
  expect(await shell.json('org', 'list')).toEqual({ items: [] });
  expect((await shell.run('org', 'list', '--closed')).out).toBe(
    '1\tmunicipal\tnaryn\t\tАк-Кыя (closed)\n2\tmunicipal\tnaryn\tАт-Башы\tКөк-Жар (closed)\n',
  );
  const { items } = await shell.json('org', 'regions');
  expect(items).toHaveLength(9);
  expect(items).toContainEqual({
    id: 'naryn',
    ky: 'Нарын облусу',
    ru: 'Нарынская область',
    en: 'Naryn Region',
  });
});

test('links: the token and the link name the bot, and the token works', async () => {
  const shell = openShell();
  await shell.run(...ORG);
  const token = '1'.padStart(43, 't');
  expect(await shell.json('invite', '--role', 'officer', '--org', '1')).toEqual({
    token,
    link: `https://t.me/eskertkich_bot?start=${token}`,
    expiresAt: '2026-12-23T04:00:00.000Z',
  });
  const personId = await join(shell, token, 11);
  expect(await shell.json('person', 'list', '--org', '1')).toEqual({
    items: [
      {
        id: personId,
        roleId: 1,
        name: 'Гүлнур',
        role: 'officer',
        directions: null,
        language: 'ky',
        reachable: true,
      },
    ],
  });
  expect(await shell.json('invite', 'list')).toMatchObject({
    items: [{ id: 1, role: 'officer', state: 'used', orgId: 1, usedBy: personId }],
  });
  expect(await shell.json('role', 'revoke', '1')).toEqual({ id: 1 });
  expect(await shell.json('person', 'list', '--org', '1')).toEqual({ items: [] });
  expect(await shell.json('erase', 'person', String(personId))).toEqual({ id: personId });
  expect((await shell.run('erase', 'person', String(personId))).code).toBe(1);
});

test('every role can be invited; a contributor with directions', async () => {
  const shell = openShell();
  await shell.run(...ORG);
  await shell.run('commission', 'add', '--name', 'К');
  const link = expect.stringContaining('https://t.me/eskertkich_bot?start=') as unknown;
  const shape = { token: expect.any(String) as unknown, link };
  expect(await shell.json('invite', '--role', 'head', '--org', '1')).toMatchObject(shape);
  expect(
    await shell.json('invite', '--role', 'contributor', '--org', '1', '--directions', '3,4'),
  ).toMatchObject(shape);
  expect(await shell.json('invite', '--role', 'member')).toMatchObject(shape);
  expect(await shell.json('invite', '--role', 'chair', '--commission', '1')).toMatchObject(shape);
  expect(await shell.json('invite', '--role', 'operator')).toMatchObject(shape);
  expect(await shell.json('invite', 'revoke', '5')).toEqual({ id: 5 });
  expect(await shell.json('invite', 'list')).toMatchObject({
    items: [
      { role: 'head', orgId: 1 },
      { role: 'contributor', orgId: 1, directions: [3, 4] },
      { role: 'member', commissionId: 1 },
      { role: 'chair', commissionId: 1 },
      { role: 'operator', state: 'revoked' },
    ],
  });
});

test('a commission must be named where there is none or more than one', async () => {
  const shell = openShell();
  expect(await shell.run('invite', '--role', 'member')).toEqual({
    code: 1,
    out: '',
    err: 'There is no commission yet: add one with "commission add --name N".\n',
  });
  await shell.run('commission', 'add', '--name', 'А');
  await shell.run('commission', 'add', '--name', 'Б');
  expect((await shell.run('invite', '--role', 'member')).err).toBe(
    'There are several commissions: name one with --commission. 1 (А), 2 (Б).\n',
  );
});

test('letters for all organisations without an officer go into one file', async () => {
  const shell = openShell();
  await shell.run(...ORG);
  await shell.run(...CAMPAIGN, ...DEADLINE, '--contact', '0312');
  const out = path.join(shell.folder, 'letters.docx');
  const args = ['invite', '--all-organisations', '--role', 'officer', '--out', out];
  expect(await shell.json(...args)).toEqual({ letters: 1, out });
  expect(readFileSync(out, 'utf8')).toBe('paper 1');
  expect(statSync(out).mode & 0o777).toBe(0o600);
  expect(shell.jobs).toMatchObject([
    {
      kind: 'letters',
      letters: [{ org: 'Көк-Жар', contactPhone: '0312', deadline: '2027-01-15' }],
    },
  ]);
  const nowhere = await shell.run(...args.slice(0, -1), path.join(shell.folder, 'no', 'x.docx'));
  expect(nowhere.code).toBe(1);
  expect(nowhere.err).toContain('is not there: check the name and its folder.');
  expect((await shell.json('invite', 'list')).items).toHaveLength(1);
});

test('campaigns: open with a commission of the title, list, extend, take in, close', async () => {
  const shell = openShell();
  await shell.run(...ORG);
  await shell.run('commission', 'add', '--name', 'Бар комиссия');
  const period = ['--from', '2023-01-01', '--to', '2025-12-31', '--head-confirms'];
  expect(await shell.json(...CAMPAIGN, ...DEADLINE, ...period)).toEqual({ id: 1 });
  expect(await shell.json('campaign', 'list')).toEqual({
    items: [
      {
        id: 1,
        commissionId: 2,
        commission: 'Мониторинг',
        checklistId: 'monitoring-memo',
        edition: '2022-03-22',
        title: 'Мониторинг',
        kind: 'planned',
        basis: null,
        paper: null,
        contactPhone: null,
        opensOn: '2026-11-23',
        deadline: '2027-01-15',
        periodFrom: '2023-01-01',
        periodTo: '2025-12-31',
        headConfirms: true,
        closed: false,
        organisations: 1,
      },
    ],
  });
  expect(await shell.json('commission', 'list')).toEqual({
    items: [
      { id: 1, name: 'Бар комиссия', members: 0, group: false },
      { id: 2, name: 'Мониторинг', members: 0, group: false },
    ],
  });
  expect(await shell.json(...CAMPAIGN, ...DEADLINE, '--org', '1', '--commission', '1')).toEqual({
    id: 2,
  });
  await shell.run(...ORG, '--district', 'Экинчи');
  expect(
    await shell.json('campaign', 'extend', '2', '--deadline', '2027-02-01', '--org', '1', '2'),
  ).toEqual({ id: 2, deadline: '2027-02-01', added: 1 });
  expect(await shell.json('campaign', 'close', '2')).toEqual({ id: 2 });
  expect((await shell.run('campaign', 'close', '2')).err).toBe(
    'Campaign No 2 is closed. Open a new one.\n',
  );
});

test.each([
  [[...CAMPAIGN, '--deadline', '15.01.2027'], 'There is no such date: 15.01.2027.'],
  [[...CAMPAIGN, ...DEADLINE, '--opens', '2027-02-01'], 'is before the opening'],
  [[...CAMPAIGN, ...DEADLINE, '--from', '2023-01-01'], 'A period needs both dates'],
  [[...CAMPAIGN, ...DEADLINE, '--region', 'Марс'], 'The region "Марс" is unknown'],
  [[...CAMPAIGN, ...DEADLINE, '--org', '7'], 'There is no open organisation No 7.'],
  [
    ['campaign', 'open', '--checklist', 'x', '--title', 'T', ...DEADLINE],
    'There is no checklist "x": choose one of monitoring-memo.',
  ],
  [['org', 'rename', '7', '--name', 'X'], 'There is no organisation No 7.'],
  [['person', 'list', '--org', '7'], 'There is no organisation No 7.'],
  [['invite', 'revoke', '7'], 'There is no invitation No 7.'],
  [['role', 'revoke', '7'], 'There is no role No 7.'],
])('refused with exit code 1 and the cure on standard error: %j', async (args, sentence) => {
  const ran = await openShell().run(...args);
  expect(ran).toMatchObject({ code: 1, out: '' });
  expect(ran.err).toContain(sentence);
});

test.each([
  [[], 'Usage:'],
  [['nonsense'], "unknown command 'nonsense'"],
  [['org'], 'Usage:'],
  [['org', 'add', '--kind', 'state'], "required option '--name <name>'"],
  [['org', 'rename', 'x', '--name', 'X'], 'It must be an id'],
  [['org', 'list', '--nonsense'], "unknown option '--nonsense'"],
  [['invite'], '--role is missing'],
  [['invite', '--role', 'tsar'], 'Allowed choices are officer'],
  [['invite', '--role', 'officer'], '--org is missing'],
  [['invite', '--role', 'contributor', '--org', '1'], '--directions is missing'],
  [
    ['invite', '--role', 'contributor', '--org', '1', '--directions', '3,3'],
    'numbers of directions',
  ],
  [['invite', '--role', 'head', '--all-organisations', '--out', 'x'], 'invites officers only'],
  [['invite', '--role', 'officer', '--all-organisations'], 'go together'],
  [['campaign', 'extend', '1'], 'name --deadline or --org'],
  [['export', 'submission', '1', '--format', 'zip'], 'Allowed choices are docx'],
  [['remind', '--as-of', '2026-02-30T09:00'], 'It must be a local time'],
  [['export', 'campaign', '1'], '"export campaign" is not in this version'],
  [['backup', 'x'], '"backup" is not in this version'],
])('a mistake of usage has exit code 2 and opens nothing: %j', async (args, sentence) => {
  const shell = openShell();
  const ran = await shell.run(...args);
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.err).toContain(sentence);
  expect(existsSync(shell.settings.dataDir)).toBe(false);
});

test('help that is asked for is no mistake', async () => {
  const ran = await openShell().run('org', 'add', '--help');
  expect(ran).toMatchObject({ code: 0, err: '' });
  expect(ran.out).toContain('--district');
});

test('a wrong environment is refused with its sentence', async () => {
  const sentence = 'TIME_ZONE is not a time zone: use a name such as Asia/Bishkek.';
  const shell = openShell({ settings: () => ({ ok: false, error: sentence }) });
  expect(await shell.run('org', 'list')).toEqual({ code: 1, out: '', err: `${sentence}\n` });
});

test('where Telegram does not name the bot no link is made', async () => {
  const shell = openShell({
    botUsername: () => Promise.resolve({ ok: false, error: 'Telegram does not answer.' }),
  });
  await shell.run(...ORG);
  expect(await shell.run('invite', '--role', 'head', '--org', '1')).toMatchObject({
    code: 1,
    err: 'Telegram does not answer.\n',
  });
  expect(await shell.json('invite', 'list')).toEqual({ items: [] });
});

test('the demo goes into an empty database only, and its links work', async () => {
  const shell = openShell();
  const demo = await shell.json('seed', 'demo');
  const tokens = demo.tokens as Record<string, string>;
  await join(shell, tokens.officer ?? '', 11);
  expect(await shell.run('seed', 'demo')).toMatchObject({
    code: 1,
    err: 'The database is not empty: the demo goes only into an empty one. Set DATA_DIR to another folder.\n',
  });
});

test('without a BOT_TOKEN commands speak to the sandbox that is there', async () => {
  const folder = openShell({}, { botToken: null, secretKey: null });
  const sandboxDir = path.join(folder.settings.dataDir, 'sandbox');
  const inside = {
    botToken: null,
    secretKey: null,
    dataDir: sandboxDir,
    databaseFile: path.join(sandboxDir, 'eskertkich.db'),
  };
  const sandbox = openShell({}, inside);
  await sandbox.run(...ORG);
  expect(await folder.json('org', 'list')).toMatchObject({ items: [{ name: 'Көк-Жар' }] });
  expect(existsSync(folder.settings.databaseFile)).toBe(false);
});

test('an imported table may be CSV, TSV or semicolons', async () => {
  const shell = openShell();
  const file = (name: string, text: string | Uint8Array) => {
    const full = path.join(shell.folder, name);
    writeFileSync(full, text);
    return full;
  };
  const csv = file('a.csv', '\uFEFFname,kind,region\r\n"А, ""Б""\nВ",state,osh\r\n');
  expect(await shell.json('org', 'import', csv)).toEqual({ added: 1, known: 0, ids: [1] });
  expect(await shell.json('org', 'list')).toMatchObject({ items: [{ name: 'А, "Б" В' }] });
  const tsv = file('a.tsv', 'region\tkind\tname\nosh\tstate\tГ\n');
  expect(await shell.json('org', 'import', tsv)).toMatchObject({ added: 1 });
  const semicolons = file('b.csv', 'name;kind;region;district\nД;state;osh;Алай\n\n');
  expect(await shell.json('org', 'import', semicolons)).toMatchObject({ added: 1 });
  const bad = file('bad.csv', 'name,kind,region\nЕ,state,osh\n,state,osh\nЖ,x,osh\n');
  expect(await shell.run('org', 'import', bad)).toEqual({
    code: 1,
    out: '',
    err: `${bad}:3: The name is empty. Write the full name of the organisation.\n${bad}:4: The kind "x" is unknown: write state or municipal.\n`,
  });
  const latin = file('latin.csv', new Uint8Array([0x6e, 0xe0, 0xff]));
  expect((await shell.run('org', 'import', latin)).err).toContain('is not in UTF-8');
  const empty = file('empty.csv', '');
  expect((await shell.run('org', 'import', empty)).err).toContain('there is no column "name"');
  expect((await shell.run('org', 'import', path.join(shell.folder, 'no.csv'))).err).toContain(
    'is not there',
  );
  const broken = file('x.xlsx', 'no workbook');
  expect((await shell.run('org', 'import', broken)).err).toContain('is not an XLSX workbook');
  expect((await shell.json('org', 'list')).items).toHaveLength(3);
});

test('an imported table may be a workbook', async () => {
  const shell = openShell();
  const { Workbook } = await import('@cj-tech-master/excelts');
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet('x');
  sheet.addRow(['name', 'kind', 'region']);
  sheet.addRow([]);
  sheet.addRow(['Көк-Жар', 'municipal', 'naryn']);
  sheet.addRow(['Ак-Кыя', 'municipal', 'moon']);
  const file = path.join(shell.folder, 'a.xlsx');
  writeFileSync(file, new Uint8Array(await workbook.xlsx.writeBuffer()));
  expect((await shell.run('org', 'import', file)).err).toContain(`${file}:4: The region "moon"`);
  sheet.getCell('C4').value = 'osh';
  writeFileSync(file, new Uint8Array(await workbook.xlsx.writeBuffer()));
  expect(await shell.json('org', 'import', file)).toEqual({ added: 2, known: 0, ids: [1, 2] });
});
