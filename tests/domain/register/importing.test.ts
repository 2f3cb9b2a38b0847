import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { ListedServant } from '../../../src/domain/register/import.model.ts';
import {
  applyImport,
  dropImport,
  importOf,
  offerImport,
  undoImport,
} from '../../../src/domain/register/importing.service.ts';
import { recoverImports } from '../../../src/domain/register/import-wiping.service.ts';
import { correctServant, removeServant } from '../../../src/domain/register/keeping.service.ts';
import { everyServant, recordsOfAll } from '../../../src/domain/register/reading.service.ts';
import { recentChanges, undoChange } from '../../../src/domain/register/undo.service.ts';
import { line, listsReadAs } from '../../support/listed.ts';
import { enlist, entry, keeper } from '../../support/register.ts';
import { type Office, openOffice, type Who } from '../../support/visit.ts';

const TODAY = '2026-01-12';
const WISH = { today: TODAY, goneOn: null };
const LIST = [
  line({ name: 'Исаков Нурлан' }, { records: [entry('training', '2024-02-29', 'upskilling')] }),
  line({ name: 'Өмүрова Айнура', appointedOn: '2020-01-15' }),
];

/** Somebody with a list that was checked and offered to him. */
async function offered(office: Office, listed: readonly ListedServant[], who: Who = 'officer') {
  const { work, scope } = await keeper(office, who);
  const lists = listsReadAs(office.database.file, listed);
  const { files } = office.around;
  const source = { kind: 'lines', text: 'тизме' } as const;
  const checked = await lists.check({ orgId: scope.orgId, source, today: TODAY });
  if (!checked.ok) throw new Error(checked.error.code);
  const file = await files.put(randomBytes(20));
  const list = { file, mime: 'text/plain', fileName: null };
  const importId = await offerImport(work, scope, list, checked.value);
  return {
    work,
    scope,
    importId,
    preview: checked.value.preview,
    apply: (wish: { goneOn: string | null } = WISH) =>
      applyImport(work, scope, importId, { ...WISH, ...wish }, { lists, files }),
  };
}

const names = async ({ database, orgId }: Office) =>
  (await everyServant(database.read, orgId)).map(({ name, leftOn, trainedOn }) => [
    name,
    leftOn,
    trainedOn,
  ]);

/** All rows ever written of the register, as they lie in the database. */
const rowsOf = async ({ database }: Office) => ({
  servants: await database.client.servant.findMany({ orderBy: { id: 'asc' } }),
  records: await database.client.staffRecord.findMany({ orderBy: { id: 'asc' } }),
});

