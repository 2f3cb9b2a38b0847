import { expect, test } from 'vitest';
import { importOrganisations } from '../../../src/domain/organisation/import.service.ts';
import { listOrganisations } from '../../../src/domain/organisation/service.ts';
import { openHall } from '../../support/hall.ts';

const rows = (...lines: string[]) =>
  lines.map((text, at) => ({ line: at + 1, cells: text.split('|') }));

test('columns are found by name in any order, empty rows are passed over', async () => {
  const hall = await openHall();
  const table = rows(
    'Region|NAME|kind|note',
    'Нарын|Көк-Жар|municipal|x',
    '|| ',
    'chuy|Кант шаарынын мэриясы|municipal',
  );
  expect(await importOrganisations(hall.work(), table)).toEqual({
    ok: true,
    value: { added: [1, 2], known: 0 },
  });
  const found = await listOrganisations(hall.database.read);
  expect(found.map(({ name, region, district }) => [name, region, district])).toEqual([
    ['Кант шаарынын мэриясы', 'chuy', null],
    ['Көк-Жар', 'naryn', null],
  ]);
});

test('the same file a second time adds nothing', async () => {
  const hall = await openHall();
  const table = rows('name|kind|region|district', 'А|state|osh|Алай', 'А|state|osh|Араван');
  await importOrganisations(hall.work(), table);
  expect(await importOrganisations(hall.work(), table)).toEqual({
    ok: true,
    value: { added: [], known: 2 },
  });
});

test('every wrong row is named, and then no row is taken', async () => {
  const hall = await openHall();
  const table = rows(
    'name|kind|region',
    'А|state|osh',
    '|state|osh',
    'Б|tribe|osh',
    'В|state|Марс',
  );
  const imported = await importOrganisations(hall.work(), table);
  expect(imported).toMatchObject({
    ok: false,
    error: [
      { kind: 'row', line: 3, refusal: { code: 'organisation.nameEmpty' } },
      { kind: 'row', line: 4, refusal: { code: 'organisation.kindUnknown' } },
      { kind: 'row', line: 5, refusal: { code: 'organisation.regionUnknown' } },
    ],
  });
  expect(await listOrganisations(hall.database.read)).toEqual([]);
});

test.each([[rows('name|region')], [[]]])('a missing column is named: %#', async (table) => {
  const hall = await openHall();
  const imported = await importOrganisations(hall.work(), table);
  expect(imported.ok ? [] : imported.error).toContainEqual({ kind: 'column', column: 'kind' });
});
