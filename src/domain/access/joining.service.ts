import { cardsForNewMember } from '../review/announcing.service.ts';
import type { Reader } from '../shared/database.ts';
import type { Language } from '../shared/language.ts';
import { ok, type Result, refused } from '../shared/result.ts';
import type { Work } from '../shared/work.ts';
import type { Invitation, InvitationRefusal } from './invitation.model.ts';
import { isRole, isToken, tokenHash } from './invitation.rules.ts';
import {
  byHash,
  byId,
  hasOpened,
  markRefused,
  markUsed,
  recordOpening,
} from './invitation.store.ts';
import { operatorsToTell } from './operator.service.ts';
import { findByTelegram } from './person.store.ts';
import { enterPerson } from './person.service.ts';
import { grant, holds } from './role.store.ts';

/** Who stands before the bot, as Telegram says. */
export interface Newcomer {
  readonly telegramId: number;
  readonly name: string;
  readonly language: Language;
}

/**
 * A link is followed. It stays unused; only who opened it may press its buttons from now on, because
 * they carry no token.
 */
export async function openInvitation(
  work: Work,
  token: string,
  telegramId: number,
): Promise<Result<Invitation, InvitationRefusal>> {
  if (!isToken(token)) return refused({ code: 'invitation.unknown' });
  const found = await byHash(work.read, tokenHash(token), work.now);
  const checked = await usable(work.read, found, telegramId);
  if (!checked.ok) return checked;
  return work.run(async (unit) => {
    const { id, orgId } = checked.value;
    if (await recordOpening(unit.tx, id, telegramId, unit.at)) {
      await unit.audit({
        action: 'invitation.opened',
        subject: `invitation:${id}`,
        ...(orgId === null ? {} : { orgId }),
      });
    }
    return checked;
  });
}

/** The invitation behind a pressed button; `foreign` to all who did not open its link. */
export async function openedInvitation(
  reader: Reader,
  id: number,
  telegramId: number,
  now: number,
): Promise<Result<Invitation, InvitationRefusal>> {
  if (!(await hasOpened(reader, id, telegramId))) return refused({ code: 'invitation.foreign' });
  return usable(reader, await byId(reader, id, now), telegramId);
}

export interface Joined {
  readonly personId: number;
  readonly invitation: Invitation;
}

/**
 * One tap joins: the person (made if new), the role and the used link in one transaction. A member gets
 * the cards of the submissions that wait for him.
 */
export const acceptInvitation = (
  work: Work,
  id: number,
  newcomer: Newcomer,
): Promise<Result<Joined, InvitationRefusal>> =>
  work.run(async (unit) => {
    const opened = await openedInvitation(unit.tx, id, newcomer.telegramId, unit.at);
    if (!opened.ok) return opened;
    const { role, orgId, commissionId, directions } = opened.value;
    if (!isRole(role)) return refused({ code: 'invitation.unknown' });
    const personId = await enterPerson(unit, newcomer);
    const roleId = await grant(
      unit.tx,
      personId,
      { kind: role, orgId, commissionId, directions },
      unit.at,
    );
    await markUsed(unit.tx, id, personId, unit.at);
    if (commissionId !== null) await cardsForNewMember(unit, personId, commissionId);
    await unit.audit({
      action: 'person.joined',
      subject: `person:${personId}`,
      ...(orgId === null ? {} : { orgId }),
      details: { role, roleId, invitationId: id },
    });
    return ok({ personId, invitation: opened.value });
  });

/** "I am not from this organisation": the link stays unused, and every operator is told once. */
export const refuseInvitation = (
  work: Work,
  id: number,
  telegramId: number,
  operatorIds: readonly number[],
): Promise<Result<void, InvitationRefusal>> =>
  work.run(async (unit) => {
    const opened = await openedInvitation(unit.tx, id, telegramId, unit.at);
    if (!opened.ok) return opened;
    if (opened.value.refused) return ok(undefined);
    const { orgId } = opened.value;
    await markRefused(unit.tx, id, unit.at);
    await unit.audit({
      action: 'invitation.refused',
      subject: `invitation:${id}`,
      ...(orgId === null ? {} : { orgId }),
    });
    for (const personId of await operatorsToTell(unit.tx, operatorIds)) {
      await unit.owe({
        to: { personId },
        kind: 'joining.refused',
        payload: { invitationId: id },
        uniqueKey: `joining.refused:${id}:${personId}`,
      });
    }
    return ok(undefined);
  });

/** A group's link is of no use in a private chat. */
async function usable(
  reader: Reader,
  invitation: Invitation | null,
  telegramId: number,
): Promise<Result<Invitation, InvitationRefusal>> {
  if (!invitation || !isRole(invitation.role)) return refused({ code: 'invitation.unknown' });
  const { state, role, orgId, commissionId } = invitation;
  const person = await findByTelegram(reader, telegramId);
  if (person) {
    const member = await holds(reader, person.id, { kind: role, orgId, commissionId });
    if (member) return refused({ code: 'invitation.alreadyMember' });
  }
  if (state !== 'open') return refused({ code: `invitation.${state}` });
  return ok(invitation);
}
