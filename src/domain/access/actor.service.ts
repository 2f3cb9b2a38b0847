import type { Reader } from '../shared/database.ts';
import { isLanguage } from '../shared/language.ts';
import { type ActorRow, actorRows } from './actor.store.ts';
import { parseDirections } from './invitation.rules.ts';
import type { Actor, RoleGrant, RoleKind } from './model.ts';

/** The person of a Telegram account with the roles in force now; null: nobody the bot knows. */
export async function loadActor(reader: Reader, telegramId: number): Promise<Actor | null> {
  const rows = await actorRows(reader, telegramId);
  const person = rows[0];
  if (!person) return null;
  return {
    personId: Number(person.id),
    telegramId,
    name: person.name,
    language: isLanguage(person.language) ? person.language : 'ky',
    roles: rows.flatMap(grantOf),
  };
}

/** Somebody the bot does not know: no person, no roles, Kyrgyz. */
export const strangerActor = (telegramId: number, name: string): Actor => ({
  personId: 0,
  telegramId,
  name,
  language: 'ky',
  roles: [],
});

const id = (value: number | bigint | null): number | null =>
  value === null ? null : Number(value);

function grantOf({ roleId, kind, orgId, commissionId, directions }: ActorRow): RoleGrant[] {
  if (roleId === null || kind === null) return [];
  return [
    {
      roleId: Number(roleId),
      kind: kind as RoleKind,
      orgId: id(orgId),
      commissionId: id(commissionId),
      // A contributor whose list cannot be read gets no direction, never all of them.
      directions:
        directions === null
          ? kind === 'contributor'
            ? []
            : null
          : (parseDirections(directions) ?? []),
    },
  ];
}
