import { issue } from '../access/inviting.service.ts';
import { makeCommission } from '../commission/service.ts';
import { enter } from '../organisation/service.ts';
import { addDays } from '../shared/local-date.ts';
import type { Refusal } from '../shared/refusal.ts';
import { ok, type Result, refused } from '../shared/result.ts';
import type { Unit, Work } from '../shared/work.ts';
import { anythingThere } from './demo.store.ts';
import { addAll } from './participation.store.ts';
import { insert } from './store.ts';

export interface Demo {
  readonly campaignId: number;
  readonly commissionId: number;
  /** «Көк-Жар айыл өкмөтү» */
  readonly orgId: number;
  /** «Ак-Кыя айыл өкмөтү» */
  readonly otherOrgId: number;
  /** Unused invitation tokens by person. */
  readonly tokens: Readonly<Record<DemoPerson, string>>;
}

export const DEMO_PEOPLE = [
  'officer',
  'head',
  'otherOfficer',
  'chair',
  'firstMember',
  'secondMember',
  'operator',
] as const;
export type DemoPerson = (typeof DEMO_PEOPLE)[number];

export interface DemoSetting {
  /** Local date, YYYY-MM-DD. */
  readonly today: string;
  newToken(): string;
  readonly checklistId: string;
  readonly edition: string;
}

const WEEKS = 8;

/**
 * A municipality to try the bot with: two organisations, their people, a commission and one running
 * monitoring with a period. Refuses a database in which anything real stands.
 */
export const seedDemo = (
  work: Work,
  setting: DemoSetting,
): Promise<Result<Demo, Refusal<'demo.notEmpty'>>> =>
  work.run(async (unit) => {
    if (await anythingThere(unit.tx)) return refused({ code: 'demo.notEmpty' });
    const place = { kind: 'municipal', region: 'naryn' } as const;
    const orgId = await enter(unit, {
      ...place,
      name: 'Көк-Жар айыл өкмөтү',
      district: 'Нарын району',
    });
    const otherOrgId = await enter(unit, {
      ...place,
      name: 'Ак-Кыя айыл өкмөтү',
      district: 'Ат-Башы району',
    });
    const commissionId = await makeCommission(unit, 'Мониторинг боюнча жумушчу комиссия');
    const campaignId = await openDemoCampaign(unit, setting, commissionId, [orgId, otherOrgId]);
    const token = async (
      role: 'officer' | 'head' | 'member' | 'chair' | 'operator',
      where: { orgId?: number; commissionId?: number },
    ): Promise<string> => {
      const request = { role, orgId: null, commissionId: null, directions: null, ...where };
      return (await issue(unit, request, setting.newToken())).token;
    };
    const tokens = {
      officer: await token('officer', { orgId }),
      head: await token('head', { orgId }),
      otherOfficer: await token('officer', { orgId: otherOrgId }),
      chair: await token('chair', { commissionId }),
      firstMember: await token('member', { commissionId }),
      secondMember: await token('member', { commissionId }),
      operator: await token('operator', {}),
    };
    return ok({ campaignId, commissionId, orgId, otherOrgId, tokens });
  });

async function openDemoCampaign(
  unit: Unit,
  { today, checklistId, edition }: DemoSetting,
  commissionId: number,
  orgIds: readonly number[],
): Promise<number> {
  const year = Number(today.slice(0, 4));
  const request = {
    checklistId,
    edition,
    title: `Кадр ишинин мониторинги, ${year}`,
    kind: 'planned',
    basis: null,
    paper: 'Маалымкат',
    contactPhone: '+996 312 00 00 00',
    opensOn: today,
    deadline: addDays(today, WEEKS * 7),
    periodFrom: `${year - 3}-01-01`,
    periodTo: `${year - 1}-12-31`,
    headConfirms: false,
    commissionId,
    who: { orgIds: null, kind: null, region: null },
  } as const;
  const campaignId = await insert(unit.tx, request, commissionId, unit.at);
  await addAll(unit.tx, campaignId, orgIds);
  await unit.audit({ action: 'campaign.opened', subject: `campaign:${campaignId}` });
  return campaignId;
}
