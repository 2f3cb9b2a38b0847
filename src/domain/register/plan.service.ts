import type { Reader } from '../shared/database.ts';
import type { CheckedList, ImportPlan, ListRequest } from './import.model.ts';
import type { ReadList } from './list-table.model.ts';
import type { RankLine } from './model.ts';
import { planBatches } from './plan-batches.rules.ts';
import { previewOf } from './plan-preview.rules.ts';
import { compareList } from './plan.rules.ts';
import { kindOf, registerImage } from './plan.store.ts';
import { rankLine } from './ranks.rules.ts';

type Place = Pick<ListRequest, 'orgId' | 'today'>;

/** The line of ranks in an organisation's lists; null: the organisation is unknown. */
export async function rankLineOf(reader: Reader, orgId: number): Promise<RankLine | null> {
  const kind = await kindOf(reader, orgId);
  return kind && rankLine(kind);
}

/** What a list would do to the register as it stands. `reader` is one snapshot. */
export async function checkList(
  reader: Reader,
  { orgId, today }: Place,
  list: ReadList,
): Promise<CheckedList> {
  const image = await registerImage(reader, orgId);
  const { diff, problems } = compareList(image, list.listed, orgId, today);
  return { edition: image.edition, preview: previewOf(list, diff, problems) };
}

/** All rows an import writes; nothing while a problem stops the list. `reader` is one snapshot. */
export async function planList(
  reader: Reader,
  { orgId, today }: Place,
  list: ReadList,
  goneOn: string | null,
): Promise<ImportPlan> {
  const image = await registerImage(reader, orgId);
  const { diff, problems } = compareList(image, list.listed, orgId, today);
  const { edition } = image;
  const { added, changed, gone, same } = diff;
  const counts = {
    added: added.length,
    changed: changed.length,
    gone: gone.length,
    same,
  };
  const stopping = list.stopping + problems.length;
  const written = stopping > 0 ? { batches: [], numbers: 0 } : planBatches(diff, goneOn);
  const people = image.servants.length + added.length;
  return { edition, counts, stopping, people, ...written };
}
