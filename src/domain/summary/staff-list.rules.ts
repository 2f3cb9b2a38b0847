import { listMark } from '../register/list-mark.rules.ts';
import {
  CORE_FIELDS,
  isDateField,
  LIST_FIELDS,
  type ListField,
} from '../register/list-field.model.ts';
import type { ListWords } from '../register/list-words.model.ts';
import { LIST_WORDS, listWords } from '../register/list-words.rules.ts';
import {
  FILE_DOCUMENTS,
  POSITION_GROUPS,
  type RankCode,
  type RecordFacts,
  type RecordKind,
  type Servant,
} from '../register/model.ts';
import { isRank, rankIndex } from '../register/ranks.rules.ts';
import type { PaperLanguage } from '../shared/language.ts';
import { cleanText } from './clean-text.rules.ts';
import { guardFormula } from './formula-guard.rules.ts';
import type { ListBook, ListBookCell, ListBookColumn } from './list-book.model.ts';
import type { ListPaperJob } from './list-job.model.ts';
import { numericDate } from '../shared/paper-dates.ts';
import type { Sheet } from './sheets.model.ts';

type Job = Extract<ListPaperJob, { kind: 'staff-list' }>;
type Entry = Job['records'][number];

/** Rows of the template that have drop-downs: the largest bodies have some hundreds of people. */
const TEMPLATE_ROWS = 500;
/** Rows for newcomers below an export. */
const SPARE_ROWS = 50;

/** The register as a list: read back it changes nothing. Of each history the newest entry stands in the list. */
export function staffList(job: Job): ListBook {
  const words = listWords(job.language);
  const histories = new Map<number, Entry[]>();
  for (const record of job.records) {
    const own = histories.get(record.servant);
    if (own) own.push(record);
    else histories.set(record.servant, [record]);
  }
  const people = job.servants.map((servant) => {
    const records = histories.get(servant.servant) ?? [];
    return { servant, records, newest: newestOfEach(records) };
  });
  return {
    ...emptyBook(job.language, job.orgName),
    title: words.list,
    mark: listMark(job.orgId),
    list: {
      name: words.list,
      columns: LIST_FIELDS.map((field) => columnOf(field, words)),
      rows: people.map(({ servant, newest }, at) =>
        LIST_FIELDS.map((field) => clean(cellOf(field, at + 1, servant, newest, words))),
      ),
      spare: SPARE_ROWS,
    },
    others: [historySheet(people, words)],
  };
}

/** The same without people. */
export function staffTemplate(language: PaperLanguage, orgName: string): ListBook {
  return emptyBook(language, orgName);
}

function emptyBook(language: PaperLanguage, author: string): ListBook {
  const words = listWords(language);
  // The officer may read the other language more easily than the one of her papers.
  const both = [words, ...LIST_WORDS.filter((other) => other !== words)];
  return {
    title: words.template,
    author,
    mark: null,
    list: {
      name: words.list,
      columns: LIST_FIELDS.map((field) => columnOf(field, words)),
      rows: [],
      spare: TEMPLATE_ROWS,
    },
    instructions: {
      name: words.instructions.sheet,
      sections: both.map(({ instructions }) => ({
        title: instructions.sheet,
        lines: instructions.lines,
      })),
    },
    words: words.words,
    others: [],
  };
}

const NUMBERS: ReadonlySet<ListField> = new Set(['number', 'trainingHours', 'servant']);
const WIDTHS: Partial<Record<ListField, number>> = {
  number: 5,
  name: 36,
  position: 32,
  unit: 26,
  rank: 44,
  fileDocuments: 30,
  trainingWhat: 28,
};

function columnOf(field: ListField, words: ListWords): ListBookColumn {
  const isDate = isDateField(field);
  const choices = choicesOf(field, words);
  return {
    heading: words.headings[field],
    width: WIDTHS[field] ?? 16,
    format: isDate ? 'date' : NUMBERS.has(field) ? 'number' : 'text',
    core: (CORE_FIELDS as readonly string[]).includes(field),
    choices,
    hint: isDate ? words.dateHint : choices && words.choose,
  };
}

function choicesOf(field: ListField, words: ListWords): ListBookColumn['choices'] {
  const yesNo = [words.yes, words.no];
  const choices: Partial<Record<ListField, ListBookColumn['choices']>> = {
    group: { words: POSITION_GROUPS.map((group) => words.groups[group]), only: true },
    rank: { words: Object.values(words.ranks), only: false },
    trainingWhat: { words: Object.values(words.trainings), only: false },
    labourBook: { words: yesNo, only: true },
    // Some of the eight may be named instead.
    fileDocuments: { words: yesNo, only: false },
  };
  return choices[field] ?? null;
}

type NewestOfEach = Partial<Record<RecordKind, Entry>>;

/** Of two ranks of one day the higher, as the register counts them. */
function newestOfEach(records: readonly Entry[]): NewestOfEach {
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

type Raw = string | number | null | { readonly date: string };

function cellOf(
  field: ListField,
  number: number,
  servant: Servant,
  newest: NewestOfEach,
  words: ListWords,
): Raw {
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
      return said(rank, words);
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

const dated = (date: string | null | undefined): Raw => (date ? { date } : null);

/** What an entry says, in words: kinds of training and ranks are stored as codes. */
function said(record: RecordFacts | undefined, words: ListWords): string | null {
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

const clean = (cell: Raw): ListBookCell =>
  typeof cell === 'string' ? guardFormula(cleanText(cell)) || null : cell;

function historySheet(
  people: readonly { servant: Servant; records: readonly Entry[]; newest: NewestOfEach }[],
  words: ListWords,
): Sheet {
  const { kind, date, what, hours, order } = words.historyHeadings;
  const rows = people.flatMap(({ servant, records, newest }) =>
    records
      .filter((record) => newest[record.kind] !== record)
      .map((record) => [
        servant.servant,
        guardFormula(cleanText(servant.name)),
        words.kinds[record.kind],
        numericDate(record.date),
        guardFormula(cleanText(said(record, words) ?? '')) || null,
        record.hours,
        guardFormula(cleanText(record.orderNo ?? '')) || null,
      ]),
  );
  return {
    name: words.history,
    columns: [
      { heading: words.headings.servant, width: 12 },
      { heading: words.headings.name, width: 36 },
      { heading: kind, width: 18 },
      { heading: date, width: 12 },
      { heading: what, width: 44 },
      { heading: hours, width: 8 },
      { heading: order, width: 20 },
    ],
    rows,
  };
}
