import { expect, test } from 'vitest';
import { DEMO_PEOPLE, seedDemo } from '../../../src/domain/campaign/demo.service.ts';
import { campaignById } from '../../../src/domain/campaign/service.ts';
import { openInvitation } from '../../../src/domain/access/joining.service.ts';
import { must, openHall, TODAY } from '../../support/hall.ts';

const setting = (newToken: () => string) => ({
  today: TODAY,
  newToken,
  checklistId: 'monitoring-memo',
  edition: '2022-03-22',
});

test('the demo has two organisations, a commission and a running campaign, all to be joined', async () => {
  const hall = await openHall();
  const demo = must(await seedDemo(hall.work(), setting(hall.around.newToken)));
  expect(await campaignById(hall.database.read, demo.campaignId)).toMatchObject({
    deadline: '2027-01-18',
    periodFrom: '2023-01-01',
    periodTo: '2025-12-31',
    organisations: 2,
    closed: false,
  });
  const found = [];
  for (const [at, person] of DEMO_PEOPLE.entries()) {
    const { role, organisation } = must(
      await openInvitation(hall.work(), demo.tokens[person], at + 1),
    );
    found.push([person, role, organisation]);
  }
  expect(found).toEqual([
    ['officer', 'officer', 'Көк-Жар айыл өкмөтү'],
    ['head', 'head', 'Көк-Жар айыл өкмөтү'],
    ['otherOfficer', 'officer', 'Ак-Кыя айыл өкмөтү'],
    ['chair', 'chair', null],
    ['firstMember', 'member', null],
    ['secondMember', 'member', null],
    ['operator', 'operator', null],
  ]);
});

test('tokens are asked for in the order of the people', async () => {
  const hall = await openHall();
  const order = [...DEMO_PEOPLE];
  const demo = must(
    await seedDemo(
      hall.work(),
      setting(() => (order.shift() ?? '').padEnd(43, '-')),
    ),
  );
  expect(Object.entries(demo.tokens)).toEqual(
    DEMO_PEOPLE.map((person) => [person, person.padEnd(43, '-')]),
  );
});

test('a database in which anything real stands is refused and stays as it is', async () => {
  const hall = await openHall();
  await hall.organisation('Чыныгы мекеме');
  const before = await hall.actions();
  expect(await seedDemo(hall.work(), setting(hall.around.newToken))).toEqual({
    ok: false,
    error: { code: 'demo.notEmpty' },
  });
  expect(await hall.actions()).toEqual(before);
});
