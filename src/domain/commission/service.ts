import { cleanName } from '../shared/clean-name.ts';
import type { Reader } from '../shared/database.ts';
import { ok, type Result, refused } from '../shared/result.ts';
import type { Unit, Work } from '../shared/work.ts';
import type { Commission, CommissionRefusal } from './model.ts';
import { byId, insert, list } from './store.ts';

/** Characters, as for the title of a campaign, after which a commission may be named. */
export const NAME_LIMIT = 120;

/** Returns the new commission's id. */
export function addCommission(
  work: Work,
  text: string,
): Promise<Result<number, CommissionRefusal>> {
  const name = cleanName(text);
  const n = [...name].length;
  if (n === 0) return Promise.resolve(refused({ code: 'commission.nameEmpty' }));
  if (n > NAME_LIMIT) {
    const values = { n, max: NAME_LIMIT };
    return Promise.resolve(refused({ code: 'commission.nameLong', values }));
  }
  return work.run(async (unit) => ok(await makeCommission(unit, name)));
}

/** The same inside a transaction, for a name already checked. */
export async function makeCommission(unit: Unit, name: string): Promise<number> {
  const id = await insert(unit.tx, name, unit.at);
  await unit.audit({ action: 'commission.added', subject: `commission:${id}` });
  return id;
}

export const commissionById = (reader: Reader, id: number): Promise<Commission | null> =>
  byId(reader, id);

export const commissionExists = async (reader: Reader, id: number): Promise<boolean> =>
  (await byId(reader, id)) !== null;

export const listCommissions = (reader: Reader): Promise<Commission[]> => list(reader);
