import { randomBytes } from 'node:crypto';
import { encode } from '../../src/chat/callback.ts';
import { loadActor } from '../../src/domain/access/actor.service.ts';
import { invite, revokeInvitation } from '../../src/domain/access/inviting.service.ts';
import { acceptInvitation, openInvitation } from '../../src/domain/access/joining.service.ts';
import { revokeRole } from '../../src/domain/access/role.service.ts';
import { createWork } from '../../src/domain/audit/work.service.ts';
import { newestEvent } from '../../src/domain/assessment/answers.store.ts';
import { addCommission } from '../../src/domain/commission/service.ts';
import type { ChatClient } from '../support/chat.ts';
import { answerAll } from '../support/answered.ts';
import { shippedEdition } from '../support/frozen.ts';
import type { Office } from '../support/visit.ts';
import { must } from '../support/hall.ts';
import type { Scene } from './scene.ts';

/** Work done beside the bot: 0 is the machine's owner. */
function workIn({ town }: Scene, actorId: number) {
  const { visitOptions } = town.app.service();
  return createWork({ ...visitOptions, actorId, now: visitOptions.now() });
}

/** All 48 items are answered "yes" with a document each, as if tap by tap. */
export async function answerEverything(scene: Scene): Promise<void> {
  const { client, town, officer, assessmentId } = scene;
  const { database } = town.app.service();
  const actor = await loadActor(database.read, officer.personId);
  if (!actor) throw new Error('The officer has not joined');
  const office = {
    assessmentId,
    database: { client },
    edition: shippedEdition(),
    id: () => actor.personId,
    visit: () => Promise.resolve({ work: workIn(scene, actor.personId), actor }),
  };
  await answerAll(office as unknown as Office);
}

/** The officer says "yes, send". Returns the submission's id. */
export async function submitAll(scene: Scene): Promise<number> {
  const { client, officer, assessmentId } = scene;
  await officer.press(encode('check', [assessmentId]));
  await officer.press(
    encode('submitSure', [assessmentId, await newestEvent(client, assessmentId)]),
  );
  return (await client.submission.findFirstOrThrow({ where: { assessmentId } })).id;
}

/** Somebody loses every role. */
export async function leaveEveryRole(scene: Scene, chat: ChatClient): Promise<void> {
  const work = workIn(scene, 0);
  const actor = await loadActor(work.read, chat.personId);
  for (const { roleId } of actor?.roles ?? []) must(await revokeRole(work, roleId));
}

/** A member of the first commission becomes one of another commission, which has no monitoring. */
export async function moveToOtherCommission(scene: Scene, chat: ChatClient): Promise<void> {
  const work = workIn(scene, 0);
  const commissionId = must(await addCommission(work, 'Ош облусу боюнча жумушчу комиссия'));
  await leaveEveryRole(scene, chat);
  const token = randomBytes(32).toString('base64url');
  const request = { role: 'member', orgId: null, commissionId, directions: null } as const;
  must(await invite(work, request, token));
  const { id } = must(await openInvitation(work, token, chat.personId));
  const newcomer = { telegramId: chat.personId, name: 'Эрмек Үсөнов', language: 'ky' } as const;
  must(await acceptInvitation(work, id, newcomer));
}

/** A fresh link for one more officer of the first organisation. */
export async function inviteOfficer(scene: Scene): Promise<string> {
  const orgId = 1;
  const token = randomBytes(32).toString('base64url');
  const request = { role: 'officer', orgId, commissionId: null, directions: null } as const;
  must(await invite(workIn(scene, 0), request, token));
  return token;
}

/** Every link of the first organisation that nobody has used is taken back. */
export async function revokeAll(scene: Scene): Promise<void> {
  const open = await scene.client.invitation.findMany({
    where: { orgId: 1, usedAt: null, revokedAt: null },
  });
  for (const { id } of open) must(await revokeInvitation(workIn(scene, 0), id));
}
