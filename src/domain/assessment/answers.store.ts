import type { OrganisationScope } from '../access/model.ts';
import type { Rating } from '../checklist/model.ts';
import type { Reader, Tx } from '../shared/database.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import type { Answer, AnswerFields, AssessmentState, AssessmentView } from './model.ts';

type Num = number | bigint;

interface AnswerRow {
  item: Num;
  rating: string | null;
  parts: Num | null;
  numbers: string | null;
  fact: Num | null;
  comment: string | null;
  reason: string | null;
  planWhat: string | null;
  planWho: string | null;
  planUntil: string | null;
  later: Num | boolean;
  revision: Num;
  answeredBy: Num | null;
  answeredAt: Num | null;
}

const orNull = (value: Num | null): number | null => (value === null ? null : Number(value));

const toAnswer = (row: AnswerRow): Answer => ({
  item: Number(row.item),
  rating: row.rating as Rating | null,
  parts: orNull(row.parts),
  numbers: row.numbers,
  fact: orNull(row.fact),
  comment: row.comment,
  reason: row.reason,
  planWhat: row.planWhat,
  planWho: row.planWho,
  planUntil: row.planUntil,
  later: Boolean(row.later),
  revision: Number(row.revision),
  answeredBy: orNull(row.answeredBy),
  answeredAt: orNull(row.answeredAt),
});

const ANSWER = Prisma.raw(
  [
    'item',
    'rating',
    'parts',
    'numbers',
    'fact',
    'comment',
    'reason',
    'planWhat',
    'planWho',
    'planUntil',
    'later',
    'revision',
    'answeredBy',
    'answeredAt',
  ]
    .map((name) => `n."${name}"`)
    .join(', '),
);

const VIEW = Prisma.raw(`a."id" AS "assessmentId", a."orgId", o."name" AS "orgName", a."state",
  c."id" AS "campaignId", c."title" AS "campaignTitle", c."checklistId", c."edition", c."opensOn",
  c."deadline", c."periodFrom", c."periodTo", c."headConfirms", c."closedAt"`);

const FROM = Prisma.raw(`FROM "Assessment" a
  JOIN "Campaign" c ON c."id" = a."campaignId" JOIN "Organisation" o ON o."id" = a."orgId"`);

interface ViewRow {
  assessmentId: Num;
  orgId: Num;
  orgName: string;
  state: string;
  campaignId: Num;
  campaignTitle: string;
  checklistId: string;
  edition: string;
  opensOn: string;
  deadline: string;
  periodFrom: string | null;
  periodTo: string | null;
  headConfirms: Num | boolean;
  closedAt: Num | null;
}

const toView = (row: ViewRow): AssessmentView => ({
  assessmentId: Number(row.assessmentId),
  orgId: Number(row.orgId),
  orgName: row.orgName,
  state: row.state as AssessmentState,
  campaignId: Number(row.campaignId),
  campaignTitle: row.campaignTitle,
  checklistId: row.checklistId,
  edition: row.edition,
  opensOn: row.opensOn,
  deadline: row.deadline,
  periodFrom: row.periodFrom,
  periodTo: row.periodTo,
  headConfirms: Boolean(row.headConfirms),
  closed: row.closedAt !== null,
});

const within = (scopes: readonly OrganisationScope[]) =>
  scopes.length === 0
    ? Prisma.sql`1 = 0`
    : Prisma.sql`a."orgId" IN (${Prisma.join(scopes.map((scope) => scope.orgId))})`;

/** An assessment the scopes reach; null: there is none such for them. */
export async function loadAssessment(
  reader: Reader,
  scopes: readonly OrganisationScope[],
  assessmentId: number,
): Promise<AssessmentView | null> {
  const rows = await reader.$queryRaw<ViewRow[]>`
    SELECT ${VIEW} ${FROM} WHERE a."id" = ${assessmentId} AND ${within(scopes)}`;
  return rows[0] ? toView(rows[0]) : null;
}

/** An assessment with its answer to one item. */
export async function loadAnswer(
  reader: Reader,
  scopes: readonly OrganisationScope[],
  assessmentId: number,
  item: number,
): Promise<{ readonly view: AssessmentView; readonly answer: Answer } | null> {
  const rows = await reader.$queryRaw<(ViewRow & AnswerRow)[]>`
    SELECT ${VIEW}, ${ANSWER} ${FROM}
    JOIN "Answer" n ON n."assessmentId" = a."id" AND n."item" = ${item}
    WHERE a."id" = ${assessmentId} AND ${within(scopes)}`;
  return rows[0] ? { view: toView(rows[0]), answer: toAnswer(rows[0]) } : null;
}

export async function loadAnswers(
  reader: Reader,
  scopes: readonly OrganisationScope[],
  assessmentId: number,
): Promise<Answer[]> {
  const rows = await reader.$queryRaw<AnswerRow[]>`
    SELECT ${ANSWER} ${FROM} JOIN "Answer" n ON n."assessmentId" = a."id"
    WHERE a."id" = ${assessmentId} AND ${within(scopes)} ORDER BY n."item"`;
  return rows.map(toAnswer);
}

