import type { OrganisationScope } from '../access/model.ts';

/** The scope by which somebody works with an organisation's answers: the widest where he has several. */
export function scopeOf(
  scopes: readonly OrganisationScope[],
  orgId: number,
): OrganisationScope | null {
  const own = scopes.filter((scope) => scope.orgId === orgId);
  return own.find(({ directions }) => directions === null) ?? own[0] ?? null;
}
