import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { takeImportLock } from '../../src/storage/lock.ts';
import makePaper from '../../src/worker/make-paper.ts';
import { openShell, type Shell } from './shell.ts';

const HEADINGS = 'ФИО;Должность;Дата назначения;Последнее обучение';
const REASON = ['--reason', 'биринчи толтуруу'];

async function opened() {
  const shell = openShell({ makePaper });
  await shell.run('org', 'add', '--name', 'Көк-Жар', '--kind', 'municipal', '--region', 'Нарын');
  return shell;
}

/** Writes a list into the shell's folder; returns its path. */
function list(shell: Shell, ...rows: readonly string[]): string {
  const file = path.join(shell.folder, 'list.csv');
  writeFileSync(file, [HEADINGS, ...rows].join('\n'));
  return file;
}

const TWO = ['Асанов Бакыт;Адис;12.03.2021;2024-02-29', 'Өмүрова Айнура;Башкы адис;01.02.2019;'];
const imported = (shell: Shell, file: string, ...more: readonly string[]) =>
  shell.json('staff', 'import', '--org', '1', file, ...REASON, ...more);

test('a list is checked, imported, and known the next time', async () => {
  const shell = await opened();
  const file = list(shell, ...TWO);
  const counts = { new: 2, changed: 0, gone: 0, same: 0 };
  expect(await imported(shell, file, '--dry-run')).toEqual({ ...counts, applied: false });
  expect(await imported(shell, file)).toEqual({ ...counts, applied: true });
  expect(await imported(shell, list(shell, TWO[0] ?? '', 'Исаков Нурлан;;;'))).toEqual({
    new: 1,
    changed: 0,
    gone: 1,
    same: 1,
    applied: true,
  });
  const { client } = shell.database();
  const names = await client.servant.findMany({ select: { name: true, trainedOn: true } });
  expect(names).toEqual([
    { name: 'Асанов Бакыт', trainedOn: '2024-02-29' },
    { name: 'Өмүрова Айнура', trainedOn: null },
    { name: 'Исаков Нурлан', trainedOn: null },
  ]);
  const audited = await client.auditEntry.findMany({ where: { action: 'register.import' } });
  const details = await client.auditDetail.findMany({
    where: { seq: { in: audited.map(({ seq }) => seq) } },
  });
  expect(details.map(({ details }) => JSON.parse(details) as unknown)).toEqual([
    { added: 2, changed: 0, gone: 0, same: 0, reason: REASON[1] },
    { added: 1, changed: 0, gone: 1, same: 1, reason: REASON[1] },
  ]);
});

test('an exported list imported again changes nothing', async () => {
  const shell = await opened();
  await imported(shell, list(shell, ...TWO));
  for (const language of ['ky', 'ru']) {
    const out = path.join(shell.folder, `${language}.xlsx`);
    const exported = ['staff', 'export', '--org', '1', out, ...REASON, '--lang', language];
    expect(await shell.json(...exported)).toEqual({ org: 1, out });
    expect(await imported(shell, out, '--dry-run')).toEqual({
      new: 0,
      changed: 0,
      gone: 0,
      same: 2,
      applied: false,
    });
  }
  const { client } = shell.database();
  expect(await client.auditEntry.count({ where: { action: 'register.exported', orgId: 1 } })).toBe(
    2,
  );
});

test('bad cells are named one a line, and nothing is taken', async () => {
  const shell = await opened();
  const file = list(shell, 'Асанов Бакыт;Адис;31.02.2021;', ...TWO.slice(1));
  const { code, out, err } = await shell.run('staff', 'import', '--org', '1', file, ...REASON);
  expect([code, out]).toEqual([1, '']);
  const [cell, end, ...rest] = err.trim().split('\n');
  expect(cell).toMatch(/^row 2, column C \(Дата назначения\): "31\.02\.2021": .+/);
  expect([end, rest]).toEqual([
    'Nothing was imported: correct these and import the list again.',
    [],
  ]);
  expect(await shell.database().client.servant.count()).toBe(0);
});

test('what cannot be is refused in a sentence', async () => {
  const shell = await opened();
  const file = list(shell, ...TWO);
  const refused = async (...args: string[]) => {
    const { code, out, err } = await shell.run('staff', ...args);
    return [code, out, err.trim()];
  };
  expect(await refused('import', '--org', '9', file, ...REASON)).toEqual([
    1,
    '',
    'There is no organisation No 9. Choose one of the list.',
  ]);
  expect(await refused('import', '--org', '1', `${file}x`, ...REASON)).toEqual([
    1,
    '',
    `${file}x is not there: check the name and its folder.`,
  ]);
  expect((await refused('import', '--org', '1', file))[0]).toBe(2);
  expect((await refused('import', '--org', '1', file, '--reason', ' '))[0]).toBe(2);
  const lock = takeImportLock(shell.settings.dataDir);
  expect(await refused('import', '--org', '1', file, ...REASON)).toEqual([
    1,
    '',
    'Another list is being imported at the command line: try again when it is done.',
  ]);
  if (lock.ok) lock.value.release();
  expect(await imported(shell, file)).toMatchObject({ applied: true });
});
