import { encode } from '../../chat/callback.ts';
import { escapeHtml } from '../../chat/html.ts';
import type { Button, Screen } from '../../chat/screen.ts';
import type { Translate } from '../../chat/translator.ts';
import type { HeldRole, RoleHolder } from '../../domain/access/role.service.ts';
import { roleName } from '../joining/welcome.ts';
import { label } from './pager.ts';

/** Who holds which role, and whom Telegram does not reach. */
export const peopleLines = (
  t: Translate,
  people: readonly RoleHolder[],
  organisation: string | null,
): string[] =>
  people.length === 0
    ? [t('administration:nobody')]
    : people.map(({ name, kind, reachable }) => {
        const line = `• ${escapeHtml(name)} – ${roleName(t, kind, organisation)}`;
        return reachable ? line : `${line} (${t('administration:unreachable')})`;
      });

/** A button for each role that can be taken away. */
export const revokeRows = (t: Translate, people: readonly RoleHolder[]): Button[][] =>
  people.map(({ roleId, name }) => [
    {
      text: label(t.plain('administration:revoke', { name })),
      data: encode('adminRoleRevoke', [roleId]),
    },
  ]);

export const revokingScreen = (t: Translate, role: HeldRole): Screen => ({
  text: t('administration:revokeAsk', { name: role.name, role: roleName(t, role.kind, null) }),
  rows: [
    [
      {
        text: t.plain('administration:revokeSure'),
        data: encode('adminRoleRevokeSure', [role.roleId]),
        style: 'danger',
      },
    ],
    [{ text: t.plain('administration:keep'), data: placeOf(role) }],
  ],
});

/** The screen that shows whose people the role's holder is one of. */
export const placeOf = ({ orgId, commissionId }: HeldRole): string => {
  if (orgId !== null) return encode('adminOrganisation', [orgId]);
  return commissionId === null ? encode('admin') : encode('adminCommission', [commissionId]);
};
