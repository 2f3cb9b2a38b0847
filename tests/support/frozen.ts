import { readFileSync } from 'node:fs';
import type {
  FrozenDirection,
  FrozenItem,
  FrozenSubmission,
} from '../../src/domain/assessment/frozen.model.ts';
import type { Edition, Item, Rating } from '../../src/domain/checklist/model.ts';
import { registerFiguresOf } from '../../src/domain/assessment/register-numbers.rules.ts';
import { items } from '../../src/domain/checklist/lookup.rules.ts';
import { parseEdition } from '../../src/domain/checklist/parse.rules.ts';

const CHECKLIST = new URL('../../checklists/monitoring-memo.2022-03-22.yaml', import.meta.url);

let shipped: Edition | null = null;

/** The memo's edition as shipped: read once, and frozen, since all tests share it. */
export function shippedEdition(): Edition {
  if (shipped) return shipped;
  const read = parseEdition(readFileSync(CHECKLIST, 'utf8'), CHECKLIST.pathname);
  if (!read.ok) throw new Error('The shipped checklist does not parse');
  shipped = frozenWhole(read.value);
  return shipped;
}

function frozenWhole<T extends object>(value: T): T {
  for (const part of Object.values(value)) {
    if (typeof part === 'object' && part !== null) frozenWhole(part as object);
  }
  return Object.freeze(value);
}

/** People of the demo municipality by their ids in `frozenSubmission`. */
export const PEOPLE = new Map([
  [11, 'Өмүрова Гүлнур Үсөнбековна'],
  [12, 'Токтобаев Бекжан Кубанычович'],
  [21, 'Асанова Айгүл Болотовна'],
  [22, 'Жээнбеков Эрлан Маратович'],
  [23, 'Сыдыкова Нургүл Таалайбековна'],
]);

/** Every Kyrgyz letter, upper and lower. */
export const KYRGYZ_LETTERS =
  'АаБбВвГгДдЕеЁёЖжЗзИиЙйКкЛлМмНнҢңОоӨөПпРрСсТтУуҮүФфХхЦцЧчШшЩщЪъЫыЬьЭэЮюЯя';

/** What an officer gave for one item; the rest is made from the edition. */
export type GivenAnswer = Partial<
  Pick<FrozenItem, 'rating' | 'comment' | 'reason' | 'plan' | 'evidence' | 'answerLabel'>
> & { readonly numbers?: readonly number[]; readonly ticked?: readonly number[] };

const HASH = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const reference = (text: string) => ({ kind: 'reference', text }) as const;

/** What the officer of the demo municipality answered; items not named here are "yes". */
export const ANSWERS: Readonly<Record<string, GivenAnswer>> = {
  '1.1': {
    evidence: [
      reference('№ 12, 10.01.2025 Штаттык ырааттама'),
      {
        kind: 'file',
        fileId: 1,
        name: 'түзүм_2025.pdf',
        size: 348_160,
        sha256: HASH,
        caption: 'Айыл өкмөтүнүн түзүмү',
      },
    ],
  },
  '2.4': { rating: 'no-case' },
  '3.1': {
    rating: 'partly',
    comment: 'Чаралардын долбоору даярдалды, кеңештин чыгышында бекитилет.',
    plan: {
      what: {
        ky: 'Документти даярдап, бекитүү',
        ru: 'Подготовить и утвердить документ',
        en: 'Prepare and approve the document',
      },
      who: { kind: 'person', personId: 11 },
      until: '2026-03-15',
    },
  },
  '3.2': {
    rating: 'no',
    ticked: [],
    plan: { what: 'Окутуу программасын түзүү', who: { kind: 'head' }, until: '2026-02-01' },
  },
  '3.3': {
    rating: 'partly',
    numbers: [31, 4],
    plan: { what: null, who: { kind: 'named', name: 'Кадырова А.' }, until: null },
  },
  '5.4': { rating: 'no' },
  '7.3': {
    rating: 'not-applicable',
    reason: {
      ky: 'Башка мекеме аткарат',
      ru: 'Это выполняет другая организация',
      en: 'Another organisation does this',
    },
  },
  '8.2': { numbers: [4, 1, 1], evidence: [reference('№ 3 протокол, 14.11.2025')] },
  '9.1': { rating: 'no-case' },
  '10.2': { rating: 'no-case' },
  '12.3': { rating: 'yes', numbers: [30, 3, 27] },
  '12.4': { rating: 'partly', ticked: [1, 2, 4, 5, 6, 7] },
  '12.8': { rating: 'partly', numbers: [27, 26] },
};

/**
 * A frozen submission as the service writes it: number 2026-0147 of Көк-Жар айыл өкмөтү, all 48
 * items answered. `answers` replaces what the officer gave for single items.
 */