describe('an import', () => {
  test('adds, changes and completes at once, and is audited without a name', async () => {
    const office = await openOffice();
    await enlist(office, { name: 'Исаков Нурлан', position: 'Адис' });
    await enlist(office, { name: 'Асанов Бакыт' });
    const { preview, apply, scope, importId } = await offered(office, LIST);
    expect(preview).toMatchObject({ added: 1, changed: 1, gone: 1, same: 0, problems: [] });
    const counts = { added: 1, changed: 1, gone: 1, same: 0 };
    expect(await apply()).toMatchObject({ ok: true, value: { counts } });
    expect(await names(office)).toEqual([
      ['Асанов Бакыт', null, null],
      ['Исаков Нурлан', null, '2024-02-29'],
      ['Өмүрова Айнура', null, null],
    ]);
    expect(await importOf(office.database.read, scope, importId)).toMatchObject({
      state: 'applied',
      fileName: null,
      counts,
    });
    const { client } = office.database;
    const audited = await client.auditEntry.findFirst({ where: { action: 'register.import' } });
    const details = await client.auditDetail.findFirst({ where: { seq: audited?.seq ?? 0 } });
    expect([audited?.orgId, audited?.subject, details?.details]).toEqual([
      office.orgId,
      `import:${importId}`,
      JSON.stringify(counts),
    ]);
  });

  test('those not listed left when the officer says so', async () => {
    const office = await openOffice();
    await enlist(office, { name: 'Асанов Бакыт' });
    const { apply } = await offered(office, LIST);
    await apply({ goneOn: TODAY });
    expect((await names(office))[0]).toEqual(['Асанов Бакыт', TODAY, null]);
  });

  test('the same list once more changes nothing', async () => {
    const office = await openOffice();
    await (await offered(office, LIST)).apply();
    const again = await offered(office, LIST);
    expect(again.preview).toMatchObject({ added: 0, changed: 0, gone: 0, same: 2 });
    const before = await rowsOf(office);
    await again.apply();
    expect(await rowsOf(office)).toEqual(before);
  });

  test('confirmed twice it is written once', async () => {
    const office = await openOffice();
    const { apply } = await offered(office, LIST);
    const [first, second] = [await apply(), await apply()];
    expect(second).toEqual(first);
    expect(await names(office)).toHaveLength(2);
  });

  test('is refused when the register changed since, was dropped, or is somebody else’s', async () => {
    const office = await openOffice();
    const { apply, work, scope, importId } = await offered(office, LIST);
    await enlist(office, { name: 'Асанов Бакыт' });
    expect(await apply()).toEqual({ ok: false, error: { code: 'register.changedSince' } });
    const other = await keeper(office, 'otherOfficer');
    expect(await dropImport(other.work, other.scope, importId)).toMatchObject({ ok: false });
    expect(await importOf(office.database.read, other.scope, importId)).toBe(null);
    expect(await dropImport(work, scope, importId)).toEqual({ ok: true, value: undefined });
    const gone = { ok: false, error: { code: 'register.importGone' } };
    expect(await apply()).toEqual(gone);
    const head = await keeper(office, 'head');
    expect(await dropImport(head.work, head.scope, importId)).toEqual(gone);
    expect(await names(office)).toEqual([['Асанов Бакыт', null, null]]);
    const file = await office.database.client.storedFile.findFirst();
    expect(file?.deletedAt).not.toBe(null);
  });

  test('with a line that may mean two people it is refused, and can be dropped', async () => {
    const office = await openOffice();
    await enlist(office, { name: 'Исаков Нурлан' });
    await enlist(office, { name: 'Исаков Нурлан', position: 'Адис' });
    const { apply, preview } = await offered(office, LIST);
    expect(preview.problems.map(({ code, row }) => [code, row])).toEqual([['ambiguous', 2]]);
    expect(await apply()).toEqual({
      ok: false,
      error: { code: 'register.listHasProblems', values: { n: 1 } },
    });
    await enlist(office, { name: 'Асанов Бакыт' });
    expect(await names(office)).toHaveLength(3);
  });

  test('a thread that dies leaves nothing behind', async () => {
    const office = await openOffice();
    const { work, scope, importId, apply } = await offered(office, LIST);
    const dying = {
      check: () => Promise.reject(new Error('out of memory')),
      plan: () => Promise.reject(new Error('out of memory')),
    };
    const ports = { lists: dying, files: office.around.files };
    await expect(applyImport(work, scope, importId, WISH, ports)).rejects.toThrow('memory');
    expect(await rowsOf(office)).toEqual({ servants: [], records: [] });
    expect(await apply()).toMatchObject({ ok: true });
  });
});

describe('taking an import back', () => {
  test('import, undo, import again', async () => {
    const office = await openOffice();
    await enlist(office, { name: 'Исаков Нурлан' }, [entry('training', '2024-02-29')]);
    const before = await rowsOf(office);
    const first = await offered(office, LIST);
    await first.apply({ goneOn: TODAY });
    const after = await names(office);
    expect(await undoImport(first.work, first.scope, first.importId)).toMatchObject({ ok: true });
    expect(await rowsOf(office)).toEqual(before);
    expect(await undoImport(first.work, first.scope, first.importId)).toEqual({
      ok: false,
      error: { code: 'register.notUndoable' },
    });
    const again = await offered(office, LIST);
    expect(await again.apply({ goneOn: TODAY })).toMatchObject({ ok: true });
    expect(await names(office)).toEqual(after);
    const numbers = (await everyServant(office.database.read, office.orgId)).map(
      ({ servant }) => servant,
    );
    expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 3]);
    const changes = await recentChanges(office.database.read, first.scope, 9);
    expect(changes.map(({ kind, undone }) => [kind, undone])).toEqual([
      ['import', false],
      ['undone', false],
      ['import', true],
      ['added', false],
    ]);
  });

  test('waits until later changes are undone themselves', async () => {
    const office = await openOffice();
    await enlist(office, { name: 'Асанов Бакыт' });
    const before = await names(office);
    const { apply, work, scope, importId } = await offered(office, LIST);
    await apply();
    const [first] = await everyServant(office.database.read, office.orgId);
    const corrected = await correctServant(
      work,
      scope,
      first?.servant ?? 0,
      { position: 'Адис' },
      TODAY,
    );
    expect(await undoImport(work, scope, importId)).toEqual({
      ok: false,
      error: { code: 'register.changedSince' },
    });
    await undoChange(work, scope, corrected.ok ? corrected.value.changeId : 0);
    expect(await undoImport(work, scope, importId)).toMatchObject({ ok: true });
    expect(await names(office)).toEqual(before);
    const rows = await rowsOf(office);
    expect([rows.servants.length, rows.records.length]).toEqual([1, 0]);
  });

  test('after seven days it stays', async () => {
    const office = await openOffice();
    const { apply, importId } = await offered(office, LIST);
    await apply();
    const later = await keeper(office, 'officer', Date.UTC(2026, 0, 20));
    expect(await undoImport(later.work, later.scope, importId)).toEqual({
      ok: false,
      error: { code: 'register.notUndoable' },
    });
  });
});

