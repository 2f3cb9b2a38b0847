import { expect, test } from 'vitest';
import { RANK_GRADES } from '../../../src/domain/register/model.ts';
import { everyServant, recordsOfAll } from '../../../src/domain/register/reading.service.ts';
import makePaper from '../../../src/worker/make-paper.ts';
import { enlist, entry, keeper } from '../../support/register.ts';
import { openOffice } from '../../support/visit.ts';

test('whatever the register holds, its own export brings nothing new', async () => {
  const office = await openOffice();
  const name = (n: number) => `Өмүров Үсөн ${n}`;
  await enlist(office, { name: name(0) });
  await enlist(office, { name: name(0), position: 'Адис' });
  await enlist(office, { name: name(0), position: 'Адис', leftOn: '2024-02-29' });
  await enlist(office, {
    name: '=1+1 «Бакыт»',
    unit: 'Бөлүм; "кадр", №1',
    labourBook: false,
    noRank: true,
  });
  await enlist(
    office,
    {
      name: name(1),
      position: 'Башкы адис',
      group: 'senior',
      category: 'Б',
      unit: 'Каржы бөлүмү',
      appointedOn: '2012-02-29',
      serviceStart: '2005-05-05',
      fileDocuments: ['inventory', 'orders'],
      labourBook: true,
      nextTraining: '2027-01-01',
      nextRank: '2027-02-01',
      nextAttestation: '2027-03-01',
    },
    [
      entry('training', '2020-03-01', 'retraining', { hours: 500, orderNo: '12-к' }),
      entry('training', '2023-03-01', 'upskilling', { hours: 72 }),
      entry('training', '2024-03-01', 'Онлайн курс'),
      ...RANK_GRADES.slice(0, 4).map((grade, n) =>
        entry('rank', `201${n + 3}-06-01`, `municipal.${grade}`, { orderNo: `${n}` }),
      ),
      entry('attestation', '2022-05-05', 'ылайык'),
      entry('reward', '2021-05-05', 'Ардак грамота', { orderNo: '3' }),
      entry('reward', '2021-05-05', 'Ыраазычылык'),
      entry('penalty', '2019-05-05', 'эскертүү'),
      entry('declaration', '2025-03-30'),
      entry('declaration', '2024-03-30'),
    ],
  );
  const { read } = office.database;
  const { orgId } = office;
  const { scope } = await keeper(office);
  const servants = await everyServant(read, orgId);
  const records = await recordsOfAll(read, orgId);
  for (const language of ['ky', 'ru'] as const) {
    const job = {
      kind: 'staff-list',
      language,
      orgId,
      orgName: 'Көк-Жар',
      servants,
      records,
    } as const;
    const { bytes, fileName } = await makePaper(job);
    const source = { kind: 'file', name: fileName, bytes } as const;
    const request = { orgId: scope.orgId, source, today: '2026-01-12' };
    const checked = await office.around.lists.check(request);
    expect(checked).toMatchObject({
      ok: true,
      value: {
        preview: {
          rows: servants.length,
          same: servants.length,
          samples: { added: [], changed: [], gone: [] },
          problems: [],
        },
      },
    });
    const foreign = await office.around.lists.check({ ...request, orgId: office.otherOrgId });
    expect(foreign).toEqual({ ok: false, error: { code: 'list.foreign' } });
  }
});