/** Writes an answer's fields as they are to be, with its next revision. */
export async function saveAnswer(
  tx: Tx,
  assessmentId: number,
  fields: AnswerFields & { readonly item: number; readonly revision: number },
  personId: number,
  at: number,
): Promise<void> {
  const f = fields;
  await tx.$executeRaw`
    UPDATE "Answer" SET "rating" = ${f.rating}, "parts" = ${f.parts}, "numbers" = ${f.numbers},
      "fact" = ${f.fact}, "comment" = ${f.comment}, "reason" = ${f.reason},
      "planWhat" = ${f.planWhat}, "planWho" = ${f.planWho}, "planUntil" = ${f.planUntil},
      "later" = ${f.later}, "revision" = ${f.revision}, "answeredBy" = ${personId}, "answeredAt" = ${at}
    WHERE "assessmentId" = ${assessmentId} AND "item" = ${f.item}`;
}

/** One step of the history: the fields that changed, as they were and as they became. */
export async function appendEvent(
  tx: Tx,
  event: {
    readonly assessmentId: number;
    readonly item: number;
    readonly revision: number;
    readonly at: number;
    readonly personId: number;
    readonly before: string;
    readonly after: string;
  },
): Promise<void> {
  const e = event;
  await tx.$executeRaw`
    INSERT INTO "AnswerEvent" ("assessmentId", "item", "revision", "at", "personId", "before", "after")
    VALUES (${e.assessmentId}, ${e.item}, ${e.revision}, ${e.at}, ${e.personId}, ${e.before}, ${e.after})`;
}

/** The step that led to a revision of an answer. */
export async function eventOf(
  reader: Reader,
  assessmentId: number,
  item: number,
  revision: number,
): Promise<{ readonly before: string; readonly personId: number } | null> {
  return reader.answerEvent.findFirst({
    where: { assessmentId, item, revision },
    select: { before: true, personId: true },
  });
}

/** Id of the newest step in an assessment's history; 0: nothing was answered yet. */
export async function newestEvent(reader: Reader, assessmentId: number): Promise<number> {
  const { _max } = await reader.answerEvent.aggregate({
    where: { assessmentId },
    _max: { id: true },
  });
  return _max.id ?? 0;
}

interface ProgressRow {
  answered: Num;
  onward: Num | null;
  first: Num | null;
  postponed: Num | null;
}

/**
 * How many items are answered, and which comes next: the first open one after `item`, else the first
 * open one of all, else the first one put off. null: all are answered.
 */
export async function loadProgress(
  reader: Reader,
  assessmentId: number,
  item: number,
): Promise<{ readonly answered: number; readonly next: number | null }> {
  const rows = await reader.$queryRaw<ProgressRow[]>`
    SELECT COUNT("rating") AS "answered",
      MIN(CASE WHEN "rating" IS NULL AND "later" = FALSE AND "item" > ${item} THEN "item" END) AS "onward",
      MIN(CASE WHEN "rating" IS NULL AND "later" = FALSE THEN "item" END) AS "first",
      MIN(CASE WHEN "rating" IS NULL THEN "item" END) AS "postponed"
    FROM "Answer" WHERE "assessmentId" = ${assessmentId}`;
  const row = rows[0];
  if (!row) return { answered: 0, next: null };
  return { answered: Number(row.answered), next: orNull(row.onward ?? row.first ?? row.postponed) };
}

/** What a card shows beside its text: the answer, the last answer, evidence and progress, in one query. */
export async function loadCard(
  reader: Reader,
  scopes: readonly OrganisationScope[],
  assessmentId: number,
  item: number,
  lastItem: number,
): Promise<{
  readonly view: AssessmentView;
  readonly answer: Answer;
  readonly evidence: number;
  readonly answered: number;
  readonly lastRating: Rating | null;
  readonly lastFact: number | null;
} | null> {
  type Row = ViewRow &
    AnswerRow & { evidence: Num; answered: Num; lastRating: string | null; lastFact: Num | null };
  const rows = await reader.$queryRaw<Row[]>`
    SELECT ${VIEW}, ${ANSWER},
      (SELECT COUNT(*) FROM "Evidence" e WHERE e."assessmentId" = a."id" AND e."item" = ${item}
        AND e."removedAt" IS NULL) AS "evidence",
      (SELECT COUNT("rating") FROM "Answer" q WHERE q."assessmentId" = a."id") AS "answered",
      l."rating" AS "lastRating", l."fact" AS "lastFact"
    ${FROM} JOIN "Answer" n ON n."assessmentId" = a."id" AND n."item" = ${item}
    LEFT JOIN "Answer" l ON l."assessmentId" = a."id" AND l."item" = ${lastItem}
    WHERE a."id" = ${assessmentId} AND ${within(scopes)}`;
  const row = rows[0];
  if (!row) return null;
  return {
    view: toView(row),
    answer: toAnswer(row),
    evidence: Number(row.evidence),
    answered: Number(row.answered),
    lastRating: row.lastRating as Rating | null,
    lastFact: orNull(row.lastFact),
  };
}
