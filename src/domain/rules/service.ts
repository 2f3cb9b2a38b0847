import { settleHolidays } from '../reminder/holidays.service.ts';
import type { OperatorScope, OwnerScope } from '../access/model.ts';
import type { Database, Reader } from '../shared/database.ts';
import { ok, type Result, refused } from '../shared/result.ts';
import type { Work } from '../shared/work.ts';
import type { Rule, RuleBook, RuleCode, RuleRefusal } from './model.ts';
import { SHIPPED } from './shipped.rules.ts';
import { all, byId, insert, update } from './store.ts';
import {
  bookOf,
  type Filling,
  fillingProblem,
  type NewVersion,
  newVersion,
  type Verification,
  verificationProblem,
  verifiedVersion,
} from './version.rules.ts';

/**
 * Writes the rules and the holidays that the product ships, as far as they were never written: what an
 * operator verified, filled or removed stays as it is. At every start; costs two reads once settled.
 */
export async function settleShipped(database: Database): Promise<void> {
  if ((await missing(database.read)).length > 0) {
    await database.write(async (tx) => {
      // Asked again inside: a command may settle beside the bot.
      for (const rule of await missing(tx)) await insert(tx, rule);
    });
  }
  await settleHolidays(database);
}

async function missing(reader: Reader): Promise<readonly Rule[]> {
  const there = new Set((await all(reader)).map(({ code }) => code));
  return SHIPPED.filter(({ code }) => !there.has(code));
}

/** Every version of every rule, by code, then in the order of time. */
export const listRules = (reader: Reader): Promise<Rule[]> => all(reader);

export const ruleBook = async (reader: Reader): Promise<RuleBook> => bookOf(await all(reader));

export const ruleById = (reader: Reader, id: number): Promise<Rule | null> => byId(reader, id);

/** Who may verify and fill rules. */
export type RuleKeeper = OperatorScope | OwnerScope;

const trimmed = <T extends Verification>(given: T): T => ({ ...given, by: given.by.trim() });

/**
 * Records that somebody compared a version with the text of the act: it becomes official. A rule
 * without a value has nothing to verify. `today` is a local date: nobody has seen it later.
 */
export function verifyRule(
  work: Work,
  _keeper: RuleKeeper,
  id: number,
  verification: Verification,
  today: string,
): Promise<Result<Rule, RuleRefusal>> {
  const given = trimmed(verification);
  return work.run(async (unit) => {
    const planned = planVerifying(await byId(unit.tx, id), given, today);
    if (!planned.ok) return planned;
    const rule = planned.value;
    const verified = verifiedVersion(rule, given);
    await update(unit.tx, verified);
    await unit.audit({
      action: 'rule.verified',
      subject: `rule:${id}`,
      details: { code: rule.code, from: rule.status, on: given.on },
    });
    return ok(verified);
  });
}

/** The version as it can be verified; nothing is written. */
export function planVerifying(
  rule: Rule | null,
  verification: Verification,
  today: string,
): Result<Rule, RuleRefusal> {
  const problem = verificationProblem(trimmed(verification), today);
  if (problem) return refused(problem);
  if (!rule) return refused({ code: 'rule.unknown' });
  return rule.value === null ? refused({ code: 'rule.empty' }) : ok(rule);
}

/** Fills a rule as newVersion says: official, verified by whoever filled it. Returns the version. */
export function fillRule(
  work: Work,
  _keeper: RuleKeeper,
  code: RuleCode,
  filling: Filling,
  today: string,
): Promise<Result<Rule, RuleRefusal>> {
  return work.run(async (unit) => {
    const planned = planFilling(await ruleBook(unit.tx), code, filling, today);
    if (!planned.ok) return planned;
    const { version, closed } = planned.value;
    if (closed) await update(unit.tx, closed);
    const before = version.id === 0 ? null : await byId(unit.tx, version.id);
    if (before) await update(unit.tx, version);
    const id = before ? before.id : await insert(unit.tx, version);
    await unit.audit({
      action: 'rule.filled',
      subject: `rule:${id}`,
      details: {
        code,
        value: version.value,
        unit: version.unit,
        validFrom: version.validFrom,
        replaced: before && { value: before.value, unit: before.unit },
      },
    });
    return ok({ ...version, id });
  });
}

/** What a filling would change; nothing is written. */
export function planFilling(
  book: RuleBook,
  code: RuleCode,
  filling: Filling,
  today: string,
): Result<NewVersion, RuleRefusal> {
  const versions = book.get(code);
  const first = versions?.[0];
  if (!versions || !first) return refused({ code: 'rule.unknown' });
  const given = trimmed(filling);
  const problem = fillingProblem(given, first.unit, today);
  return problem ? refused(problem) : ok(newVersion(versions, given, today));
}
