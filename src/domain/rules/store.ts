import type { Rule as Row } from '../../generated/prisma/client.ts';
import type { Reader, Tx } from '../shared/database.ts';
import type { Rule, RuleCode } from './model.ts';

const shape = (row: Row): Rule => ({
  id: row.id,
  code: row.code as RuleCode,
  direction: row.direction as Rule['direction'],
  value: row.value,
  unit: row.unit as Rule['unit'],
  basis: { ky: row.basisKy, ru: row.basisRu, en: row.basisEn },
  validFrom: row.validFrom,
  validTo: row.validTo,
  status: row.status as Rule['status'],
  verified:
    row.verifiedBy === null || row.verifiedOn === null
      ? null
      : { by: row.verifiedBy, on: row.verifiedOn },
});

const columns = ({ basis, verified, ...rule }: Rule) => ({
  code: rule.code,
  direction: rule.direction,
  value: rule.value,
  unit: rule.unit,
  validFrom: rule.validFrom,
  validTo: rule.validTo,
  status: rule.status,
  basisKy: basis.ky,
  basisRu: basis.ru,
  basisEn: basis.en,
  verifiedBy: verified?.by ?? null,
  verifiedOn: verified?.on ?? null,
});

/** Every version, by code, then in the order of time. */
export async function all(reader: Reader): Promise<Rule[]> {
  const rows = await reader.rule.findMany({ orderBy: [{ code: 'asc' }, { validFrom: 'asc' }] });
  return rows.map(shape);
}

export async function byId(reader: Reader, id: number): Promise<Rule | null> {
  const row = await reader.rule.findUnique({ where: { id } });
  return row && shape(row);
}

/** Returns the id; the one given is not looked at. */
export async function insert(tx: Tx, rule: Rule): Promise<number> {
  const { id } = await tx.rule.create({ data: columns(rule), select: { id: true } });
  return id;
}

export async function update(tx: Tx, rule: Rule): Promise<void> {
  await tx.rule.update({ where: { id: rule.id }, data: columns(rule) });
}
