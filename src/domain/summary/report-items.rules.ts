import type {
  FrozenDirection,
  FrozenEvidence,
  FrozenItem,
  FrozenOwner,
  FrozenSubmission,
} from '../assessment/frozen.model.ts';
import { numericDate } from '../shared/paper-dates.ts';
import { type Names, personName, phrase } from './frozen-reading.rules.ts';
import type { Block, CellLine, ReportCell, ReportRow } from './report.model.ts';
import type { PaperWords } from './words.model.ts';

/** Shown of a SHA-256: enough to tell files apart on paper; the JSON has the whole. */
const HASH_DIGITS = 12;

/** Characters of a comment up to which it stays in the narrow column: about ten lines there. */
const FITS_COLUMN = 350;

/** Each direction in the memo's order: heading, its groups with their leads, a table of items. */
export function directionBlocks(
  submission: FrozenSubmission,
  names: Names,
  words: PaperWords,
): readonly Block[] {
  const on = submission.register?.on ?? null;
  return submission.directions.flatMap((direction) => [
    directionHeading(direction, words),
    ...direction.groups.flatMap((group): readonly Block[] => [
      ...(group.heading === null
        ? []
        : [
            {
              kind: 'heading',
              level: 2,
              text: group.heading[words.language],
              note: null,
            } as const,
          ]),
      ...(group.lead === null
        ? []
        : [{ kind: 'paragraph', style: 'lead', text: group.lead, note: null } as const]),
      {
        kind: 'table',
        table: {
          columns: [
            { heading: words.columns[0], percent: 8, align: 'centre' },
            { heading: words.columns[1], percent: 38, align: 'left' },
            { heading: words.columns[2], percent: 20, align: 'left' },
            { heading: words.columns[3], percent: 34, align: 'left' },
          ],
          rows: group.items.map((item) => itemRow(item, on, names, words)),
          totals: false,
        },
      },
    ]),
  ]);
}

function directionHeading(direction: FrozenDirection, words: PaperWords): Block {
  return {
    kind: 'heading',
    level: 1,
    text: `${direction.number}. ${direction.heading[words.language]}`,
    note: direction.note?.[words.language] ?? null,
  };
}

function itemRow(item: FrozenItem, on: string | null, names: Names, words: PaperWords): ReportRow {
  return {
    cells: [
      [plain(item.id)],
      [plain(item.question[words.language]), { style: 'quote', label: null, text: item.memo }],
      answerCell(item, on, words),
      groundsCell(item, names, words),
    ],
    across: isLong(item.comment) ? [labelled(words.answer.comment, item.comment)] : [],
  };
}

const isLong = (comment: string | null): comment is string =>
  comment !== null && comment.length > FITS_COLUMN;

const plain = (text: string): CellLine => ({ style: 'plain', label: null, text });
const small = (text: string): CellLine => ({ style: 'small', label: null, text });
const labelled = (label: string, text: string): CellLine => ({ style: 'plain', label, text });

/** The rating in the words of the button pressed; without one, in the plain words. */
export function ratingText(item: FrozenItem, words: PaperWords): string {
  if (item.rating === null) return words.answer.unanswered;
  return item.answerLabel?.[words.language] ?? words.answer.ratings[item.rating];
}

/** The parts ticked, or not ticked, in their order. */
export const partLabels = (
  item: FrozenItem,
  ticked: boolean,
  words: PaperWords,
): readonly string[] =>
  item.parts.filter((part) => part.ticked === ticked).map(({ label }) => label[words.language]);

/** «Штаттык сан: 30»; a number not given is left out. */
export const numberLines = (item: FrozenItem, words: PaperWords): readonly string[] =>
  item.numbers.flatMap(({ label, value }) =>
    value === null ? [] : [`${label[words.language]}: ${value}`],
  );

/** «Тизме боюнча, 14.01.2026: …»: what the staff register knew of the item's numbers on that day. */
export function registerLines(
  item: FrozenItem,
  on: string | null,
  words: PaperWords,
): readonly string[] {
  const known = item.numbers.flatMap(({ label, register = null }) =>
    register === null ? [] : [`${label[words.language]} – ${register}`],
  );
  if (on === null || known.length === 0) return [];
  return [words.answer.byRegister(numericDate(on), known.join(', '))];
}

function answerCell(item: FrozenItem, day: string | null, words: PaperWords): ReportCell {
  const lines: CellLine[] = [
    { style: 'strong', label: null, text: ratingText(item, words) },
    ...numberLines(item, words).map(small),
    ...registerLines(item, day, words).map(small),
  ];
  if (item.rating === null || item.parts.length === 0) return lines;
  const [on, off] = [partLabels(item, true, words), partLabels(item, false, words)];
  const { ticked, notTicked } = words.answer;
  const which = on.length > 0 ? ` (${on.join('; ')})` : '';
  lines.push(small(`${ticked}: ${on.length} / ${item.parts.length}${which}`));
  if (off.length > 0) lines.push(small(`${notTicked}: ${off.join('; ')}`));
  return lines;
}

function groundsCell(item: FrozenItem, names: Names, words: PaperWords): ReportCell {
  const { answer } = words;
  const lines: CellLine[] = item.evidence.flatMap((evidence) => evidenceLines(evidence, words));
  const proved = item.rating === 'yes' || item.rating === 'partly';
  if (proved && item.evidence.length === 0) lines.push(small(answer.noDocument));
  if (item.comment && !isLong(item.comment)) lines.push(labelled(answer.comment, item.comment));
  if (item.reason) lines.push(labelled(answer.reason, phrase(item.reason, words.language)));
  lines.push(...planLines(item, names, words));
  return lines.length > 0 ? lines : [plain('–')];
}

function evidenceLines(evidence: FrozenEvidence, words: PaperWords): readonly CellLine[] {
  const { answer } = words;
  if (evidence.kind === 'reference') return [labelled(answer.document, evidence.text)];
  const about = [answer.bytes(evidence.size), `SHA-256: ${shortHash(evidence.sha256)}`];
  return [
    labelled(answer.file, `${evidence.name} (${about.join(', ')})`),
    ...(evidence.caption ? [small(evidence.caption)] : []),
  ];
}

const shortHash = (sha256: string): string => sha256.slice(0, HASH_DIGITS);

function planLines(item: FrozenItem, names: Names, words: PaperWords): readonly CellLine[] {
  const { answer } = words;
  const planned = item.rating === 'partly' || item.rating === 'no';
  if (!planned) return [];
  if (!item.plan?.what && !item.plan?.who && !item.plan?.until) return [small(answer.noPlan)];
  const { what, who, until } = item.plan;
  return [
    ...(what ? [labelled(answer.plan, phrase(what, words.language))] : []),
    ...(who ? [labelled(answer.who, ownerName(who, names, words))] : []),
    ...(until ? [labelled(answer.until, numericDate(until))] : []),
  ];
}

/** Who carries out a plan, by name or by post. */
export function ownerName(owner: FrozenOwner, names: Names, words: PaperWords): string {
  if (owner.kind === 'person') return personName(names, owner.personId, words);
  return owner.kind === 'head' ? words.answer.planHead : owner.name;
}
