import { encode } from '../../chat/callback.ts';
import type { Screen } from '../../chat/screen.ts';
import type { Visit } from '../../chat/visit.ts';
import type {
  InvitationRequest,
  InvitingRefusal,
  IssuedInvitation,
} from '../../domain/access/invitation.model.ts';
import { belongsToCommission, groupLink, startLink } from '../../domain/access/invitation.rules.ts';
import { invitationById, invite } from '../../domain/access/inviting.service.ts';
import { shown } from '../../domain/shared/local-date.ts';
import { localDateOf } from '../../domain/shared/local-time.ts';
import { ok, type Result } from '../../domain/shared/result.ts';
import { roleName } from '../joining/welcome.ts';

/** Roles an operator invites to in the bot. */
const INVITED = ['officer', 'head', 'member', 'chair'] as const;
export type InvitedHere = (typeof INVITED)[number];
export const isInvitedHere = (role: string | undefined): role is InvitedHere =>
  INVITED.some((one) => one === role);

/** Makes a link and shows it ready to be passed on: the message itself can be forwarded. */
export async function inviteScreen(
  visit: Visit,
  role: InvitedHere,
  subject: number,
): Promise<Result<Screen, InvitingRefusal>> {
  const toCommission = belongsToCommission(role);
  const request: InvitationRequest = {
    role,
    orgId: toCommission ? null : subject,
    commissionId: toCommission ? subject : null,
    directions: null,
  };
  const { t, work, around } = visit;
  const made = await invite(work, request, around.newToken());
  if (!made.ok) return made;
  const invitation = await invitationById(work.read, made.value.invitationId, work.now);
  const organisation = invitation?.organisation ?? null;
  const where = organisation ?? invitation?.commission ?? '';
  const link = startLink(around.botUsername, made.value.token);
  const back = toCommission
    ? { text: t.plain('administration:toCommission'), data: encode('adminCommission', [subject]) }
    : {
        text: t.plain('administration:toOrganisation'),
        data: encode('adminOrganisation', [subject]),
      };
  return ok({
    text: [
      t('administration:invitation.to', { where, role: roleName(t, role, organisation) }),
      link,
      t('administration:invitation.until', { date: until(visit, made.value) }),
    ].join('\n\n'),
    rows: [[{ text: t.plain('administration:copyLink'), copy: link }], [back]],
  });
}

/** The link that brings the bot into the commission's group. */
export async function bindScreen(
  visit: Visit,
  commissionId: number,
): Promise<Result<Screen, InvitingRefusal>> {
  const { t, work, around } = visit;
  const request = { role: 'group', orgId: null, commissionId, directions: null } as const;
  const made = await invite(work, request, around.newToken());
  if (!made.ok) return made;
  return ok({
    text: `${t('administration:bindHow')}\n\n${t('administration:invitation.until', { date: until(visit, made.value) })}`,
    rows: [
      [
        {
          text: t.plain('administration:chooseGroup'),
          url: groupLink(around.botUsername, made.value.token),
        },
      ],
      [
        {
          text: t.plain('administration:toCommission'),
          data: encode('adminCommission', [commissionId]),
        },
      ],
    ],
  });
}

/** The last whole day on which the link works. */
const until = ({ around }: Visit, { expiresAt }: IssuedInvitation): string =>
  shown(localDateOf(expiresAt, around.timeZone));