describe('while an import has the register', () => {
  /** An import stopped after `batches` of its transactions, as a kill would leave it. */
  async function killed(who: Who | null = 'officer') {
    const office = await openOffice();
    const servant = await enlist(office, { name: 'Исаков Нурлан' });
    const before = await rowsOf(office);
    const { importId, scope, work } = await offered(office, LIST);
    const client = office.database.client;
    const personId = who === null ? 0 : office.id(who);
    await client.staffImport.update({
      where: { id: importId },
      data: { state: 'writing', personId },
    });
    await client.register.update({ where: { orgId: office.orgId }, data: { importId } });
    const [row] = before.servants;
    if (!row) throw new Error('Nobody is in the register');
    const { id: _, ...own } = row;
    await client.servant.update({ where: { id: row.id }, data: { until: 2 } });
    await client.servant.createMany({
      data: [
        { ...own, since: 2 },
        { ...own, since: 2, servant: 9 },
      ],
    });
    await client.staffRecord.create({
      data: { orgId: office.orgId, servant: 9, since: 2, kind: 'training', date: '2024-01-01' },
    });
    return { office, before, importId, scope, work, servant };
  }

  test('nobody sees what is written, and every other change is refused', async () => {
    const { office, work, scope, servant, importId } = await killed();
    expect(await names(office)).toEqual([['Исаков Нурлан', null, null]]);
    expect(await recordsOfAll(office.database.read, office.orgId)).toEqual([]);
    const busy = { ok: false, error: { code: 'register.busy' } };
    expect(await removeServant(work, scope, servant)).toEqual(busy);
    const second = await offered(office, LIST, 'secondOfficer');
    expect(await second.apply()).toEqual(busy);
    expect(await dropImport(work, scope, importId)).toMatchObject({ ok: false });
  });

  test('after a kill its rows go, and it can be confirmed once more', async () => {
    const { office, before, scope, importId } = await killed();
    expect(await recoverImports(office.database, 'cli')).toBe(0);
    expect(await recoverImports(office.database, 'bot')).toBe(1);
    expect(await rowsOf(office)).toEqual(before);
    expect(await importOf(office.database.read, scope, importId)).toMatchObject({
      state: 'checked',
    });
    expect(await recoverImports(office.database, 'bot')).toBe(0);
  });

  test('the bot leaves alone what the command line is writing', async () => {
    const { office, before } = await killed(null);
    expect(await recoverImports(office.database, 'bot')).toBe(0);
    expect(await recoverImports(office.database, 'cli')).toBe(1);
    expect(await rowsOf(office)).toEqual(before);
  });

  test('an undoing cut short is finished', async () => {
    const office = await openOffice();
    await enlist(office, { name: 'Исаков Нурлан' });
    const before = await rowsOf(office);
    const { apply, work, scope, importId } = await offered(office, LIST);
    await apply();
    let transactions = 0;
    const dying: typeof work = {
      ...work,
      run: (change) =>
        transactions++ < 2 ? work.run(change) : Promise.reject(new Error('killed')),
    };
    await expect(undoImport(dying, scope, importId)).rejects.toThrow('killed');
    expect(await names(office)).toEqual([['Исаков Нурлан', null, null]]);
    expect(await recoverImports(office.database, 'bot')).toBe(1);
    expect(await rowsOf(office)).toEqual(before);
    expect(await importOf(office.database.read, scope, importId)).toMatchObject({
      state: 'undone',
      changeId: null,
    });
  });
});
