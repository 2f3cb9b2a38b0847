import type { OrganisationScope } from '../access/model.ts';
import type { RuleBook } from '../rules/model.ts';
import type { Reader } from '../shared/database.ts';
import { campaignRows } from './campaign.store.ts';
import { cutoffs } from './cutoffs.rules.ts';
import { daysBetween } from './ladder.rules.ts';
import { dueLine, inOrder, type Sortable } from './lines.rules.ts';
import { dueRows, toldRows } from './lines.store.ts';
import { DUE_KINDS, ESCALATE_AFTER, OWED_KINDS } from './model.ts';
import type { CampaignLine, DueKind, DueLine, ReminderLine, Told } from './model.ts';

/** A line, and what was last told of it. */
export interface ToldLine<Line extends ReminderLine = ReminderLine> extends Sortable<Line> {
  readonly told: Told | null;
}

/**
 * What the people of an organisation are due for, up to `horizon` days ahead: overdue first, then by
 * date, then by name as the Kyrgyz alphabet has it. Whoever left is not in it; what was put off is.
 * `today` is a local date.
 */
export async function dueLines(
  reader: Reader,
  orgId: number,
  rules: RuleBook,
  today: string,
  { horizon, kinds = DUE_KINDS }: { horizon: number; kinds?: readonly DueKind[] },
): Promise<DueLine[]> {
  return inOrder(await toldDueLines(reader, orgId, rules, today, { horizon, kinds }));
}

/** As `dueLines`, unordered, with what was told. */
export async function toldDueLines(
  reader: Reader,
  orgId: number,
  rules: RuleBook,
  today: string,
  { horizon, kinds = DUE_KINDS }: { horizon: number; kinds?: readonly DueKind[] },
): Promise<ToldLine<DueLine>[]> {
  const from = cutoffs(rules, today, horizon);
  const found: ToldLine<DueLine>[] = [];
  for (const kind of kinds) {
    for (const row of await dueRows(reader, orgId, kind, from[kind])) {
      const line = dueLine(row, kind, rules, today);
      if (line && line.days <= horizon) {
        found.push({ line, sortName: row.sortName, told: row.told });
      }
    }
  }
  return found;
}

/** Monitorings that run and in which the organisation has not submitted, the nearest deadline first. */
export const campaignLines = async (
  reader: Reader,
  orgId: number,
  today: string,
): Promise<CampaignLine[]> => inOrder(await toldCampaignLines(reader, orgId, today));

/** As `campaignLines`, with what was told. */
export async function toldCampaignLines(
  reader: Reader,
  orgId: number,
  today: string,
): Promise<ToldLine<CampaignLine>[]> {
  const rows = await campaignRows(reader, orgId, today);
  return rows.map(({ deadline: on, told, ...row }) => ({
    line: { kind: 'campaign', ...row, on, days: daysBetween(today, on) },
    sortName: row.title,
    told,
  }));
}

/**
 * What a digest of the local date `date` says today: everything told on that date or since that is
 * still wrong or coming, of the organisations of the scopes. Deadlines of monitorings come first, then
 * as `dueLines`; lines of several organisations stand together by date, each with its `orgId`.
 */
export async function digestLines(
  reader: Reader,
  scopes: readonly OrganisationScope[],
  rules: RuleBook,
  { date, today }: { readonly date: string; readonly today: string },
): Promise<ReminderLine[]> {
  const campaigns: ToldLine<CampaignLine>[] = [];
  const people: ToldLine<DueLine>[] = [];
  for (const orgId of new Set(scopes.map((scope) => scope.orgId))) {
    const running = await toldCampaignLines(reader, orgId, today);
    campaigns.push(...running.filter(({ line, told }) => stands(line, told, date, today)));
    for (const kind of DUE_KINDS) {
      for (const row of await toldRows(reader, orgId, kind, date)) {
        const line = dueLine(row, kind, rules, today);
        if (line && stands(line, row.told, date, today)) {
          people.push({ line, sortName: row.sortName, told: row.told });
        }
      }
    }
  }
  return [...inOrder(campaigns), ...inOrder(people)];
}

/** Told on that day or since, of this very date, and not put off meanwhile. */
const stands = (line: ReminderLine, told: Told | null, since: string, today: string): boolean =>
  told !== null &&
  told.dueOn === line.on &&
  told.toldOn !== null &&
  told.toldOn >= since &&
  !isPutOff(line, told, today);

/** What is owed and past by more than ESCALATE_AFTER days: it goes to the head too. Not what is put off. */
export async function lateLines(
  reader: Reader,
  orgId: number,
  rules: RuleBook,
  today: string,
): Promise<DueLine[]> {
  const horizon = -ESCALATE_AFTER - 1;
  const found = await toldDueLines(reader, orgId, rules, today, {
    horizon,
    kinds: OWED_KINDS,
  });
  return inOrder(found.filter(({ line, told }) => !isPutOff(line, told, today)));
}

/** The local date until which this very date is put off; null: it is not, or no longer. */
export const putOffUntil = (line: ReminderLine, told: Told | null, today: string): string | null =>
  told?.dueOn === line.on && told.snoozedUntil !== null && told.snoozedUntil > today
    ? told.snoozedUntil
    : null;

/** Whether this very date is put off beyond today. */
export const isPutOff = (line: ReminderLine, told: Told | null, today: string): boolean =>
  putOffUntil(line, told, today) !== null;
