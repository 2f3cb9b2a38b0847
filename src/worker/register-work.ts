import type {
  CheckedList,
  ImportPlan,
  ListRefusal,
  ListRequest,
} from '../domain/register/import.model.ts';
import type { Result } from '../domain/shared/result.ts';

/** One list to be read, in the worker's thread, against the register in `databaseFile`. */
export type ListJob = { readonly databaseFile: string } & (
  | ({ readonly kind: 'check' } & ListRequest)
  | ({ readonly kind: 'plan'; readonly goneOn: string | null } & ListRequest)
);

export default async function readRegisterList(
  job: ListJob,
): Promise<Result<CheckedList | ImportPlan, ListRefusal>> {
  throw new Error(job.kind);
}
