import type { ListedServant, ListWorker } from '../../src/domain/register/import.model.ts';
import type { ReadList } from '../../src/domain/register/list-table.model.ts';
import type { RecordFacts, ServantFacts } from '../../src/domain/register/model.ts';
import { checkList, planList } from '../../src/domain/register/plan.service.ts';
import { ok } from '../../src/domain/shared/result.ts';
import { openSnapshot, type Snapshot } from '../../src/storage/snapshot.ts';

/** A line of a list as the reading gives it: only what the test speaks of. */
export const line = (
  facts: Partial<ServantFacts> & { readonly name: string },
  more: { readonly records?: readonly RecordFacts[]; readonly servant?: number } = {},
): ListedServant => ({
  sheet: '',
  row: 2,
  servant: more.servant ?? null,
  facts,
  records: more.records ?? [],
});

export const readAs = (listed: readonly ListedServant[]): ReadList => ({
  sheet: '',
  passedOver: [],
  rows: listed.length,
  listed: listed.map((one, n) => ({ ...one, row: n + 2 })),
  problems: [],
  problemsInAll: 0,
  stopping: 0,
  unknownHeadings: [],
});

/** A list worker in this thread, whose every list has been read as these lines. */
export function listsReadAs(databaseFile: string, listed: readonly ListedServant[]): ListWorker {
  const looking = async <T>(look: (snapshot: Snapshot) => Promise<T>) => {
    const now = openSnapshot(databaseFile);
    try {
      return ok(await look(now));
    } finally {
      now.close();
    }
  };
  return {
    check: (request) => looking(({ reader }) => checkList(reader, request, readAs(listed))),
    plan: (request) =>
      looking(({ reader }) => planList(reader, request, readAs(listed), request.goneOn)),
  };
}
