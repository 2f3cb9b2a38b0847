import { operatorsToTell } from '../access/operator.service.ts';
import {
  openOrganisations,
  type RegisterPerson,
  registerPeople,
} from '../access/register-people.service.ts';
import type { Work } from '../shared/work.ts';
import type { DigestCounts, DigestRun } from './digest.model.ts';
import { type Escalated, escalate } from './escalation.service.ts';
import type { Swept } from './sweep.model.ts';
import { type Addressee, rehearse, tellOfficer } from './telling.service.ts';

/**
 * Owes the digests of one morning: a digest for each officer who has something to be told and whom it
 * can reach, one for a morning however often this runs, in however many processes. A run that was
 * killed is finished by the next. What fails for one officer or organisation keeps it from no other: the
 * first failure is thrown at the end, and the next run tries again. Whether it is a morning at all the
 * caller knows (morning.service.ts).
 */
export async function runDigests(work: Work, run: DigestRun): Promise<DigestCounts> {
  const open = new Set(await openOrganisations(work.read));
  const found = (await run.sweep(run.rules, run.today)).filter(({ orgId }) => open.has(orgId));
  const people = await registerPeople(work.read);
  const { reachable, unreachable } = officersOf(people, found);
  const spokenOf = new Set<number>();
  const counts = { digests: 0, skipped: unreachable };
  const failures = await forEach(reachable, async (officer) => {
    const told = run.dryRun
      ? await rehearse(work.read, officer, run)
      : await tellOfficer(work, officer, run);
    if (told === 'nothing') return;
    if (told === 'had') {
      counts.skipped += 1;
      return;
    }
    counts.digests += 1;
    for (const servant of told.people) spokenOf.add(servant);
  });
  if (!run.dryRun) {
    const operators = await operatorsToTell(work.read, run.operatorIds);
    failures.push(
      ...(await forEach(found, (one) => escalate(work, above(one, people, operators), run.today))),
    );
  }
  if (failures.length > 0) throw failures[0];
  return { ...counts, people: spokenOf.size };
}

/** Does it with one after the other, also after a failure; returns the failures. */
async function forEach<T>(all: readonly T[], act: (one: T) => Promise<void>): Promise<unknown[]> {
  const failures: unknown[] = [];
  for (const one of all) await act(one).catch((error: unknown) => failures.push(error));
  return failures;
}

/** Officers of organisations with something to tell; how many of them nothing can be delivered to. */
function officersOf(people: readonly RegisterPerson[], found: readonly Swept[]) {
  const telling = new Set(found.filter(({ lines }) => lines > 0).map(({ orgId }) => orgId));
  const officers = people.filter(({ as, orgId }) => as === 'officer' && telling.has(orgId));
  const byPerson = Map.groupBy(officers, ({ personId }) => personId);
  const reachable: Addressee[] = [];
  let unreachable = 0;
  for (const [personId, roles] of byPerson) {
    if (roles[0]?.reachable) {
      reachable.push({ personId, orgIds: [...new Set(roles.map(({ orgId }) => orgId))] });
    } else unreachable += 1;
  }
  return { reachable, unreachable };
}

function above(
  { orgId, lines, late }: Swept,
  people: readonly RegisterPerson[],
  operators: readonly number[],
): Escalated {
  const own = people.filter((person) => person.orgId === orgId && person.reachable);
  const heads = own.filter(({ as }) => as === 'head').map(({ personId }) => personId);
  const unread = lines > 0 && !own.some(({ as }) => as === 'officer');
  return { orgId, heads, operators, late, unread };
}
