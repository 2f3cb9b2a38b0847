import { invite } from '../../src/domain/access/inviting.service.ts';
import type { InvitationRequest } from '../../src/domain/access/invitation.model.ts';
import { createWork } from '../../src/domain/audit/work.service.ts';
import { closeCampaign, openCampaign } from '../../src/domain/campaign/service.ts';
import type { CampaignRequest } from '../../src/domain/campaign/model.ts';
import type { Result } from '../../src/domain/shared/result.ts';
import type { Town } from '../support/town.ts';

function must<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** What the owner of the machine does at the command line. */
const owner = (town: Town) => {
  const { visitOptions } = town.app.service();
  return createWork({ ...visitOptions, actorId: 0, now: visitOptions.now() });
};

/** Ends the demo's monitoring and opens another one for the same organisations. */
export async function anotherCampaign(
  town: Town,
  change: Partial<CampaignRequest>,
): Promise<{ campaignId: number; commissionId: number }> {
  const { client } = town.app.service().database;
  const { id, checklistId, edition, commissionId } = await client.campaign.findFirstOrThrow();
  must(await closeCampaign(owner(town), id));
  const campaignId = must(
    await openCampaign(owner(town), {
      checklistId,
      edition,
      title: 'Кезектеги мониторинг',
      kind: 'planned',
      basis: null,
      paper: null,
      contactPhone: null,
      opensOn: '2026-01-12',
      deadline: '2026-02-12',
      periodFrom: null,
      periodTo: null,
      headConfirms: false,
      commissionId,
      who: { orgIds: null, kind: null, region: null },
      ...change,
    }),
  );
  const opened = await client.campaign.findUniqueOrThrow({ where: { id: campaignId } });
  return { campaignId, commissionId: opened.commissionId };
}

/** The token of a fresh link. */
export async function link(
  town: Town,
  request: Pick<InvitationRequest, 'role'> & Partial<InvitationRequest>,
): Promise<string> {
  const token = town.app.service().visitOptions.around.newToken();
  const whole = { orgId: null, commissionId: null, directions: null, ...request };
  return must(await invite(owner(town), whole, token)).token;
}
