import type { OrganisationScope } from '../access/model.ts';

/** The officer and the head read the register; those who help with the answers do not. */
export const mayRead = (scope: OrganisationScope): boolean => scope.as !== 'contributor';

/** The officer keeps it. */
export const mayKeep = (scope: OrganisationScope): boolean => scope.as === 'officer';
