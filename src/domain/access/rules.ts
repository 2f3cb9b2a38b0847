import type {
  Actor,
  CommissionScope,
  OperatorScope,
  OrganisationScope,
  OwnerScope,
} from './model.ts';

/** Every organisation whose data the actor may work with, in the order the roles were given. */
export function organisationScopes(actor: Actor): OrganisationScope[] {
  return actor.roles.flatMap((role) => {
    const { kind, orgId } = role;
    if (orgId === null || !(kind === 'officer' || kind === 'head' || kind === 'contributor'))
      return [];
    const scope = { orgId, personId: actor.personId, as: kind, directions: role.directions };
    return [scope as OrganisationScope];
  });
}

/** The scopes that may change answers: the officer's (a contributor's only in the shared directions). */
export const answeringScopes = (actor: Actor): OrganisationScope[] =>
  organisationScopes(actor).filter((scope) => scope.as !== 'head');

/** The scopes that may read the staff register and its dates: the officer's and the head's. */
export const registerScopes = (actor: Actor): OrganisationScope[] =>
  organisationScopes(actor).filter((scope) => scope.as !== 'contributor');

/** The scopes that keep the staff register: the officer's. */
export const registerKeepingScopes = (actor: Actor): OrganisationScope[] =>
  organisationScopes(actor).filter((scope) => scope.as === 'officer');

export function commissionScopes(actor: Actor): CommissionScope[] {
  return actor.roles.flatMap((role) => {
    const { kind, commissionId } = role;
    if (commissionId === null || !(kind === 'member' || kind === 'chair')) return [];
    return [{ commissionId, personId: actor.personId, as: kind } as CommissionScope];
  });
}

/** Operators come from OPERATOR_IDS or from an operator's invitation. */
export function operatorScope(actor: Actor, operatorIds: readonly number[]): OperatorScope | null {
  const named = operatorIds.includes(actor.telegramId);
  const invited = actor.roles.some((role) => role.kind === 'operator');
  return named || invited ? ({ personId: actor.personId } as OperatorScope) : null;
}

/** The CLI works with the rights of the machine's owner; reading answers needs a reason. */
export const ownerScope = (reason: string): OwnerScope => ({ owner: true, reason }) as OwnerScope;

/** An organisation's register in the hands of the machine's owner: as its officer keeps it. */
export const ownedRegister = (_: OwnerScope, orgId: number): OrganisationScope =>
  ({ orgId, personId: 0, as: 'officer', directions: null }) as OrganisationScope;

/** Contributors see and answer only the shared directions. */
export const coversDirection = (scope: OrganisationScope, direction: number): boolean =>
  scope.directions === null || scope.directions.includes(direction);

/** Somebody to whom nothing is shown but where to ask for a link. */
export const isStranger = (actor: Actor, operatorIds: readonly number[]): boolean =>
  actor.roles.length === 0 && operatorScope(actor, operatorIds) === null;
