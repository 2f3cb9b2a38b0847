export const ORGANISATION_KINDS = ['state', 'municipal'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export const isOrganisationKind = (text: string): text is OrganisationKind =>
  (ORGANISATION_KINDS as readonly string[]).includes(text);

export interface Organisation {
  readonly id: number;
  readonly name: string;
  readonly kind: OrganisationKind;
  /** Code of regions.rules.ts. */
  readonly region: string;
  readonly district: string | null;
  readonly closed: boolean;
}

/** What an organisation is added from, checked and cleaned. */
export interface OrganisationDraft {
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly region: string;
  readonly district: string | null;
}

/** The same as typed. */
export interface OrganisationInput {
  readonly name: string;
  readonly kind: string;
  readonly region: string;
  readonly district?: string | null;
}

export type OrganisationCode =
  | 'organisation.nameEmpty'
  | 'organisation.nameLong'
  | 'organisation.kindUnknown'
  | 'organisation.regionUnknown'
  | 'organisation.exists'
  | 'organisation.unknown'
  | 'organisation.closed'
  | 'organisation.mergeSelf'
  | 'organisation.mergeConflict';
