import { describe, expect, test } from 'vitest';
import { answeringScopes } from '../../../src/domain/access/rules.ts';
import { answerItem } from '../../../src/domain/assessment/answering.service.ts';
import { changeWithin, undoWithin } from '../../../src/domain/assessment/answers.service.ts';
import { openAssessment } from '../../../src/domain/assessment/opening.service.ts';
import { verifyJournal } from '../../../src/domain/audit/service.ts';
import { createWork } from '../../../src/domain/audit/work.service.ts';
import type { Database, Tx } from '../../../src/domain/shared/database.ts';
import { answerOf } from '../../support/phone.ts';
import { NOW, type Office, openOffice, type Who } from '../../support/visit.ts';

const ITEM = 301;

async function change(
  office: Office,
  who: Who,
  patch: Parameters<typeof changeWithin>[2]['patch'],
  more: Partial<Parameters<typeof changeWithin>[2]> = {},
) {
  const { work, actor } = await office.visit(who);
  const request = { assessmentId: office.assessmentId, item: ITEM, seen: null, patch, ...more };
  return work.run((unit) => changeWithin(unit, answeringScopes(actor), request));
}

describe('the one door for answers', () => {
  test('writes the answer, its history and one sealed audit record', async () => {
    const office = await openOffice();
    const result = await change(office, 'officer', () => ({ rating: 'yes', comment: 'Бар' }));
    expect(result).toMatchObject({ ok: true, value: { written: true } });
    const { client } = office.database;
    expect(await client.answerEvent.findMany()).toEqual([
      {
        id: 1,
        assessmentId: office.assessmentId,
        item: ITEM,
        revision: 1,
        at: BigInt(NOW),
        personId: office.id('officer'),
        before: '{"rating":null,"comment":null}',
        after: '{"rating":"yes","comment":"Бар"}',
      },
    ]);
    const audit = await client.auditEntry.findFirst({ orderBy: { seq: 'desc' } });
    expect(audit).toMatchObject({
      actorId: office.id('officer'),
      action: 'answer.changed',
      subject: `answer:${office.assessmentId}/${ITEM}/1`,
      orgId: office.orgId,
    });
    expect(await verifyJournal(client, 'key', null)).toMatchObject({ fault: null });
  });

  test('reaching the same value again succeeds and writes nothing, even from an old button', async () => {
    const office = await openOffice();
    await change(office, 'officer', () => ({ rating: 'yes' }), { seen: 0 });
    const again = await change(office, 'secondOfficer', () => ({ rating: 'yes' }), { seen: 0 });
    expect(again).toMatchObject({ ok: true, value: { written: false } });
    expect(await office.database.client.answerEvent.count()).toBe(1);
  });

  test('an old button with another value is refused with who changed it and to what', async () => {
    const office = await openOffice();
    await change(office, 'officer', () => ({ rating: 'yes' }), { seen: 0 });
    const late = await change(office, 'secondOfficer', () => ({ rating: 'no' }), { seen: 0 });
    expect(late).toMatchObject({
      ok: false,
      error: {
        code: 'overtaken',
        by: office.id('officer'),
        byName: 'Өмүрова Гүлнур',
        answer: { rating: 'yes', revision: 1 },
      },
    });
    expect(await answerOf(office, ITEM)).toMatchObject({ rating: 'yes', revision: 1 });
  });

  test('one’s own haste is forgiven where it is allowed, another’s is not', async () => {
    const office = await openOffice();
    const tick = (who: Who, parts: number) =>
      change(office, who, (answer) => ({ parts: (answer.parts ?? 0) | parts }), {
        seen: 0,
        ownHaste: true,
      });
    await tick('officer', 1);
    expect((await tick('officer', 2)).ok).toBe(true);
    expect(await tick('secondOfficer', 4)).toMatchObject({ error: { code: 'overtaken' } });
    expect(await answerOf(office, ITEM)).toMatchObject({ parts: 3, revision: 2 });
  });

  test('is shut to those who may not answer, and beyond the shared directions', async () => {
    const office = await openOffice();
    for (const who of ['otherOfficer', 'head', 'member', 'chair', 'operator'] as const) {
      expect(await change(office, who, () => ({ rating: 'yes' }))).toEqual({
        ok: false,
        error: { code: 'foreign' },
      });
    }
    expect(await change(office, 'contributor', () => ({ rating: 'yes' }), { item: 501 })).toEqual({
      ok: false,
      error: { code: 'foreign' },
    });
    expect((await change(office, 'contributor', () => ({ rating: 'yes' }))).ok).toBe(true);
    expect(await office.database.client.answerEvent.count()).toBe(1);
  });

  test('somebody who is officer and contributor at once answers everything', async () => {
    const office = await openOffice();
    await office.database.client.role.create({
      data: {
        kind: 'officer',
        orgId: office.orgId,
        personId: office.id('contributor'),
        createdAt: 1n,
      },
    });
    expect((await change(office, 'contributor', () => ({ rating: 'yes' }), { item: 501 })).ok).toBe(
      true,
    );
  });

  test('undo puts back every field, and is itself undone', async () => {
    const office = await openOffice();
    await change(office, 'officer', () => ({ rating: 'no', planWhat: 'а' }));
    await change(office, 'officer', () => ({ rating: 'yes', comment: 'б', planWhat: null }));
    const { work, actor } = await office.visit('officer');
    const undo = (revision: number) =>
      work.run((unit) =>
        undoWithin(unit, answeringScopes(actor), {
          assessmentId: office.assessmentId,
          item: ITEM,
          revision,
        }),
      );
    await undo(2);
    const back = await answerOf(office, ITEM);
    expect({ ...back, revision: 0 }).toEqual({
      rating: 'no',
      planWhat: 'а',
      revision: 0,
      answeredBy: office.id('officer'),
    });
    await undo(3);
    expect(await answerOf(office, ITEM)).toMatchObject({ rating: 'yes', comment: 'б' });
    expect(await undo(99)).toEqual({ ok: false, error: { code: 'unsuitable' } });
  });
});

