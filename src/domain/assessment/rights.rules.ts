import type { OrganisationScope } from '../access/model.ts';

/** Who submits and withdraws: the officer. */
export const officers = (scopes: readonly OrganisationScope[]): OrganisationScope[] =>
  scopes.filter(({ as }) => as === 'officer');

/** Who confirms a draft: the head. */
export const heads = (scopes: readonly OrganisationScope[]): OrganisationScope[] =>
  scopes.filter(({ as }) => as === 'head');

/** Who reads all answers of an organisation: officer and head; a contributor only his directions. */
export const readers = (scopes: readonly OrganisationScope[]): OrganisationScope[] =>
  scopes.filter(({ as }) => as !== 'contributor');
