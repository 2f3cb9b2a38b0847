import { globSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { Prisma } from '../../src/generated/prisma/client.ts';
import { freshDatabase } from '../support/database.ts';
import { freshFolder } from '../support/folder.ts';
import { prismaCli, ROOT } from '../support/prisma-cli.ts';

const schema = readFileSync(path.join(ROOT, 'prisma/schema.prisma'), 'utf8');

test('a freshly migrated database has every column of every model, and no others', async () => {
  const { file } = await freshDatabase();
  const database = new Sqlite(file, { readonly: true });
  const inDatabase = Object.fromEntries(
    database
      .prepare<[], { name: string }>(
        `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> '_prisma_migrations'`,
      )
      .all()
      .map(({ name }) => [
        name,
        (database.pragma(`table_info("${name}")`) as { name: string }[])
          .map((column) => column.name)
          .toSorted(),
      ]),
  );
  database.close();
  const enums = Prisma as unknown as Record<string, Record<string, string>>;
  const inClient = Object.fromEntries(
    Object.keys(Prisma.ModelName).map((model) => [
      model,
      Object.keys(enums[`${model}ScalarFieldEnum`] ?? {}).toSorted(),
    ]),
  );
  expect(Object.keys(inClient).length).toBeGreaterThan(20);
  expect(inDatabase).toEqual(inClient);
});

test('the migrations make the schema', async () => {
  const diff = [
    'migrate',
    'diff',
    '--from-migrations',
    'prisma/migrations',
    '--exit-code',
    '--to-schema',
  ];
  expect(await prismaCli(...diff, 'prisma/schema.prisma')).toContain('No difference detected');

  const changed = path.join(freshFolder(), 'schema.prisma');
  writeFileSync(
    changed,
    schema.replace('model GroupTopic {', 'model GroupTopic {\n  another String?\n'),
  );
  await expect(prismaCli(...diff, changed)).rejects.toMatchObject({ code: 2 });
}, 60_000);

test('the committed client is the one the schema generates', async () => {
  const folder = freshFolder();
  mkdirSync(path.join(folder, 'prisma'));
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  const copy = path.join(folder, 'prisma/schema.prisma');
  writeFileSync(copy, schema);
  await prismaCli('generate', '--schema', copy);
  const files = (root: string) => {
    const client = path.join(root, 'src/generated/prisma');
    return Object.fromEntries(
      globSync('**/*.*', { cwd: client })
        .toSorted()
        .map((file) => [file, readFileSync(path.join(client, file), 'utf8')]),
    );
  };
  const generated = files(folder);
  expect(Object.keys(generated).length).toBeGreaterThan(20);
  // Differing: run `node scripts/run.mjs prisma generate` and commit src/generated.
  expect(files(ROOT)).toEqual(generated);
}, 60_000);

test('the schema keeps to what SQLite and PostgreSQL share', async () => {
  const folder = freshFolder();
  const postgres = (text: string): string => {
    const file = path.join(folder, 'schema.prisma');
    writeFileSync(
      file,
      text.replace(/(datasource db \{\s*provider\s*=\s*)"sqlite"/, '$1"postgresql"'),
    );
    expect(readFileSync(file, 'utf8')).toContain('provider = "postgresql"');
    return file;
  };
  expect(await prismaCli('validate', '--schema', postgres(schema))).toContain('is valid');
  await expect(
    prismaCli(
      'validate',
      '--schema',
      postgres(schema.replace('model GroupTopic {', 'model GroupTopic {\n  x Byte\n')),
    ),
  ).rejects.toMatchObject({ code: 1 });
  // What SQLite has no counterpart for, or keeps otherwise (REAL for Decimal), is left out on purpose.
  const fields = schema.split('\n').filter((line) => !line.trim().startsWith('//'));
  expect(
    fields.filter((line) =>
      /@db\.|\bDecimal\b|\bDateTime\b|\bJson\b|^enum |\b(String|Int|BigInt)\[\]/.test(line),
    ),
  ).toEqual([]);
}, 60_000);
