import { fold } from '../shared/fold.ts';
import { LIST_WORDS } from './list-words.rules.ts';
import {
  FILE_DOCUMENTS,
  type FileDocument,
  POSITION_GROUPS,
  type PositionGroup,
  TRAINING_KINDS,
} from './model.ts';

const YES = words('ооба, ов, бар, да, есть, имеется, yes, y, true, 1, +, ✓, ✔, v, х, x');
const NO = words('жок, эмес, нет, не имеется, no, none, false, 0, -, –, —, −');

/** «Has none», of a class rank. */
const NO_RANK = words(
  '-, –, —, −, --, ---, _, жок, нет, no, none, чени жок, чен жок, чини жок, класстык чени жок, ченсиз, без чина, чина нет, нет чина, без классного чина, не имеется, не имеет, не присвоен, чин не присвоен, берилген эмес, ыйгарылган эмес, no rank, without rank',
);

/** What officers write into a cell of which they know nothing. */
const BLANK = words(
  '-, –, —, −, --, ---, _, жок, нет, no, none, n/a, ?, белгисиз, билинбейт, неизвестно, берилген эмес, не присвоен, не имеется, чени жок, окуган эмес, не проходил, не проходила, өткөн эмес',
);

const GROUP_STEMS: Readonly<Record<PositionGroup, readonly string[]>> = {
  highest: ['жогор', 'высш', 'highest'],
  main: ['башкы', 'главн', 'main', 'chief'],
  senior: ['улук', 'старш', 'senior'],
  junior: ['кенже', 'младш', 'junior'],
};

const DOCUMENT_STEMS: Readonly<Record<FileDocument, readonly string[]>> = {
  inventory: ['ички тизме', 'внутренн', 'опис', 'inventory'],
  reserve: ['резерв', 'reserve'],
  referral: ['жолдомо', 'сунуштама', 'направлен', 'рекомендац', 'представлен', 'referral'],
  questionnaire: ['анкета', 'questionnaire'],
  'record-sheet': ['жеке барак', 'личный лист', 'record sheet', 'record-sheet'],
  biography: ['омур баян', 'биограф', 'biography'],
  education: ['билим', 'диплом', 'образован', 'education'],
  orders: ['буйрук', 'приказ', 'orders'],
};

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(', ').map(fold));
}

/** True of a text that says nothing is known: empty, a dash, «жок», «нет». */
export const isBlank = (text: string): boolean => text === '' || BLANK.has(fold(text));

/** True of a cell for the class rank that says there is none. */
export const saysNoRank = (text: string): boolean => NO_RANK.has(fold(text).replace(/\.$/, ''));

/** null: neither yes nor no. */
export function typedYesNo(text: string): boolean | null {
  const folded = fold(text).replace(/[.!]$/, '');
  return YES.has(folded) ? true : NO.has(folded) ? false : null;
}

export function typedGroup(text: string): PositionGroup | null {
  const folded = fold(text);
  return (
    POSITION_GROUPS.find((group) =>
      GROUP_STEMS[group].some((stem) => folded.startsWith(fold(stem))),
    ) ?? null
  );
}

/** Whole hours: «72», «72 саат», «72,0 ч.»; null: no number of hours from 1 to 9 999. */
export function typedHours(text: string): number | null {
  const [, digits] = /^(\d{1,4})(?:[.,]0+)?(?:\s*[\p{Letter}.]+)?$/u.exec(text) ?? [];
  return digits && Number(digits) > 0 ? Number(digits) : null;
}

/** A number in the register: a whole number from 1. */
export const typedNumber = (text: string): number | null =>
  /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;

/**
 * Documents of a personal file: yes means all eight, no means none, else their names parted by
 * commas; null: a name that is none of the eight.
 */
export function typedDocuments(text: string): FileDocument[] | null {
  const all = typedYesNo(text);
  if (all !== null) return all ? [...FILE_DOCUMENTS] : [];
  const named = text
    .split(/[,;\n]/u)
    .map(fold)
    .filter((name) => name !== '')
    .map((name) => DOCUMENTS.find(({ stem }) => name.includes(stem))?.code);
  return named.length === 0 || named.includes(undefined)
    ? null
    : FILE_DOCUMENTS.filter((document) => named.includes(document));
}

const DOCUMENTS = FILE_DOCUMENTS.flatMap((code) =>
  DOCUMENT_STEMS[code].map((stem) => ({ code, stem: fold(stem) })),
);

/** One of TRAINING_KINDS where the words are known, else the words themselves. */
export const typedTraining = (text: string): string => TRAININGS.get(fold(text)) ?? text;

const TRAININGS: ReadonlyMap<string, string> = new Map(
  TRAINING_KINDS.flatMap((kind) =>
    [kind, ...LIST_WORDS.map(({ trainings }) => trainings[kind])].map((text) => [fold(text), kind]),
  ),
);
