import type { ActionName } from '../../chat/actions.ts';
import { encode } from '../../chat/callback.ts';
import type { Screen } from '../../chat/screen.ts';
import type { Action, Dialog, Reply, Visit } from '../../chat/visit.ts';
import { countWithoutOfficer } from '../../domain/access/inviting.service.ts';
import { ROLE_KINDS } from '../../domain/access/model.ts';
import { enterOperator } from '../../domain/access/person.service.ts';
import { heldRole, revokeRole } from '../../domain/access/role.service.ts';
import { admitLate } from '../../domain/campaign/participation.service.ts';
import { closeCampaign } from '../../domain/campaign/service.ts';
import { closeOrganisation } from '../../domain/organisation/service.ts';
import { campaignScreen, campaignsScreen, closingCampaignScreen } from './campaigns.ts';
import { commissionScreen, commissionsScreen } from './commissions.ts';
import { holidayActions } from './holiday-actions.ts';
import { adminScreen, toAdmin, unreceivedScreen } from './home.ts';
import { bindScreen, inviteScreen, isInvitedHere } from './invitations.ts';
import { asOperator, forOperators, notYours } from './operator.ts';
import {
  closingScreen,
  kindScreen,
  organisationScreen,
  organisationsScreen,
  regionScreen,
} from './organisations.ts';
import { revokingScreen } from './people.ts';
import { ruleActions } from './rule-actions.ts';
import { sentence } from './sentence.ts';

/** /admin. An operator of OPERATOR_IDS becomes a person by coming here, so that he can be written to. */
export const admin = (visit: Visit): Promise<Reply> =>
  asOperator(visit, async (scope) => {
    await operatorPerson(visit);
    return { screen: await adminScreen(visit, scope) };
  });

/** The operator's person id. */
const operatorPerson = ({ actor, work, language }: Visit): Promise<number> =>
  actor.personId === 0
    ? enterOperator(work, { telegramId: actor.telegramId, name: actor.name, language })
    : Promise.resolve(actor.personId);

/** A screen of something that may not exist: a forged number gets the sentence. */
const existing = (visit: Visit, screen: Screen | null): Reply =>
  screen ? { screen } : notYours(visit);

const opens = (name: string, args: Dialog['args'] = []): Action =>
  forOperators(() => Promise.resolve({ dialog: { name, args } }));

/** Ten taps in a second order the letters once; a minute later they may be ordered again (milliseconds). */
const AGAIN_AFTER = 60_000;

