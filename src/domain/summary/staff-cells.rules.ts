import type { ListField } from '../register/list-field.model.ts';
import type { ListWords } from '../register/list-words.model.ts';
import {
  FILE_DOCUMENTS,
  type RankCode,
  type RecordFacts,
  type RecordKind,
  type Servant,
} from '../register/model.ts';
import { isRank, rankIndex } from '../register/ranks.rules.ts';

/** An entry of the history of one person. */
export type Entry = RecordFacts & { readonly servant: number };

export type NewestOfEach = Partial<Record<RecordKind, Entry>>;

/** Of two ranks of one day the higher, as the register counts them. */
export function newestOfEach(records: readonly Entry[]): NewestOfEach {
  const newest: NewestOfEach = {};
  for (const record of records) {
    const other = newest[record.kind];
    const later = !other || record.date > other.date;
    if (later || (record.date === other.date && isHigher(record.what, other.what))) {
      newest[record.kind] = record;
    }
  }
  return newest;
}

const isHigher = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && isRank(a) && isRank(b) && rankIndex(a) > rankIndex(b);

export type RawCell = string | number | null | { readonly date: string };

/** What stands in one cell of a list; texts are neither cleaned nor guarded yet. */
export function cellOf(
  field: ListField,
  number: number,
  servant: Servant,
  newest: NewestOfEach,
  words: ListWords,
): RawCell {
  const { training, rank, attestation, reward, penalty, declaration } = newest;
  switch (field) {
    case 'number':
      return number;
    case 'servant':
      return servant.servant;
    case 'name':
    case 'position':
    case 'category':
    case 'unit':
      return servant[field];
    case 'appointedOn':
    case 'serviceStart':
    case 'leftOn':
    case 'nextTraining':
    case 'nextRank':
    case 'nextAttestation':
      return dated(servant[field]);
    case 'group':
      return servant.group && words.groups[servant.group];
    case 'labourBook':
      return servant.labourBook === null ? null : servant.labourBook ? words.yes : words.no;
    case 'fileDocuments':
      return documents(servant, words);
    case 'trainedOn':
      return dated(training?.date);
    case 'trainingWhat':
      return said(training, words);
    case 'trainingHours':
      return training?.hours ?? null;
    case 'trainingOrder':
      return training?.orderNo ?? null;
    case 'rank':
      return said(rank, words) ?? (servant.noRank ? words.no : null);
    case 'rankedOn':
      return dated(rank?.date);
    case 'rankOrder':
      return rank?.orderNo ?? null;
    case 'attestedOn':
      return dated(attestation?.date);
    case 'attestationWhat':
      return said(attestation, words);
    case 'attestationOrder':
      return attestation?.orderNo ?? null;
    case 'declaredOn':
      return dated(declaration?.date);
    case 'rewardedOn':
      return dated(reward?.date);
    case 'rewardWhat':
      return said(reward, words);
    case 'rewardOrder':
      return reward?.orderNo ?? null;
    case 'penaltyOn':
      return dated(penalty?.date);
    case 'penaltyWhat':
      return said(penalty, words);
    case 'penaltyOrder':
      return penalty?.orderNo ?? null;
  }
}

const dated = (date: string | null | undefined): RawCell => (date ? { date } : null);

/** What an entry says, in words: kinds of training and ranks are stored as codes. */
export function said(record: RecordFacts | undefined, words: ListWords): string | null {
  const what = record?.what ?? null;
  if (what === null) return null;
  if (record?.kind === 'rank') return words.ranks[what as RankCode] ?? what;
  if (record?.kind !== 'training') return what;
  return (words.trainings as Readonly<Record<string, string>>)[what] ?? what;
}

function documents({ fileDocuments }: Servant, words: ListWords): string | null {
  if (fileDocuments === null) return null;
  if (fileDocuments.length === 0) return words.no;
  if (fileDocuments.length === FILE_DOCUMENTS.length) return words.yes;
  return fileDocuments.map((one) => words.documents[one]).join(', ');
}
