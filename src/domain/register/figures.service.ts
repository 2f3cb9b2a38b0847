import type { Reader } from '../shared/database.ts';
import { countFigures, type RegisterFigures } from './figures.store.ts';

export type { RegisterFigures } from './figures.store.ts';

/** What the register knows in numbers; null: the organisation keeps none. */
export async function registerFigures(
  reader: Reader,
  orgId: number,
): Promise<RegisterFigures | null> {
  const figures = await countFigures(reader, orgId);
  return figures.present + figures.left === 0 ? null : figures;
}
