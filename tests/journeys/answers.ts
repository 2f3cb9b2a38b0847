import { loadActor } from '../../src/domain/access/actor.service.ts';
import { answeringScopes } from '../../src/domain/access/rules.ts';
import { changeWithin } from '../../src/domain/assessment/answers.service.ts';
import type { Patch } from '../../src/domain/assessment/change.rules.ts';
import { createWork } from '../../src/domain/audit/work.service.ts';
import { itemCode } from '../../src/domain/checklist/code.rules.ts';
import { items } from '../../src/domain/checklist/lookup.rules.ts';
import type { DemoPerson } from '../../src/domain/campaign/demo.service.ts';
import type { Town } from '../support/town.ts';

/** Answers of every kind that deserve an eye; the plan of one is written, of the other not. */
export const MIXED = {
  '1.1': { rating: 'partly', parts: 1, comment: 'Түзүм А & Б <бекитилген>' },
  '2.4': { rating: 'no-case' },
  '3.3': {
    rating: 'partly',
    numbers: '27 2',
    planWhat: '@send-to-training',
    planWho: '@head',
    planUntil: '2026-03-15',
  },
  '7.3': { rating: 'not-applicable', reason: '@other-organisation' },
} as const satisfies Readonly<Record<string, Patch>>;

/**
 * Answers everything "yes" with a document, but for those named, through the one door and in one
 * transaction: for journeys that begin where the walk ends. She must have opened her first card.
 */
export async function answerAll(
  town: Town,
  who: DemoPerson,
  others: Readonly<Record<string, Patch>> = {},
): Promise<void> {
  const { database, visitOptions } = town.app.service();
  const actor = await loadActor(database.read, town.chat(who).personId);
  if (!actor) throw new Error(`${who} has not joined`);
  const scopes = answeringScopes(actor);
  const { id: assessmentId } = await database.client.assessment.findFirstOrThrow({
    where: { orgId: scopes[0]?.orgId ?? 0 },
  });
  const edition = visitOptions.around.newestEdition('monitoring-memo');
  const all = edition ? items(edition) : [];
  const now = visitOptions.now();
  const work = createWork({ ...visitOptions, actorId: actor.personId, now });
  await work.run(async (unit) => {
    for (const { id, parts } of all) {
      const whole = parts.length > 0 ? { parts: (1 << parts.length) - 1 } : {};
      const patch = others[id] ?? { rating: 'yes', ...whole };
      const request = { assessmentId, item: itemCode(id), seen: null, patch: () => patch };
      const changed = await changeWithin(unit, scopes, request);
      if (!changed.ok) throw new Error(`${id}: ${changed.error.code}`);
    }
  });
  await database.client.evidence.createMany({
    data: all
      .filter(({ id }) => others[id] === undefined)
      .map(({ id }) => ({
        assessmentId,
        item: itemCode(id),
        kind: 'reference',
        text: `№ ${id}/45, 12.03.2025`,
        addedBy: actor.personId,
        addedAt: BigInt(now),
      })),
  });
}

/** An officer who has joined, answered everything so, and stands before the check. */
export async function atTheCheck(
  town: Town,
  who: 'officer' | 'otherOfficer',
  others: Readonly<Record<string, Patch>> = {},
): Promise<void> {
  const chat = town.chat(who);
  await chat.openLetter();
  await chat.tap('Ооба, бул менин мекемем');
  await chat.tap('Баштоо');
  await answerAll(town, who, others);
  await chat.say('/menu');
  await chat.tap('Жөнөтүү алдындагы текшерүү');
}

/** The same, sent. */
export async function sent(
  town: Town,
  who: 'officer' | 'otherOfficer',
  others: Readonly<Record<string, Patch>> = {},
): Promise<void> {
  await atTheCheck(town, who, others);
  await town.chat(who).tap('Комиссияга жөнөтүү');
  await town.chat(who).tap('Ооба, жөнөтүү');
}
