import { ok, type Result, refused } from '../shared/result.ts';
import type { Unit, Work } from '../shared/work.ts';
import type { CampaignRefusal } from './model.ts';
import { addAll, leave, notOpen, takingNew } from './participation.store.ts';
import { byId } from './store.ts';

/** An organisation just added takes part in the running campaigns opened for all like it. */
export async function admitNewcomer(
  unit: Unit,
  organisation: { id: number; kind: string; region: string },
): Promise<void> {
  for (const campaignId of await takingNew(unit.tx, organisation)) {
    await addAll(unit.tx, campaignId, [organisation.id]);
    await unit.audit({
      action: 'campaign.joined',
      subject: `campaign:${campaignId}`,
      orgId: organisation.id,
    });
  }
}

/** Part of closing an organisation: what it has begun stays. */
export const leaveCampaigns = (unit: Unit, orgId: number): Promise<number> => leave(unit.tx, orgId);

/** Organisations taken into a running campaign later; returns how many were not in it yet. */
export const admitLate = (
  work: Work,
  campaignId: number,
  orgIds: readonly number[],
): Promise<Result<number, CampaignRefusal>> =>
  work.run(async (unit) => {
    const campaign = await byId(unit.tx, campaignId);
    if (!campaign) return refused({ code: 'campaign.unknown', values: { id: campaignId } });
    if (campaign.closed) return refused({ code: 'campaign.closed', values: { id: campaignId } });
    const unknown = await notOpen(unit.tx, orgIds);
    if (unknown.length > 0) {
      return refused({ code: 'campaign.organisationUnknown', values: { ids: unknown.join(', ') } });
    }
    const added = await addAll(unit.tx, campaignId, orgIds);
    await unit.audit({
      action: 'campaign.widened',
      subject: `campaign:${campaignId}`,
      details: { orgIds },
    });
    return ok(added);
  });
