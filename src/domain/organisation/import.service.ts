import { ok, type Result } from '../shared/result.ts';
import type { Work } from '../shared/work.ts';
import { type ImportMistake, type Row, readOrganisations } from './import.rules.ts';
import { enter, twinOf } from './service.ts';

export interface Imported {
  /** Ids of the organisations added, in the order of the table. */
  readonly added: readonly number[];
  /** Rows that were there already (same name, region and district): the same file may come twice. */
  readonly known: number;
}

/** All or nothing: one transaction, and no row is taken where another is wrong. */
export async function importOrganisations(
  work: Work,
  rows: readonly Row[],
): Promise<Result<Imported, ImportMistake[]>> {
  const drafts = readOrganisations(rows);
  if (!drafts.ok) return drafts;
  return work.run(async (unit) => {
    const added: number[] = [];
    for (const draft of drafts.value) {
      if (!(await twinOf(unit.tx, draft))) added.push(await enter(unit, draft));
    }
    return ok({ added, known: drafts.value.length - added.length });
  });
}
