import type { Reader } from '../shared/database.ts';
import { ALL_DOCUMENTS } from './row.rules.ts';

type Num = number | bigint;

export interface RegisterFigures {
  /** People who have not left. */
  readonly present: number;
  readonly left: number;
  /** Of those present whose personal file holds all eight documents; null: said of nobody. */
  readonly filesComplete: number | null;
  /** Of those present whose personal file holds something; null: said of nobody. */
  readonly filesPresent: number | null;
  /** Of those present of whom it is said which documents the file holds. */
  readonly filesSaid: number;
  /** Of those present whose labour book is there; null: said of nobody. */
  readonly labourBooks: number | null;
  readonly labourBooksSaid: number;
  readonly trained: number;
  readonly ranked: number;
  readonly attested: number;
}

/** Counts over the rows in force, in one query. */
export async function countFigures(reader: Reader, orgId: number): Promise<RegisterFigures> {
  const rows = await reader.$queryRaw<Record<keyof RegisterFigures, Num>[]>`
    SELECT COUNT(CASE WHEN "leftOn" IS NULL THEN 1 END) AS "present",
      COUNT("leftOn") AS "left",
      COUNT(CASE WHEN "leftOn" IS NULL AND "fileDocuments" = ${ALL_DOCUMENTS} THEN 1 END)
        AS "filesComplete",
      COUNT(CASE WHEN "leftOn" IS NULL AND "fileDocuments" > 0 THEN 1 END) AS "filesPresent",
      COUNT(CASE WHEN "leftOn" IS NULL THEN "fileDocuments" END) AS "filesSaid",
      COUNT(CASE WHEN "leftOn" IS NULL AND "labourBook" THEN 1 END) AS "labourBooks",
      COUNT(CASE WHEN "leftOn" IS NULL THEN "labourBook" END) AS "labourBooksSaid",
      COUNT(CASE WHEN "leftOn" IS NULL THEN "trainedOn" END) AS "trained",
      COUNT(CASE WHEN "leftOn" IS NULL THEN "rank" END) AS "ranked",
      COUNT(CASE WHEN "leftOn" IS NULL THEN "attestedOn" END) AS "attested"
    FROM "Register" g JOIN "Servant" s ON s."orgId" = g."orgId"
      AND s."since" <= g."edition" AND s."until" > g."edition"
    WHERE g."orgId" = ${orgId}`;
  const n = (key: keyof RegisterFigures) => Number(rows[0]?.[key] ?? 0);
  const filesSaid = n('filesSaid');
  const labourBooksSaid = n('labourBooksSaid');
  return {
    present: n('present'),
    left: n('left'),
    filesComplete: filesSaid === 0 ? null : n('filesComplete'),
    filesPresent: filesSaid === 0 ? null : n('filesPresent'),
    filesSaid,
    labourBooks: labourBooksSaid === 0 ? null : n('labourBooks'),
    labourBooksSaid,
    trained: n('trained'),
    ranked: n('ranked'),
    attested: n('attested'),
  };
}