const actionsForOperators: Partial<Record<ActionName, Action>> = {
  adminOrganisations: async (visit, [page = 0]) => ({
    screen: await organisationsScreen(visit, page),
  }),
  adminOrganisation: async (visit, [id = 0]) =>
    existing(visit, await organisationScreen(visit, id)),
  adminOrganisationAdd: (visit) => Promise.resolve({ screen: kindScreen(visit) }),
  adminOrganisationKind: (visit, [kind = 0]) =>
    Promise.resolve({ screen: regionScreen(visit, kind) }),
  adminOrganisationRegion: (_visit, [kind = 0, region = 0]) =>
    Promise.resolve({ dialog: { name: 'admin.organisation.name', args: [kind, region] } }),
  adminOrganisationRename: (_visit, [id = 0]) =>
    Promise.resolve({ dialog: { name: 'admin.organisation.rename', args: [id] } }),
  adminOrganisationClose: async (visit, [id = 0]) =>
    existing(visit, await closingScreen(visit, id)),
  adminOrganisationCloseSure: async (visit, [id = 0]) => {
    const closed = await closeOrganisation(visit.work, id);
    if (!closed.ok) return { toast: sentence(visit.t, closed.error), alert: true };
    return existing(visit, await organisationScreen(visit, id));
  },
  adminAdmit: async (visit, [campaign = 0, organisation = 0]) => {
    const admitted = await admitLate(visit.work, campaign, [organisation]);
    if (!admitted.ok) return { toast: sentence(visit.t, admitted.error), alert: true };
    return existing(visit, await organisationScreen(visit, organisation));
  },
  adminCommissions: async (visit, [page = 0]) => ({ screen: await commissionsScreen(visit, page) }),
  adminCommission: async (visit, [id = 0]) => existing(visit, await commissionScreen(visit, id)),
  adminBind: async (visit, [id = 0]) => {
    const made = await bindScreen(visit, id);
    if (!made.ok) return { toast: sentence(visit.t, made.error), alert: true };
    return { screen: made.value };
  },
  adminCampaigns: async (visit, [page = 0]) => ({ screen: await campaignsScreen(visit, page) }),
  adminCampaign: async (visit, [id = 0]) => existing(visit, await campaignScreen(visit, id)),
  adminCampaignExtend: (_visit, [id = 0]) =>
    Promise.resolve({ dialog: { name: 'admin.campaign.extend', args: [id] } }),
  adminCampaignClose: async (visit, [id = 0]) =>
    existing(visit, await closingCampaignScreen(visit, id)),
  adminCampaignCloseSure: async (visit, [id = 0]) => {
    const closed = await closeCampaign(visit.work, id);
    if (!closed.ok) return { toast: sentence(visit.t, closed.error), alert: true };
    return existing(visit, await campaignScreen(visit, id));
  },
  adminInvite: async (visit, [number = -1, subject = 0]) => {
    const role = ROLE_KINDS[number];
    if (!isInvitedHere(role)) return notYours(visit);
    const made = await inviteScreen(visit, role, subject);
    if (!made.ok) return { toast: sentence(visit.t, made.error), alert: true };
    return { screen: made.value };
  },
  adminRoleRevoke: async (visit, [id = 0]) => {
    const role = await heldRole(visit.work.read, id);
    if (!role.ok) return { toast: sentence(visit.t, role.error), alert: true };
    return { screen: revokingScreen(visit.t, role.value) };
  },
  adminRoleRevokeSure: async (visit, [id = 0]) => {
    const role = await revokeRole(visit.work, id);
    if (!role.ok) return { toast: sentence(visit.t, role.error), alert: true };
    const { orgId, commissionId } = role.value;
    if (orgId !== null) return existing(visit, await organisationScreen(visit, orgId));
    return existing(visit, await commissionScreen(visit, commissionId ?? 0));
  },
  adminLetters: async ({ t, work }) => ({
    screen: {
      text: t('administration:lettersAsk', { n: await countWithoutOfficer(work.read) }),
      rows: [
        [
          {
            text: t.plain('administration:lettersSure'),
            data: encode('adminLettersSure'),
            style: 'primary',
          },
        ],
        [toAdmin(t)],
      ],
    },
  }),
  adminLettersSure: async (visit) => {
    const { t, work } = visit;
    const personId = await operatorPerson(visit);
    await work.run(async (unit) => {
      await unit.owe({
        to: { personId },
        kind: 'administration.letters',
        payload: {},
        uniqueKey: `administration.letters:${personId}:${Math.floor(unit.at / AGAIN_AFTER)}`,
      });
      await unit.audit({ action: 'letters.ordered', subject: `person:${personId}` });
    });
    return { screen: { text: t('administration:lettersComing'), rows: [[toAdmin(t)]] } };
  },
};

export const actions: Partial<Record<ActionName, Action>> = {
  ...Object.fromEntries(
    Object.entries(actionsForOperators).map(([name, act]) => [name, forOperators(act)]),
  ),
  ...ruleActions,
  ...holidayActions,
  admin: (visit) => admin(visit),
  adminOrganisationSearch: opens('admin.organisation.search'),
  adminCommissionAdd: opens('admin.commission.name'),
  adminCampaignOpen: opens('admin.campaign.title'),
  adminUnreceived: (visit) =>
    asOperator(visit, async (scope) => ({ screen: await unreceivedScreen(visit, scope) })),
};
