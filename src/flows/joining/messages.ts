import { encode } from '../../chat/callback.ts';
import type { MessageRenderer } from '../../chat/outgoing.ts';
import { invitationById } from '../../domain/access/inviting.service.ts';
import { nameOf } from '../../domain/access/people.service.ts';
import { organisationById } from '../../domain/organisation/service.ts';

/** To operators: somebody said the link was not for him. */
const refused: MessageRenderer = async ({ invitationId }, { reader, t, now }) => {
  const invitation = await invitationById(reader, Number(invitationId), now);
  if (invitation?.state !== 'open') return null;
  const { organisation, commission, orgId } = invitation;
  const text = t('joining:message.refused', { where: organisation ?? commission ?? '' });
  const open = {
    text: t.plain('joining:message.toOrganisation'),
    data: encode('adminOrganisation', [orgId ?? 0]),
  };
  return { kind: 'screen', screen: { text, rows: orgId === null ? [] : [[open]] } };
};

/** To an organisation's other people, or the operators: its officer no longer gets messages. */
const unreachable: MessageRenderer = async ({ personId, orgId }, { reader, t }) => {
  const organisation = await organisationById(reader, Number(orgId));
  const name = await nameOf(reader, Number(personId));
  if (!organisation || organisation.closed || name === null) return null;
  const text = t('joining:message.unreachable', { name, org: organisation.name });
  return { kind: 'screen', screen: { text, rows: [] } };
};

export const messages: Readonly<Record<string, MessageRenderer>> = {
  'joining.refused': refused,
  'joining.unreachable': unreachable,
};
