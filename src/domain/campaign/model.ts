import type { OrganisationKind } from '../organisation/model.ts';
import type { Refusal } from '../shared/refusal.ts';

export interface Campaign {
  readonly id: number;
  readonly commissionId: number;
  readonly commission: string;
  readonly checklistId: string;
  readonly edition: string;
  readonly title: string;
  readonly kind: 'planned' | 'unplanned';
  readonly basis: string | null;
  /** Name of the official paper; null: the default. */
  readonly paper: string | null;
  readonly contactPhone: string | null;
  /** Local dates, YYYY-MM-DD. */
  readonly opensOn: string;
  readonly deadline: string;
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  readonly headConfirms: boolean;
  readonly closed: boolean;
  /** How many organisations take part. */
  readonly organisations: number;
}

/** Who takes part at the opening. */
export interface Participants {
  /** null: all open organisations; they and later ones alike, where kind and region match. */
  readonly orgIds: readonly number[] | null;
  /** null: both. */
  readonly kind: OrganisationKind | null;
  /** Code; null: all. */
  readonly region: string | null;
}

export interface CampaignRequest {
  readonly checklistId: string;
  readonly edition: string;
  readonly title: string;
  readonly kind: 'planned' | 'unplanned';
  readonly basis: string | null;
  readonly paper: string | null;
  readonly contactPhone: string | null;
  readonly opensOn: string;
  readonly deadline: string;
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  readonly headConfirms: boolean;
  /** null: a commission of the campaign's title is made. */
  readonly commissionId: number | null;
  readonly who: Participants;
}

export type CampaignCode =
  | 'campaign.titleEmpty'
  | 'campaign.titleLong'
  | 'campaign.dateWrong'
  | 'campaign.deadlineBeforeOpening'
  | 'campaign.periodIncomplete'
  | 'campaign.periodReversed'
  | 'campaign.phoneLong'
  | 'campaign.commissionUnknown'
  | 'campaign.organisationUnknown'
  | 'campaign.unknown'
  | 'campaign.closed'
  | 'campaign.notLater';
export type CampaignRefusal = Refusal<CampaignCode>;
