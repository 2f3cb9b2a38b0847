import { expect, test } from 'vitest';
import { openShell } from './shell.ts';

const SEEN = ['--by', 'Асанов А.', '--on', '2026-11-20'];
const BASIS = ['--basis-ky', 'Жарлык', '--basis-ru', 'Указ', '--basis-en', 'Decree'];

/** A municipality of three people, of whom one has no date by any rule. */
async function registered() {
  const shell = openShell();
  await shell.run('org', 'add', '--name', 'Көк-Жар', '--kind', 'municipal', '--region', 'Нарын');
  const { client } = shell.database();
  await client.register.create({ data: { orgId: 1, edition: 1 } });
  const person = { orgId: 1, name: 'Асанова Б.', searchName: 'а', sortName: 'а', since: 1 };
  const trained = ['2024-03-01', '2026-05-05', null];
  await client.servant.createMany({
    data: trained.map((trainedOn, n) => ({
      ...person,
      servant: n + 1,
      trainedOn,
      knownSince: '2026-06-01',
      declaredOn: '2026-07-01',
    })),
  });
  return shell;
}

test('rules: list, fill and verify say how many people are concerned, and never who', async () => {
  const shell = await registered();
  const { items } = await shell.json('rules', 'list');
  const training = (items as { id: number; code: string }[]).find(
    ({ code }) => code === 'training',
  );
  expect(training).toMatchObject({
    direction: 'due-by',
    value: 3,
    unit: 'years',
    status: 'official',
    verified: null,
    validFrom: '0001-01-01',
    validTo: null,
  });
  const counts = { people: 2, organisations: 1 };
  const fill = ['rules', 'fill', 'training', '--value', '2', ...BASIS, ...SEEN];
  expect(await shell.json(...fill, '--from', '2026-01-01', '--dry-run')).toEqual({
    code: 'training',
    ...counts,
    dryRun: true,
  });
  const verify = ['rules', 'verify', String(training?.id), ...SEEN];
  expect((await shell.run(...verify, '--dry-run')).out).toBe(
    'Would concern 2 people in 1 organisations.\n',
  );
  expect((await shell.run('rules', 'list')).out).toMatch(
    /training\tdue-by\t3 years\tofficial\talways\tnot verified/,
  );
  expect((await shell.run(...verify)).out).toBe(
    'Concerns 2 people in 1 organisations.\nRule training is official, verified by Асанов А..\n',
  );
  const filled = await shell.run(...fill);
  expect(filled.out).toMatch(
    /^Concerns 2 people in 1 organisations\.\nRule training: 2 years from 20\d\d-\d\d-\d\d, version \d+\.\n$/,
  );
  expect(filled.out).not.toContain('Асанова');
  const listed = (await shell.run('rules', 'list')).out;
  expect(listed).toMatch(/\ttraining\tdue-by\t2 years\tofficial\tfrom 20\d\d-/);
  expect(listed).toContain('each year 04-01');
  expect(listed).toContain('not known');
});

test('a yearly rule takes a day; wrong ids, values and days are refused with the cure', async () => {
  const shell = await registered();
  const day = ['rules', 'fill', 'interest-declaration', '--value', '02-15', ...BASIS, ...SEEN];
  expect(await shell.json(...day)).toMatchObject({ code: 'interest-declaration', people: 0 });
  for (const [args, sentence] of [
    [['verify', '9999', ...SEEN], 'There is no such rule.'],
    [['verify', '1', '--by', ' ', '--on', '2026-11-20'], 'The name is missing'],
    [['verify', '1', '--by', 'А', '--on', '2999-11-20'], 'still to come: 2999-11-20'],
    [['fill', 'nothing', '--value', '2', ...BASIS, ...SEEN], 'There is no such rule.'],
    [['fill', 'training', '--value', '04-01', ...BASIS, ...SEEN], 'cannot be the value: 401'],
    [['fill', 'training', '--value', '2', '--from', '1.1.2026', ...BASIS, ...SEEN], '1.1.2026'],
  ] as const) {
    const ran = await shell.run('rules', ...args);
    expect(ran).toMatchObject({ code: 1, out: '', err: expect.stringContaining(sentence) });
  }
  const mistyped = await shell.run(
    'rules',
    'fill',
    'training',
    '--value',
    '2.5',
    ...BASIS,
    ...SEEN,
  );
  expect(mistyped).toMatchObject({ code: 2, err: expect.stringContaining('whole number') });
});

test('holidays: list a year, move a moon-dependent day, remove, refuse', async () => {
  const shell = openShell();
  const days = async (year: string) => {
    const { items } = await shell.json('holidays', 'list', '--year', year);
    return (items as { day: string; moon: boolean }[]).filter(({ moon }) => moon);
  };
  expect((await days('2027')).map(({ day }) => day)).toEqual(['2027-03-09', '2027-05-16']);
  expect(await shell.json('holidays', 'set', '2027-03-09', '--remove')).toEqual({
    day: '2027-03-09',
    removed: true,
  });
  const name = ['--name-ky', 'Орозо айт', '--name-ru', 'Орозо айт', '--name-en', 'Orozo Ait'];
  await shell.run('holidays', 'set', '2027-03-10', ...name, '--moon');
  expect((await days('2027')).map(({ day }) => day)).toEqual(['2027-03-10', '2027-05-16']);
  await shell.run('holidays', 'set', '2027-05-04', ...name, '--working');
  expect((await shell.run('holidays', 'list', '--year', '2027')).out).toContain(
    '05-04\tday off\t\tMay holidays\n2027-05-04\tworking day\t\tOrozo Ait\n',
  );
  expect(await shell.run('holidays', 'set', '2027-02-30', ...name)).toMatchObject({
    code: 1,
    err: 'There is no such day: 2027-02-30. Write YYYY-MM-DD, or MM-DD of every year.\n',
  });
  expect(await shell.run('holidays', 'set', '2027-06-23', '--remove')).toMatchObject({ code: 1 });
  expect(await shell.run('holidays', 'set', '2027-06-23')).toMatchObject({
    code: 2,
    err: expect.stringContaining('--name-ky'),
  });
});
