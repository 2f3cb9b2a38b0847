import { bold } from '../../chat/html.ts';
import { encode } from '../../chat/callback.ts';
import type { Screen } from '../../chat/screen.ts';
import type { Translate } from '../../chat/translator.ts';
import type { Surroundings } from '../../chat/visit.ts';
import type { Invitation } from '../../domain/access/invitation.model.ts';
import type { RoleKind } from '../../domain/access/model.ts';
import { runningCampaignsOf } from '../../domain/campaign/service.ts';
import { items } from '../../domain/checklist/lookup.rules.ts';
import { isVillage } from '../../domain/organisation/rules.ts';
import type { Reader } from '../../domain/shared/database.ts';
import { shown } from '../../domain/shared/local-date.ts';
import { otherLanguages } from './languages.ts';

/** The monitoring a newcomer is invited to. */
export interface InvitedTo {
  /** Who invites; null: the commission bears the monitoring's own title, which invites nobody. */
  readonly commission: string | null;
  /** YYYY-MM-DD */
  readonly deadline: string;
  /** How many questions its checklist has. */
  readonly questions: number;
}

/** null: no monitoring is running for this organisation. */
export async function invitedTo(
  reader: Reader,
  around: Surroundings,
  { orgId }: Invitation,
): Promise<InvitedTo | null> {
  const campaign = orgId === null ? undefined : (await runningCampaignsOf(reader, orgId))[0];
  if (!campaign) return null;
  const { title, deadline, checklistId, edition } = campaign;
  const commission = campaign.commission === title ? null : campaign.commission;
  const questions = items(around.edition(checklistId, edition)).length;
  return { commission, deadline, questions };
}

/** «айыл өкмөтүнүн башчысы» in a village, «жетекчи» elsewhere. */
export function roleName(t: Translate, role: RoleKind, organisation: string | null): string {
  const village = role === 'head' && organisation !== null && isVillage(organisation);
  return t(village ? 'joining:role.headOfVillage' : `joining:role.${role}`);
}

/** The first screen behind a link: who invites, where to, in which role, what it takes. */
export function welcomeScreen(
  t: Translate,
  invitation: Invitation & { readonly role: RoleKind },
  to: InvitedTo | null,
): Screen {
  const { id, role, organisation, commission, directions } = invitation;
  const facts = [
    organisation !== null && t('joining:welcome.organisation', { org: organisation }),
    commission !== null && t('joining:welcome.commission', { commission }),
    t('joining:welcome.you', { role: roleName(t, role, organisation) }),
    directions !== null && t('joining:welcome.directions', { list: directions.join(', ') }),
    to !== null && t('joining:welcome.deadline', { date: shown(to.deadline) }),
  ].filter((line) => line !== false);
  const about = [
    role === 'officer' && to !== null && t('joining:welcome.questions', { count: to.questions }),
    t(`joining:about.${role}`),
  ].filter((line) => line !== false);
  const opening =
    to === null
      ? t('joining:welcome.invited')
      : to.commission === null
        ? t('joining:welcome.invitedToMonitoring')
        : t('joining:welcome.invites', { inviter: to.commission });
  return {
    text: [
      `${bold(t('joining:welcome.greeting'))}\n${opening}`,
      facts.join('\n'),
      about.join(' '),
    ].join('\n\n'),
    rows: [
      [
        {
          text: t.plain(organisation === null ? 'joining:join' : 'joining:joinOrganisation'),
          data: encode('join', [id]),
          style: 'primary',
        },
      ],
      [
        {
          text: t.plain(organisation === null ? 'joining:notMe' : 'joining:notMine'),
          data: encode('refuse', [id]),
        },
      ],
      otherLanguages(t.language, 'joinLanguage', [id]),
    ],
  };
}
