import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { takeLock } from '../../src/storage/lock.ts';
import { readAuditHead } from '../../src/storage/audit-head.ts';
import { frozenSubmission } from '../support/frozen.ts';
import { openShell, type Shell } from './shell.ts';

async function submitted(): Promise<Shell> {
  const shell = openShell();
  await shell.run('org', 'add', '--name', 'Көк-Жар', '--kind', 'municipal', '--region', 'naryn');
  const open = ['campaign', 'open', '--checklist', 'monitoring-memo', '--title', 'М'];
  await shell.run(...open, '--deadline', '2027-01-15');
  const { client } = shell.database();
  const { id: assessmentId } = await client.assessment.create({
    data: { campaignId: 1, orgId: 1, state: 'submitted', createdAt: 1n },
  });
  await client.submission.create({
    data: {
      number: '2026-0001',
      assessmentId,
      schema: 1,
      document: JSON.stringify(frozenSubmission()),
      sha256: 'abc',
      submittedAt: 1_000n,
      submittedBy: 1,
      late: false,
    },
  });
  return shell;
}

test('submissions are listed without a word of their answers', async () => {
  const shell = await submitted();
  const item = {
    id: 1,
    number: '2026-0001',
    orgId: 1,
    organisation: 'Көк-Жар',
    campaignId: 1,
    status: 'submitted',
    submittedAt: '1970-01-01T00:00:01.000Z',
    late: false,
    sha256: 'abc',
  };
  expect(await shell.json('submission', 'list')).toEqual({ items: [item] });
  expect(await shell.json('submission', 'list', '--campaign', '1')).toEqual({ items: [item] });
  expect(await shell.json('submission', 'list', '--campaign', '2')).toEqual({ items: [] });
});

test('exporting asks for a reason, is audited with the organisation, and writes the paper', async () => {
  const shell = await submitted();
  const out = path.join(shell.folder, 'paper.docx');
  const args = ['export', 'submission', '1', '--format', 'docx', '--lang', 'ru', '--out', out];
  expect((await shell.run(...args)).code).toBe(2);
  expect((await shell.run(...args, '--reason', ' ')).code).toBe(2);
  const database = shell.database();
  const readings = () =>
    database.client.auditEntry.findMany({ where: { action: 'paper.downloaded' } });
  expect(await readings()).toEqual([]);

  expect(await shell.json(...args, '--reason', 'сурам № 5')).toEqual({
    id: 1,
    number: '2026-0001',
    out,
    bytes: 7,
  });
  expect(readFileSync(out, 'utf8')).toBe('paper 1');
  expect(shell.jobs).toMatchObject([{ kind: 'submission', format: 'docx', language: 'ru' }]);
  expect(await readings()).toMatchObject([{ orgId: 1, actorId: 0 }]);
  const details = await database.client.auditDetail.findMany();
  expect(details.some((one) => one.details.includes('сурам № 5'))).toBe(true);

  const unknown = ['export', 'submission', '9', '--format', 'json', '--reason', 'x', '--out', out];
  expect(await shell.run(...unknown)).toMatchObject({
    code: 1,
    err: 'There is no submission 9: see "submission list".\n',
  });
});

test('the journal is verified; a changed, a missing and a cut-off entry are found', async () => {
  const shell = await submitted();
  expect(await shell.json('audit', 'verify')).toEqual({ ok: true, entries: 3 });
  expect((await readAuditHead(shell.settings.dataDir))?.seq).toBe(3);
  const { client } = shell.database();
  const verify = async () => (await shell.run('audit', 'verify')).err;
  await client.auditEntry.update({ where: { seq: 2 }, data: { subject: 'campaign:9' } });
  expect(await verify()).toContain('entry 2 was changed');
  await client.auditEntry.delete({ where: { seq: 2 } });
  expect(await verify()).toContain('entry 2 is missing');
  await client.auditEntry.deleteMany({ where: { seq: { gt: 1 } } });
  expect(await verify()).toContain('entry 2 and all later ones were cut off');
  expect((await shell.run('audit', 'verify')).code).toBe(1);
});

