import { expect, test } from 'vitest';
import { openShell } from './shell.ts';

const MONDAY = ['remind', '--as-of', '2027-01-11T09:00'] as const;

/** Two officers of an organisation whose running monitoring ends on 14.01.2027; one blocked the bot. */
async function openDesk() {
  const shell = openShell();
  await shell.json('org', 'add', '--name', 'Көк-Жар', '--kind', 'municipal', '--region', 'naryn');
  const open = ['campaign', 'open', '--checklist', 'monitoring-memo', '--title', 'Мониторинг'];
  await shell.json(...open, '--deadline', '2027-01-14');
  const { client } = shell.database();
  for (const [n, unreachableAt] of [null, 1n].entries()) {
    const person = await client.person.create({
      data: { name: `Кадр ${n}`, telegramId: BigInt(5000 + n), createdAt: 1n, unreachableAt },
    });
    await client.role.create({
      data: { personId: person.id, kind: 'officer', orgId: 1, createdAt: 1n },
    });
  }
  const owed = () => client.outboxMessage.count({ where: { kind: 'digest' } });
  return { ...shell, owed };
}

test('remind owes the digests of a morning once; a dry run only counts', async () => {
  const { json, run, owed } = await openDesk();
  const counts = { digests: 1, people: 0, skipped: 1 };
  expect(await json(...MONDAY, '--dry-run')).toEqual(counts);
  expect(await owed()).toBe(0);
  expect(await run(...MONDAY)).toEqual({
    code: 0,
    out: 'Digests owed: 1, about 0 people. Officers skipped: 1.\n',
    err: '',
  });
  expect(await json(...MONDAY)).toEqual({ digests: 0, people: 0, skipped: 2 });
  expect(await owed()).toBe(1);
});

test('remind owes nothing before nine, in the evening, on a Saturday and on a public holiday', async () => {
  const { run, owed } = await openDesk();
  const moments = ['2027-01-11T08:59', '2027-01-11T20:00', '2027-01-09T09:00', '2027-01-07T09:00'];
  for (const asOf of moments) {
    expect(await run('remind', '--as-of', asOf)).toEqual({
      code: 0,
      out: `Nothing is sent at ${asOf}: digests go out on working days from 09:00 to 20:00.\n`,
      err: '',
    });
  }
  expect(await owed()).toBe(0);
});
