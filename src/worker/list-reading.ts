import type { ListRefusal, ListSource } from '../domain/register/import.model.ts';
import type { ReadList } from '../domain/register/list-table.model.ts';
import type { RankLine } from '../domain/register/model.ts';
import type { Result } from '../domain/shared/result.ts';

export function readList(
  source: ListSource,
  today: string,
  orgId: number,
  line: RankLine | null = null,
): Promise<Result<ReadList, ListRefusal>> {
  throw new Error(`${source.kind} ${today} ${orgId} ${line}`);
}
