import { commissionExists, makeCommission } from '../commission/service.ts';
import type { Reader } from '../shared/database.ts';
import { isLocalDate } from '../shared/local-date.ts';
import { ok, type Result, refused } from '../shared/result.ts';
import type { Work } from '../shared/work.ts';
import type { Campaign, CampaignRefusal, CampaignRequest } from './model.ts';
import { addAll, matching, notOpen } from './participation.store.ts';
import { cleanRequest, problemWith } from './rules.ts';
import { byId, close, insert, list, setDeadline } from './store.ts';

/**
 * Opens a monitoring. Without a commission one of the campaign's title is made. Dates may be equal but
 * not reversed. Opened for all (no orgIds) it also takes organisations added later. Returns its id.
 */
export function openCampaign(
  work: Work,
  request: CampaignRequest,
): Promise<Result<number, CampaignRefusal>> {
  const clean = cleanRequest(request);
  const problem = problemWith(clean);
  if (problem) return Promise.resolve(refused(problem));
  return work.run(async (unit) => {
    const { who } = clean;
    const unknown = await notOpen(unit.tx, who.orgIds ?? []);
    if (unknown.length > 0) {
      return refused({ code: 'campaign.organisationUnknown', values: { ids: unknown.join(', ') } });
    }
    if (clean.commissionId !== null && !(await commissionExists(unit.tx, clean.commissionId))) {
      return refused({ code: 'campaign.commissionUnknown', values: { id: clean.commissionId } });
    }
    const commissionId = clean.commissionId ?? (await makeCommission(unit, clean.title));
    const id = await insert(unit.tx, clean, commissionId, unit.at);
    const organisations = await addAll(unit.tx, id, await matching(unit.tx, who));
    await unit.audit({
      action: 'campaign.opened',
      subject: `campaign:${id}`,
      details: { commissionId, organisations, deadline: clean.deadline },
    });
    return ok(id);
  });
}

/** Moves the deadline to a later day. */
export function extendCampaign(
  work: Work,
  id: number,
  deadline: string,
): Promise<Result<void, CampaignRefusal>> {
  if (!isLocalDate(deadline)) {
    return Promise.resolve(refused({ code: 'campaign.dateWrong', values: { date: deadline } }));
  }
  return work.run(async (unit) => {
    const campaign = await byId(unit.tx, id);
    if (!campaign) return refused({ code: 'campaign.unknown', values: { id } });
    if (campaign.closed) return refused({ code: 'campaign.closed', values: { id } });
    const { deadline: from } = campaign;
    if (deadline <= from) return refused({ code: 'campaign.notLater', values: { deadline: from } });
    await setDeadline(unit.tx, id, deadline);
    await unit.audit({
      action: 'campaign.extended',
      subject: `campaign:${id}`,
      details: { from, to: deadline },
    });
    return ok(undefined);
  });
}

/** After the closing nothing is answered or submitted any more; what was submitted stays. */
export const closeCampaign = (work: Work, id: number): Promise<Result<void, CampaignRefusal>> =>
  work.run(async (unit) => {
    const campaign = await byId(unit.tx, id);
    if (!campaign) return refused({ code: 'campaign.unknown', values: { id } });
    if (campaign.closed) return refused({ code: 'campaign.closed', values: { id } });
    await close(unit.tx, id, unit.at);
    await unit.audit({ action: 'campaign.closed', subject: `campaign:${id}` });
    return ok(undefined);
  });

export const campaignById = (reader: Reader, id: number): Promise<Campaign | null> =>
  byId(reader, id);

/** Newest first. */
export const listCampaigns = (reader: Reader): Promise<Campaign[]> => list(reader, {});

/** Running campaigns in which the organisation takes part, newest first. */
export const runningCampaignsOf = (reader: Reader, orgId: number): Promise<Campaign[]> =>
  list(reader, { openOnly: true, orgId });

/**
 * The telephone that /help and every refusal name: of the newest running campaign that has one, else of
 * the newest closed one; null: none has.
 */
export async function contactPhone(reader: Reader): Promise<string | null> {
  const named = (await list(reader, {})).filter((campaign) => campaign.contactPhone !== null);
  return (named.find(({ closed }) => !closed) ?? named[0])?.contactPhone ?? null;
}
