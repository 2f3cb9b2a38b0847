import type { Translate } from '../../chat/translator.ts';
import {
  FILE_DOCUMENTS,
  type RecordFacts,
  type ServantFacts,
  TRAINING_KINDS,
} from '../../domain/register/model.ts';
import { isRank } from '../../domain/register/ranks.rules.ts';
import { shown } from '../../domain/shared/local-date.ts';

/** What a record says of itself, plain: its kind's own word for a training or a rank, else as typed. */
export function whatWords(t: Translate, { kind, what }: Pick<RecordFacts, 'kind' | 'what'>) {
  if (what === null) return null;
  const training = TRAINING_KINDS.find((one) => one === what);
  if (kind === 'training' && training) return t.plain(`staff:training.${training}`);
  return kind === 'rank' && isRank(what) ? t.plain(`staff:rank.${what}`) : what;
}

/** «Окутуу, 03.12.2025 · квалификациясын жогорулатуу · 72 саат · буйрук № 45», plain. */
export function recordWords(t: Translate, record: RecordFacts): string {
  const { kind, date, hours, orderNo } = record;
  return [
    `${t.plain(`staff:record.${kind}`)}, ${shown(date)}`,
    whatWords(t, record),
    hours === null ? null : t.plain('staff:record.hours', { n: hours }),
    orderNo === null ? null : t.plain('staff:record.order', { order: orderNo }),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

/**
 * What stands in one field of a person, plain, of the codes that FieldChange keeps: dates YYYY-MM-DD, a
 * group's code, documents parted by commas, yes | no. null: not known.
 */
export function fieldWords(
  t: Translate,
  field: keyof ServantFacts,
  value: string | null,
): string | null {
  if (value === null) return null;
  switch (field) {
    case 'group':
      return isGroup(value) ? t.plain(`staff:group.${value}`) : value;
    case 'labourBook':
      return t.plain(value === 'yes' ? 'staff:person.yes' : 'staff:person.no');
    case 'noRank':
      return value === 'yes' ? t.plain('staff:person.rankNone') : null;
    case 'fileDocuments': {
      const n = value.split(',').filter((one) => one !== '').length;
      return t.plain('staff:person.filesOf', { n, total: FILE_DOCUMENTS.length });
    }
    case 'appointedOn':
    case 'serviceStart':
    case 'leftOn':
    case 'nextTraining':
    case 'nextRank':
    case 'nextAttestation':
      return shown(value);
    case 'name':
    case 'position':
    case 'category':
    case 'unit':
      return value;
  }
}

const isGroup = (value: string): value is NonNullable<ServantFacts['group']> =>
  ['highest', 'main', 'senior', 'junior'].includes(value);

/** A field of a person as FieldChange keeps it. */
export function fieldValue(facts: ServantFacts, field: keyof ServantFacts): string | null {
  const value = facts[field];
  if (value === null) return null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? value : value.join(',');
}
