import { listMark } from '../register/list-mark.rules.ts';
import {
  CORE_FIELDS,
  isDateField,
  LIST_FIELDS,
  type ListField,
} from '../register/list-field.model.ts';
import type { ListWords } from '../register/list-words.model.ts';
import { LIST_WORDS, listWords } from '../register/list-words.rules.ts';
import { POSITION_GROUPS, type Servant } from '../register/model.ts';
import type { PaperLanguage } from '../shared/language.ts';
import { cleanText } from './clean-text.rules.ts';
import { guardFormula } from './formula-guard.rules.ts';
import type { ListBook, ListBookCell, ListBookColumn } from './list-book.model.ts';
import type { ListPaperJob } from './list-job.model.ts';
import { numericDate } from '../shared/paper-dates.ts';
import type { Sheet } from './sheets.model.ts';
import {
  cellOf,
  type Entry,
  type NewestOfEach,
  newestOfEach,
  type RawCell,
  said,
} from './staff-cells.rules.ts';

type Job = Extract<ListPaperJob, { kind: 'staff-list' }>;

/** Rows of the template that have drop-downs: the largest bodies have some hundreds of people. */
const TEMPLATE_ROWS = 500;
/** Up to the class rank and its date; all 32 columns take a dozen pages. */
const PRINTED = LIST_FIELDS.indexOf('rankedOn') + 1;
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
      printed: PRINTED,
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
      printed: PRINTED,
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
    rank: { words: [...Object.values(words.ranks), words.no], only: false },
    trainingWhat: { words: Object.values(words.trainings), only: false },
    labourBook: { words: yesNo, only: true },
    // Some of the eight may be named instead.
    fileDocuments: { words: yesNo, only: false },
  };
  return choices[field] ?? null;
}

const clean = (cell: RawCell): ListBookCell =>
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
