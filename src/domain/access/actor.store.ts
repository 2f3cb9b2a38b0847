import type { Reader } from '../shared/database.ts';

export interface ActorRow {
  readonly id: number | bigint;
  readonly name: string;
  readonly language: string;
  readonly roleId: number | bigint | null;
  readonly kind: string | null;
  readonly orgId: number | bigint | null;
  readonly commissionId: number | bigint | null;
  readonly directions: string | null;
}

/** The person with the roles in force, one row a role, in one query: it is asked at every tap. */
export const actorRows = (reader: Reader, telegramId: number): Promise<ActorRow[]> =>
  reader.$queryRaw<ActorRow[]>`
    SELECT p."id", p."name", p."language", r."id" AS "roleId", r."kind", r."orgId",
      r."commissionId", r."directions"
    FROM "Person" p LEFT JOIN "Role" r ON r."personId" = p."id" AND r."revokedAt" IS NULL
    WHERE p."telegramId" = ${telegramId}
    ORDER BY r."id"`;