export function frozenSubmission(
  overrides: Partial<FrozenSubmission> = {},
  answers: Readonly<Record<string, GivenAnswer>> = {},
): FrozenSubmission {
  const edition = shippedEdition();
  const given = { ...ANSWERS, ...answers };
  const directions = edition.directions.map(
    (direction): FrozenDirection => ({
      number: direction.number,
      slug: direction.slug,
      title: direction.title,
      heading: direction.heading,
      memoHeading: direction.memoHeading,
      note: direction.note,
      groups: direction.groups.map((group) => ({
        lead: group.lead,
        heading: group.heading,
        items: group.items.map((item) => frozenItem(item, given[item.id] ?? {})),
      })),
    }),
  );
  return {
    schema: 2,
    number: '2026-0147',
    submittedAt: '2026-01-14T10:20:00.000Z',
    submittedOn: '2026-01-14',
    submittedTime: '16:20',
    submittedBy: 11,
    confirmedBy: 12,
    late: false,
    language: 'ky',
    checklist: {
      id: edition.id,
      edition: edition.edition,
      title: edition.title,
      preamble: edition.preamble,
      preambleTranslated: edition.preambleTranslated,
    },
    campaign: {
      id: 1,
      title: '2026-жылдын пландуу мониторинги',
      basis: '2025-жылдын 20-декабрындагы № 114 буйрук',
      kind: 'planned',
      periodFrom: '2023-01-01',
      periodTo: '2025-12-31',
      opensOn: '2026-01-05',
      deadline: '2026-01-15',
      paper: 'Маалымкат',
      contactPhone: '+996 312 00 00 00',
      commission: {
        id: 1,
        name: 'Нарын облусу боюнча жумушчу комиссия',
        members: [
          { personId: 22, post: 'member' },
          { personId: 21, post: 'chair' },
          { personId: 23, post: 'member' },
        ],
      },
    },
    organisation: {
      id: 1,
      name: 'Көк-Жар айыл өкмөтү',
      kind: 'municipal',
      region: 'naryn',
      district: 'Ат-Башы району',
      heads: [12],
    },
    directions,
    counts: countsOf(directions),
    score: { numerator: 1153, denominator: 1400 },
    formula: {
      ky: 'ооба – 1, жарым-жартылай – ½, жок – 0; «болгон эмес» жана «тиешеси жок» эсепке кирбейт; багыттардын орточолорунун орточосу.',
      ru: 'да – 1, частично – ½, нет – 0; «случаев не было» и «не применимо» не учитываются; среднее из средних по направлениям.',
      en: 'yes 1, partly ½, no 0; "no case" and "not applicable" are left out; the mean of the directions’ means.',
    },
    contradictions: [
      {
        id: 'files-and-books',
        items: ['12.3', '12.8'],
        text: {
          ky: 'Өздүк көктөмөлөрдүн жана эмгек китепчелеринин саны дал келбейт.',
          ru: 'Число личных дел и число трудовых книжек не сходятся.',
          en: 'The numbers of personal files and labour books differ.',
        },
        explanation: 'Бир кызматчынын эмгек китепчеси мурунку жумушунан келе элек.',
      },
    ],
    register: null,
    ...overrides,
  };
}

/** The figures a staff register of 31 people knew on the day of `frozenSubmission`. */
export const FIGURES = {
  people: 31,
  'training-overdue': 4,
  'personal-files': 27,
  'labour-books': null,
} as const;

/** The same submission of an organisation that keeps a staff register. */
export function frozenWithRegister(): FrozenSubmission {
  const bare = frozenSubmission();
  const figures = items(shippedEdition()).map(
    (item) => [item.id, registerFiguresOf(item, FIGURES)] as const,
  );
  const known = new Map(figures);
  return {
    ...bare,
    directions: bare.directions.map((direction) => ({
      ...direction,
      groups: direction.groups.map((group) => ({
        ...group,
        items: group.items.map((item) => ({
          ...item,
          numbers: item.numbers.map((number, place) => ({
            ...number,
            register: known.get(item.id)?.[place] ?? null,
          })),
        })),
      })),
    })),
    register: {
      on: bare.submittedOn,
      people: 31,
      trainingOverdue: 4,
      personalFiles: 27,
      labourBooks: null,
    },
  };
}

/** A draft: no number yet, two items not answered, no head known. */
export function frozenDraft(): FrozenSubmission {
  const unanswered = { rating: null, evidence: [] };
  const draft = frozenSubmission(
    { number: null, confirmedBy: null },
    { '14.3': unanswered, '14.4': unanswered },
  );
  return { ...draft, organisation: { ...draft.organisation, heads: [] } };
}

function frozenItem(item: Item, given: GivenAnswer): FrozenItem {
  const rating = given.rating === undefined ? 'yes' : given.rating;
  const ticked = given.ticked ?? (rating === 'yes' ? item.parts.map((_part, at) => at + 1) : []);
  return {
    id: item.id,
    type: item.type,
    memo: item.memo,
    question: item.question,
    rating,
    answerLabel: given.answerLabel ?? labelOf(item, rating),
    parts: item.parts.map((label, at) => ({ label, ticked: ticked.includes(at + 1) })),
    numbers: (item.numbers?.labels ?? []).map((label, at) => ({
      label,
      value: given.numbers?.[at] ?? null,
      register: null,
    })),
    comment: given.comment ?? null,
    reason: given.reason ?? null,
    plan: given.plan ?? null,
    evidence:
      given.evidence ?? (rating === 'yes' ? [reference(`№ ${item.id}/45, 12.03.2025`)] : []),
    answeredBy: rating === null ? null : 11,
    answeredAt: rating === null ? null : '2026-01-13T05:00:00.000Z',
    revision: rating === null ? 0 : 1,
  };
}

function labelOf(item: Item, rating: Rating | null): FrozenItem['answerLabel'] {
  if (rating === 'no-case') return item.noCase;
  if (rating === 'no') return item.no;
  return item.facts.find((fact) => fact.rating === rating)?.label ?? null;
}

function countsOf(directions: readonly FrozenDirection[]): FrozenSubmission['counts'] {
  const items = directions.flatMap(({ groups }) => groups.flatMap((group) => group.items));
  const count = (rating: Rating | null) => items.filter((item) => item.rating === rating).length;
  return {
    yes: count('yes'),
    partly: count('partly'),
    no: count('no'),
    'no-case': count('no-case'),
    'not-applicable': count('not-applicable'),
    total: items.length,
    answered: items.length - count(null),
  };
}
