import { DIGEST_PAGE } from '../../domain/reminder/digest.model.ts';
import type { CampaignLine, DueLine, ReminderLine } from '../../domain/reminder/model.ts';
import { shortPerson } from '../reading/person-name.ts';

/** One numbered line of a digest or a list. */
export type Entry = {
  readonly n: number;
  readonly orgId: number;
} /** `name`: whole, on a page shortened. */ & (
  | { readonly kind: 'person'; readonly line: DueLine; readonly name: string }
  /** Many people with one and the same day for their declarations. */
  | { readonly kind: 'people'; readonly line: DueLine; readonly count: number }
  /** `titled`: several monitorings, so that each needs its name. */
  | { readonly kind: 'campaign'; readonly line: CampaignLine; readonly titled: boolean }
);

/**
 * The lines in the order they are shown, numbered: organisation by organisation as `orgIds` has them,
 * in each the people, what is overdue before all, and then the monitorings. Declarations due on one day stand as one entry.
 */
export function entriesOf(lines: readonly ReminderLine[], orgIds: readonly number[]): Entry[] {
  const entries: Entry[] = [];
  const byOrg = Map.groupBy(lines, ({ orgId }) => orgId);
  for (const orgId of orgIds) {
    const own = byOrg.get(orgId) ?? [];
    const people = byUrgency(own.filter((line) => line.kind !== 'campaign'));
    const declarations = Map.groupBy(
      people.filter(({ kind }) => kind === 'declaration'),
      ({ on }) => on,
    );
    for (const line of people) {
      const same = line.kind === 'declaration' ? (declarations.get(line.on) ?? []) : [line];
      const n = entries.length + 1;
      if (same.length === 1) {
        entries.push({ n, orgId, kind: 'person', line, name: line.name });
      } else if (same[0] === line) {
        entries.push({ n, orgId, kind: 'people', line, count: same.length });
      }
    }
    const campaigns = own.filter((line) => line.kind === 'campaign');
    for (const line of campaigns) {
      const titled = campaigns.length > 1;
      entries.push({ n: entries.length + 1, orgId, kind: 'campaign', line, titled });
    }
  }
  return entries;
}

/** What is overdue, then what waits since it became possible, then what comes. */
const byUrgency = (lines: readonly DueLine[]): DueLine[] => {
  const urgency = ({ days, direction }: DueLine): number => {
    if (days >= 0) return 2;
    return direction === 'due-by' ? 0 : 1;
  };
  return lines.toSorted((a, b) => urgency(a) - urgency(b));
};

/** The entries of one page (from 0, DIGEST_PAGE each), with their people's names shortened. */
export function onPage(entries: readonly Entry[], page: number): Entry[] {
  const here = entries.slice(page * DIGEST_PAGE, (page + 1) * DIGEST_PAGE);
  const people = here.flatMap((entry) => (entry.kind === 'person' ? [entry.line] : []));
  const names = shortNames(people);
  return here.map((entry) =>
    entry.kind === 'person' ? { ...entry, name: names(entry.line) } : entry,
  );
}

/** «Асанова А. Б.»; two people whom that would make alike keep their whole names. */
function shortNames(lines: readonly DueLine[]): (line: DueLine) => string {
  const bearers = new Map<string, number | null>();
  for (const { name, servant } of lines) {
    const short = shortPerson(name);
    const other = bearers.get(short);
    bearers.set(short, other === undefined || other === servant ? servant : null);
  }
  return ({ name }) => {
    const short = shortPerson(name);
    return bearers.get(short) === null ? name : short;
  };
}