test('checklists: list, validate with file and line, add once', async () => {
  const shell = openShell();
  const shipped = path.resolve(
    import.meta.dirname,
    '../../checklists/monitoring-memo.2022-03-22.yaml',
  );
  expect(await shell.json('checklist', 'list')).toMatchObject({
    items: [{ id: 'monitoring-memo', edition: '2022-03-22', items: 48 }],
  });
  expect(await shell.json('checklist', 'validate', shipped)).toEqual({
    ok: true,
    id: 'monitoring-memo',
    edition: '2022-03-22',
  });
  const text = readFileSync(shipped, 'utf8');
  const broken = path.join(shell.folder, 'broken.yaml');
  writeFileSync(broken, text.replace(/^edition: .*$/m, 'editoin: x'));
  const refused = await shell.run('checklist', 'validate', broken);
  expect(refused.code).toBe(1);
  expect(refused.err).toMatch(/broken\.yaml:\d+: /);
  expect((await shell.run('checklist', 'add', broken)).code).toBe(1);
  expect((await shell.run('checklist', 'add', shipped)).err).toContain('is there already');

  const next = path.join(shell.folder, 'next.yaml');
  writeFileSync(next, text.replace('2022-03-22', '2027-01-01'));
  const added = path.join(shell.settings.dataDir, 'checklists', 'monitoring-memo.2027-01-01.yaml');
  expect(await shell.json('checklist', 'add', next)).toEqual({
    id: 'monitoring-memo',
    edition: '2027-01-01',
    file: added,
  });
  expect((await shell.json('checklist', 'list')).items).toHaveLength(2);
  const open = ['campaign', 'open', '--checklist', 'monitoring-memo', '--title', 'М'];
  await shell.run(...open, '--deadline', '2027-01-15');
  expect(await shell.json('campaign', 'list')).toMatchObject({
    items: [{ edition: '2027-01-01' }],
  });
});

const checkOf = (doctor: Record<string, unknown>, name: string) =>
  (doctor.checks as { name: string }[]).find((check) => check.name === name);

test('the doctor finds a fresh folder well and makes no database', async () => {
  const shell = openShell({}, { secretKey: null });
  const doctor = await shell.json('doctor');
  expect(doctor.ok).toBe(true);
  expect((doctor.checks as { name: string }[]).map(({ name }) => name)).toEqual([
    'environment',
    'node',
    'dataDir',
    'database',
    'checklists',
    'key',
    'bot',
    'timeZone',
    'token',
  ]);
  expect(existsSync(shell.settings.databaseFile)).toBe(false);
  expect(JSON.stringify(doctor)).not.toContain('1:token');
});

test('the doctor sees a running bot, and commands work beside it', async () => {
  const shell = openShell();
  await shell.run('commission', 'add', '--name', 'К');
  const lock = takeLock(shell.settings.dataDir);
  if (!lock.ok) throw new Error('not locked');
  expect(checkOf(await shell.json('doctor'), 'bot')).toEqual({
    name: 'bot',
    ok: true,
    detail: 'running',
  });
  expect(await shell.json('commission', 'add', '--name', 'К2')).toEqual({ id: 2 });
  lock.value.release();
  expect(checkOf(await shell.json('doctor'), 'bot')).toMatchObject({ detail: 'not running' });
});

test('the doctor names a damaged database, a missing key and a broken checklist, with exit code 1', async () => {
  const shell = openShell({}, { secretKey: null });
  await shell.run('commission', 'add', '--name', 'К');
  rmSync(path.join(shell.settings.dataDir, 'secret.key'));
  for (const end of ['', '-wal', '-shm'])
    rmSync(shell.settings.databaseFile + end, { force: true });
  writeFileSync(
    shell.settings.databaseFile,
    'not a database at all, but text of some length'.repeat(40),
  );
  const folder = path.join(shell.settings.dataDir, 'checklists');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'bad.2027-01-01.yaml'), 'id: [');
  const ran = await shell.run('doctor', '--json');
  expect(ran.code).toBe(1);
  const doctor = JSON.parse(ran.out) as Record<string, unknown>;
  expect(doctor.ok).toBe(false);
  expect(checkOf(doctor, 'database')).toMatchObject({ ok: false });
  expect(checkOf(doctor, 'key')).toMatchObject({ ok: false });
  expect(checkOf(doctor, 'checklists')).toMatchObject({ ok: false });
});

test('the doctor says what is wrong in the environment', async () => {
  const error = 'TIME_ZONE is not a time zone: use a name such as Asia/Bishkek.';
  const ran = await openShell({ settings: () => ({ ok: false, error }) }).run('doctor', '--json');
  expect(ran.code).toBe(1);
  expect(JSON.parse(ran.out)).toEqual({
    ok: false,
    checks: [{ name: 'environment', ok: false, detail: error }],
  });
});
