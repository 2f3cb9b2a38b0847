import { isOwed } from '../outbox/service.ts';
import type { RuleBook } from '../rules/model.ts';
import type { Reader } from '../shared/database.ts';
import type { Unit, Work } from '../shared/work.ts';
import { DIGEST_PAGE } from './digest.model.ts';
import { toTell } from './ladder.rules.ts';
import { type ToldLine, toldCampaignLines, toldDueLines } from './lines.service.ts';
import { HORIZON, LADDERS, type ReminderLine } from './model.ts';
import { tell, type Telling } from './telling.store.ts';

/** An officer, and the organisations of his in which something is to be told. */
export interface Addressee {
  readonly personId: number;
  readonly orgIds: readonly number[];
}

export interface Morning {
  readonly rules: RuleBook;
  /** Local date YYYY-MM-DD. */
  readonly today: string;
}

/** `had`: he has this morning's digest. `nothing`: it was settled since the sweep. */
export type Told = 'had' | 'nothing' | { readonly people: readonly number[] };

const keyOf = (personId: number, today: string): string => `digest:${personId}:${today}`;

/**
 * Owes an officer his digest of this morning, once, and remembers what it tells: all in one transaction,
 * so that a kill leaves either both or neither. Officers of one organisation get the same lines. When
 * the lines are more than a page, they are owed as a file too.
 */
export const tellOfficer = (work: Work, officer: Addressee, morning: Morning): Promise<Told> =>
  work.run(async (unit) => {
    const { personId } = officer;
    const { today } = morning;
    if (await isOwed(unit.tx, keyOf(personId, today))) return 'had';
    const { lines, fresh } = await tellable(unit.tx, officer.orgIds, morning);
    if (lines.length === 0) return 'nothing';
    await tell(unit.tx, fresh, today);
    await oweDigest(unit, personId, today, lines.length);
    return { people: peopleOf(lines) };
  });

/** What `tellOfficer` would do; writes nothing. */
export async function rehearse(
  reader: Reader,
  officer: Addressee,
  morning: Morning,
): Promise<Told> {
  if (await isOwed(reader, keyOf(officer.personId, morning.today))) return 'had';
  const { lines } = await tellable(reader, officer.orgIds, morning);
  return lines.length === 0 ? 'nothing' : { people: peopleOf(lines) };
}

async function oweDigest(unit: Unit, personId: number, today: string, lines: number) {
  const to = { personId };
  const payload = { date: today };
  await unit.owe({ to, kind: 'digest', payload, uniqueKey: keyOf(personId, today) });
  if (lines <= DIGEST_PAGE) return;
  await unit.owe({ to, kind: 'digestFile', payload, uniqueKey: `digestFile:${personId}:${today}` });
}

/** The lines of this morning; `fresh`: those that no other officer was told today. */
async function tellable(
  reader: Reader,
  orgIds: readonly number[],
  { rules, today }: Morning,
): Promise<{ lines: ReminderLine[]; fresh: Telling[] }> {
  const lines: ReminderLine[] = [];
  const fresh: Telling[] = [];
  const take = ({ line, told }: ToldLine) => {
    const rung = toTell(line.on, today, LADDERS[line.kind], told);
    if (rung !== null) fresh.push({ line, rung });
    if (rung !== null || (told?.dueOn === line.on && told.toldOn === today)) lines.push(line);
  };
  for (const orgId of orgIds) {
    for (const one of await toldDueLines(reader, orgId, rules, today, { horizon: HORIZON })) {
      take(one);
    }
    for (const one of await toldCampaignLines(reader, orgId, today)) take(one);
  }
  return { lines, fresh };
}

const peopleOf = (lines: readonly ReminderLine[]): number[] =>
  lines.flatMap((line) => (line.kind === 'campaign' ? [] : [line.servant]));
