import { fold } from '../shared/fold.ts';
import { FILE_DOCUMENTS, type FileDocument, type Servant } from './model.ts';
import { sortName } from './sort-name.rules.ts';

/** A person as his row stores him. Plain data: a worker thread makes rows for the bot to write. */
export type ServantRow = Omit<Servant, 'fileDocuments'> & {
  readonly searchName: string;
  readonly sortName: string;
  /** Bit n-1: document n of FILE_DOCUMENTS; null: not said. */
  readonly fileDocuments: number | null;
};

type PersonColumn = Exclude<keyof ServantRow, 'orgId' | 'group' | 'searchName' | 'sortName'>;

/** All of them: the compiler asks for one that is forgotten. */
const PERSON: Readonly<Record<PersonColumn, true>> = {
  servant: true,
  name: true,
  position: true,
  category: true,
  unit: true,
  appointedOn: true,
  serviceStart: true,
  leftOn: true,
  fileDocuments: true,
  labourBook: true,
  trainedOn: true,
  rank: true,
  rankedOn: true,
  noRank: true,
  attestedOn: true,
  declaredOn: true,
  nextTraining: true,
  nextRank: true,
  nextAttestation: true,
  knownSince: true,
};

/** Columns of a person that are stored under their own name and read back. */
export const PERSON_COLUMNS = Object.keys(PERSON) as readonly PersonColumn[];

/** What he is searched, sorted and stored by. */
export const servantRow = (servant: Servant): ServantRow => ({
  ...servant,
  searchName: fold(servant.name),
  sortName: sortName(servant.name),
  fileDocuments: servant.fileDocuments && toBits(servant.fileDocuments),
});

const toBits = (documents: readonly FileDocument[]): number =>
  FILE_DOCUMENTS.reduce((bits, one, n) => (documents.includes(one) ? bits | (1 << n) : bits), 0);

export const fromBits = (bits: number): FileDocument[] =>
  FILE_DOCUMENTS.filter((_, n) => (bits & (1 << n)) !== 0);

/** Every document of the personal file is there. */
export const ALL_DOCUMENTS = 2 ** FILE_DOCUMENTS.length - 1;
