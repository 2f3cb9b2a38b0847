import { setPriority } from 'node:os';
import { isMainThread } from 'node:worker_threads';
import type {
  CheckedList,
  ImportPlan,
  ListRefusal,
  ListRequest,
} from '../domain/register/import.model.ts';
import { checkList, planList, rankLineOf } from '../domain/register/plan.service.ts';
import type { Reader } from '../domain/shared/database.ts';
import { ok, type Result } from '../domain/shared/result.ts';
import { openSnapshot } from '../storage/snapshot.ts';
import { readList } from './list-reading.ts';

/**
 * Niceness of this thread: a quarter of a busy core, for an officer waits for it. On Linux, and only
 * there, it holds for the calling thread alone (setpriority(2)).
 */
const YIELDING = 5;

// Lists give way to the thread of the bot where both want the same core.
if (!isMainThread && process.platform === 'linux') setPriority(YIELDING);

/** One list to be read, in the worker's thread, against the register in `databaseFile`. */
export type ListJob = { readonly databaseFile: string } & (
  | ({ readonly kind: 'check' } & ListRequest)
  | ({ readonly kind: 'plan'; readonly goneOn: string | null } & ListRequest)
);

/** Reads the list first and looks at the register then, so that its snapshot is held for a moment. */
export default async function readRegisterList(
  job: ListJob,
): Promise<Result<CheckedList | ImportPlan, ListRefusal>> {
  const { databaseFile, source, today, orgId } = job;
  const line = await onSnapshot(databaseFile, (reader) => rankLineOf(reader, orgId));
  const list = await readList(source, today, orgId, line);
  if (!list.ok) return list;
  return ok(
    await onSnapshot<CheckedList | ImportPlan>(databaseFile, (reader) =>
      job.kind === 'check'
        ? checkList(reader, job, list.value)
        : planList(reader, job, list.value, job.goneOn),
    ),
  );
}

async function onSnapshot<T>(file: string, look: (reader: Reader) => Promise<T>): Promise<T> {
  const snapshot = openSnapshot(file);
  try {
    return await look(snapshot.reader);
  } finally {
    snapshot.close();
  }
}
