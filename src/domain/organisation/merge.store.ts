import type { Reader, Tx } from '../shared/database.ts';

/** Titles of the campaigns in which both have an assessment. */
export async function sharedAssessments(
  reader: Reader,
  from: number,
  into: number,
): Promise<string[]> {
  const rows = await reader.$queryRaw<{ title: string }[]>`
    SELECT c."title" AS "title" FROM "Assessment" a
    JOIN "Assessment" b ON b."campaignId" = a."campaignId" AND b."orgId" = ${into}
    JOIN "Campaign" c ON c."id" = a."campaignId"
    WHERE a."orgId" = ${from} ORDER BY c."id"`;
  return rows.map(({ title }) => title);
}

/** Roles that the same person does not already hold there. */
export const moveRoles = (tx: Tx, from: number, into: number): Promise<number> =>
  tx.$executeRaw`
    UPDATE "Role" SET "orgId" = ${into} WHERE "orgId" = ${from} AND "revokedAt" IS NULL
      AND NOT EXISTS (SELECT 1 FROM "Role" r WHERE r."personId" = "Role"."personId"
        AND r."kind" = "Role"."kind" AND r."orgId" = ${into} AND r."revokedAt" IS NULL)`;

export const moveInvitations = (tx: Tx, from: number, into: number): Promise<number> =>
  tx.$executeRaw`
    UPDATE "Invitation" SET "orgId" = ${into}
    WHERE "orgId" = ${from} AND "usedAt" IS NULL AND "revokedAt" IS NULL`;

/** Where the other takes part already, the row goes. */
export async function moveParticipations(tx: Tx, from: number, into: number): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM "Participation" WHERE "orgId" = ${from} AND "campaignId" IN
      (SELECT "campaignId" FROM "Participation" WHERE "orgId" = ${into})`;
  await tx.$executeRaw`UPDATE "Participation" SET "orgId" = ${into} WHERE "orgId" = ${from}`;
}

export const moveAssessments = (tx: Tx, from: number, into: number): Promise<number> =>
  tx.$executeRaw`UPDATE "Assessment" SET "orgId" = ${into} WHERE "orgId" = ${from}`;

export async function moveTopics(tx: Tx, from: number, into: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE "GroupTopic" SET "orgId" = ${into} WHERE "orgId" = ${from} AND "chatId" NOT IN
      (SELECT "chatId" FROM "GroupTopic" WHERE "orgId" = ${into})`;
}
