import { setImmediate as nextTurn } from 'node:timers/promises';
import { duesOf, type Reckoned } from '../reminder/due.rules.ts';
import type { Due } from '../reminder/model.ts';
import type { Reader } from '../shared/database.ts';
import { type Result, ok } from '../shared/result.ts';
import { type Kept, peopleAfter } from './affected.store.ts';
import type { RuleBook, RuleCode, RuleRefusal } from './model.ts';
import { planFilling, planVerifying, ruleBook, ruleById } from './service.ts';
import { bookWith, type Filling, type NewVersion, type Verification } from './version.rules.ts';

/** Counts only: an operator sees nobody's data. */
export interface Affected {
  readonly people: number;
  readonly organisations: number;
}

/** What an operator is about to do to a rule. */
export type RuleChange =
  | ({ readonly kind: 'verify'; readonly ruleId: number } & Verification)
  | { readonly kind: 'fill'; readonly code: RuleCode; readonly filling: Filling };

/** People a read; the thread is let go between reads. */
const PAGE = 1000;

async function count(reader: Reader, concerns: (one: Reckoned) => boolean): Promise<Affected> {
  const organisations = new Set<number>();
  let people = 0;
  for (let after = 0; ; await nextTurn()) {
    const page: readonly Kept[] = await peopleAfter(reader, after, PAGE);
    for (const one of page) {
      after = one.id;
      if (!concerns(one)) continue;
      people += 1;
      organisations.add(one.orgId);
    }
    if (page.length < PAGE) return { people, organisations: organisations.size };
  }
}

const saying = (dues: readonly Due[]): string =>
  dues.map(({ kind, on, rule }) => `${kind} ${on} ${rule?.status}`).join(', ');

/**
 * Whom a change to a rule concerns, among the people now in the registers. Verifying: whose date comes
 * from that version. Filling: whose date, or what is said of its source, becomes another. Refused as
 * the change itself would be. `today` is a local date.
 */
export async function affectedBy(
  reader: Reader,
  change: RuleChange,
  today: string,
): Promise<Result<Affected, RuleRefusal>> {
  const book = await ruleBook(reader);
  if (change.kind === 'verify') {
    const planned = planVerifying(await ruleById(reader, change.ruleId), change, today);
    if (!planned.ok) return planned;
    const comes = ({ rule }: Due) => rule?.id === change.ruleId;
    return ok(await count(reader, (one) => duesOf(one, book, today).some(comes)));
  }
  const planned = planFilling(book, change.code, change.filling, today);
  if (!planned.ok) return planned;
  return ok(await count(reader, differing(book, planned.value, today)));
}

function differing(
  book: RuleBook,
  { version, closed }: NewVersion,
  today: string,
): (one: Reckoned) => boolean {
  const after = bookWith(book, closed ? [closed, version] : [version]);
  return (one) => saying(duesOf(one, book, today)) !== saying(duesOf(one, after, today));
}