test('an answer by tap costs eight statements, the first as the last', async () => {
  const office = await openOffice();
  let statements = 0;
  const counted = (tx: Tx): Tx =>
    new Proxy(tx, {
      get(target, name) {
        if (name !== 'then') statements += 1;
        const found = Reflect.get(target, name) as unknown;
        return typeof found === 'function' ? (found.bind(target) as unknown) : found;
      },
    });
  const database: Database = {
    read: office.database.read,
    write: (work) => office.database.write((tx) => work(counted(tx))),
  };
  const { actor } = await office.visit('officer');
  const work = createWork({ database, auditKey: 'key', actorId: actor.personId, now: NOW });
  const costs: number[] = [];
  for (const item of [201, 202, 301, 501, 701, 999]) {
    const before = statements;
    const patch = () => ({ rating: 'yes' }) as const;
    const request = { assessmentId: office.assessmentId, item, seen: 0, patch };
    const spot = { chatId: actor.telegramId, messageId: 7 };
    const result = await answerItem(work, answeringScopes(actor), request, spot);
    costs.push(result.ok ? statements - before : -1);
  }
  expect(costs).toEqual([8, 8, 8, 8, 8, -1]);
});

describe('opening an assessment', () => {
  test('is refused where the organisation takes no part or the monitoring is closed', async () => {
    const office = await openOffice();
    const { client } = office.database;
    const { work, actor } = await office.visit('otherOfficer');
    const [scope] = answeringScopes(actor);
    if (!scope) throw new Error('no scope');
    const open = () => openAssessment(work, scope, office.campaignId, office.around.edition);
    await client.campaign.updateMany({ data: { closedAt: 1n } });
    expect(await open()).toEqual({ ok: false, error: { code: 'closed' } });
    await client.participation.deleteMany({ where: { orgId: office.otherOrgId } });
    expect(await open()).toEqual({ ok: false, error: { code: 'foreign' } });
    expect(await client.assessment.count({ where: { orgId: office.otherOrgId } })).toBe(0);
  });

  test('by two officers at once makes one', async () => {
    const office = await openOffice();
    const { work, actor } = await office.visit('otherOfficer');
    const [scope] = answeringScopes(actor);
    if (!scope) throw new Error('no scope');
    const ids = await Promise.all(
      [1, 2, 3].map(() => openAssessment(work, scope, office.campaignId, office.around.edition)),
    );
    expect(new Set(ids.map((result) => (result.ok ? result.value : 0))).size).toBe(1);
    const count = await office.database.client.answer.count({
      where: { assessment: { orgId: office.otherOrgId } },
    });
    expect(count).toBe(48);
  });
});
