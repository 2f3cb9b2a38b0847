import { useGroupInvitation } from '../access/group-invitation.service.ts';
import { cardsForNewGroup } from '../review/announcing.service.ts';
import type { Reader } from '../shared/database.ts';
import { ok, type Result } from '../shared/result.ts';
import type { Work } from '../shared/work.ts';
import { bind, boundTo, move, unbind } from './group.store.ts';
import type { BindingRefusal, GroupChat } from './model.ts';

/**
 * The bot came into a group with the token of a `startgroup` link: the group becomes the commission's.
 * A group serves one commission; a commission bound before moves to the new group. Returns the
 * commission's id.
 */
export const bindGroup = (
  work: Work,
  token: string,
  chat: GroupChat,
): Promise<Result<number, BindingRefusal>> =>
  work.run(async (unit) => {
    const bound = await boundTo(unit.tx, chat.id);
    const used = await useGroupInvitation(unit, token, bound?.commissionId ?? null);
    if (!used.ok) return used;
    const commissionId = used.value;
    await bind(unit.tx, {
      commissionId,
      chatId: chat.id,
      isForum: chat.isForum,
      at: unit.at,
      by: unit.actorId,
    });
    await cardsForNewGroup(unit, commissionId);
    await unit.audit({
      action: 'group.bound',
      subject: `commission:${commissionId}`,
      details: { chatId: chat.id, isForum: chat.isForum },
    });
    return ok(commissionId);
  });

/** The bot was removed from a group. A group that is nobody's changes nothing. */
export async function unbindGroup(work: Work, chatId: number): Promise<void> {
  if (!(await boundTo(work.read, chatId))) return;
  await work.run(async (unit) => {
    const commissionId = await unbind(unit.tx, chatId);
    if (commissionId === null) return;
    await unit.audit({ action: 'group.unbound', subject: `commission:${commissionId}` });
  });
}

/** The group became a supergroup and has another id since (Bot API, migrate_to_chat_id). */
export async function moveGroup(work: Work, from: number, to: number): Promise<void> {
  if (!(await boundTo(work.read, from))) return;
  await work.run(async (unit) => {
    const group = await boundTo(unit.tx, from);
    if (!group || (await boundTo(unit.tx, to))) return;
    await move(unit.tx, from, to);
    await unit.audit({ action: 'group.moved', subject: `commission:${group.commissionId}` });
  });
}

/** Is this group, bound to a commission, a forum? */
export const isForum = async (reader: Reader, chatId: number): Promise<boolean> =>
  (await boundTo(reader, chatId))?.isForum === true;
