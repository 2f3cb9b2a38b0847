import { Prisma } from '../../generated/prisma/client.ts';
import { fold } from '../shared/fold.ts';
import type { Reader } from '../shared/database.ts';
import type { PositionGroup, RankCode, RecordKind, Servant, StaffRecord } from './model.ts';
import { fromBits, PERSON_COLUMNS } from './row.rules.ts';

type Num = number | bigint;

interface ServantColumns {
  servant: Num;
  orgId: Num;
  name: string;
  position: string | null;
  posGroup: string | null;
  category: string | null;
  unit: string | null;
  appointedOn: string | null;
  serviceStart: string | null;
  leftOn: string | null;
  fileDocuments: Num | null;
  labourBook: Num | boolean | null;
  trainedOn: string | null;
  rank: string | null;
  rankedOn: string | null;
  noRank: Num | boolean | null;
  attestedOn: string | null;
  declaredOn: string | null;
  nextTraining: string | null;
  nextRank: string | null;
  nextAttestation: string | null;
  knownSince: string;
}

const SERVANT = Prisma.raw(
  [...PERSON_COLUMNS, 'orgId', 'posGroup'].map((name) => `s."${name}"`).join(', '),
);

const toServant = ({
  servant,
  orgId,
  posGroup,
  fileDocuments,
  labourBook,
  noRank,
  rank,
  ...texts
}: ServantColumns): Servant => ({
  ...texts,
  servant: Number(servant),
  orgId: Number(orgId),
  group: posGroup as PositionGroup | null,
  fileDocuments: fileDocuments === null ? null : fromBits(Number(fileDocuments)),
  labourBook: labourBook === null ? null : Boolean(labourBook),
  noRank: noRank === null ? null : Boolean(noRank),
  rank: rank as RankCode | null,
});

interface RecordColumns {
  id: Num;
  servant: Num;
  kind: string;
  date: string;
  what: string | null;
  hours: Num | null;
  orderNo: string | null;
}

/** An entry with the number of the person it belongs to. */
export type OwnedRecord = StaffRecord & { readonly servant: number };

const RECORD = Prisma.raw(
  ['id', 'servant', 'kind', 'date', 'what', 'hours', 'orderNo']
    .map((name) => `s."${name}"`)
    .join(', '),
);

const toRecord = (row: Omit<RecordColumns, 'servant'>): StaffRecord => ({
  id: Number(row.id),
  kind: row.kind as RecordKind,
  date: row.date,
  what: row.what,
  hours: row.hours === null ? null : Number(row.hours),
  orderNo: row.orderNo,
});

/** Rows in force: of "Servant" or of "StaffRecord", as `s`. */
const inForce = (table: 'Servant' | 'StaffRecord', orgId: number) =>
  Prisma.sql`FROM "Register" g JOIN ${Prisma.raw(`"${table}"`)} s ON s."orgId" = g."orgId"
    AND s."since" <= g."edition" AND s."until" > g."edition"
    WHERE g."orgId" = ${orgId}`;

export interface ServantSearch {
  /** Words of the name in any order, as typed. */
  readonly text?: string;
  /** Those who left, instead of those who are there. */
  readonly left?: boolean;
  readonly skip: number;
  readonly take: number;
}

function matching({ text = '', left = false }: Pick<ServantSearch, 'text' | 'left'>) {
  const words = fold(text)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
    .map((pattern) => Prisma.sql` AND s."searchName" LIKE ${pattern} ESCAPE '\\'`);
  const present = Prisma.raw(left ? ' AND s."leftOn" IS NOT NULL' : ' AND s."leftOn" IS NULL');
  return Prisma.join([present, ...words], '');
}

/** A page by the Kyrgyz alphabet. */
export async function searchServants(
  reader: Reader,
  orgId: number,
  search: ServantSearch,
): Promise<Servant[]> {
  const rows = await reader.$queryRaw<ServantColumns[]>`
    SELECT ${SERVANT} ${inForce('Servant', orgId)}${matching(search)}
    ORDER BY s."sortName", s."servant" LIMIT ${search.take} OFFSET ${search.skip}`;
  return rows.map(toServant);
}

export async function countServants(
  reader: Reader,
  orgId: number,
  search: Pick<ServantSearch, 'text' | 'left'>,
): Promise<number> {
  const rows = await reader.$queryRaw<{ n: Num }[]>`
    SELECT COUNT(*) AS "n" ${inForce('Servant', orgId)}${matching(search)}`;
  return Number(rows[0]?.n ?? 0);
}

/** Everybody in force, those who left too. */
export async function allServants(reader: Reader, orgId: number): Promise<Servant[]> {
  const rows = await reader.$queryRaw<ServantColumns[]>`
    SELECT ${SERVANT} ${inForce('Servant', orgId)} ORDER BY s."sortName", s."servant"`;
  return rows.map(toServant);
}

export async function allRecords(reader: Reader, orgId: number): Promise<OwnedRecord[]> {
  const rows = await reader.$queryRaw<RecordColumns[]>`
    SELECT ${RECORD} ${inForce('StaffRecord', orgId)} ORDER BY s."servant", s."date" DESC, s."id"`;
  return rows.map((row) => ({ ...toRecord(row), servant: Number(row.servant) }));
}

/** The person as he stands in an edition; null: he is not in it. */
export async function servantAt(
  reader: Reader,
  orgId: number,
  servant: number,
  edition: number,
): Promise<Servant | null> {
  const rows = await reader.$queryRaw<ServantColumns[]>`
    SELECT ${SERVANT} FROM "Servant" s WHERE s."servant" = ${servant} AND s."orgId" = ${orgId}
      AND s."since" <= ${edition} AND s."until" > ${edition}`;
  return rows[0] ? toServant(rows[0]) : null;
}

/** The person's histories as they stand in an edition, the newest entry first. */
export async function recordsAt(
  reader: Reader,
  orgId: number,
  servant: number,
  edition: number,
): Promise<StaffRecord[]> {
  const rows = await reader.$queryRaw<RecordColumns[]>`
    SELECT ${RECORD} FROM "StaffRecord" s WHERE s."servant" = ${servant} AND s."orgId" = ${orgId}
      AND s."since" <= ${edition} AND s."until" > ${edition}
    ORDER BY s."date" DESC, s."id" DESC`;
  return rows.map(toRecord);
}
