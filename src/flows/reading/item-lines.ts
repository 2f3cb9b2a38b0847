import { bold, folded } from '../../chat/html.ts';
import { MESSAGE_LIMIT } from '../../chat/screen.ts';
import type { Translate } from '../../chat/translator.ts';
import type {
  FrozenEvidence,
  FrozenItem,
  FrozenSubmission,
} from '../../domain/assessment/frozen.model.ts';
import { shown as shownDate } from '../../domain/shared/local-date.ts';
import { shortened, visibleLength } from './fitting.ts';
import { answerWords, ownerName, said, sizeWords } from './words.ts';

/** Documents listed in a message; the paper has them all. */
const DOCUMENTS_SHOWN = 8;
/** Characters of a caption, which may be 1024 long (Bot API): eight of them would fill the message. */
const CAPTION_SHOWN = 150;

export interface ItemText {
  readonly item: FrozenItem;
  readonly document: FrozenSubmission;
  /** Names of people by id. */
  readonly names: ReadonlyMap<number, string>;
}

/**
 * Everything said of one item. When it would be too long for a message the memo's text goes first, then
 * the list of documents, then the contradictions; how many were left out is said, the paper has all.
 */
export function itemText(shown: ItemText, title: string, t: Translate): string {
  const memo = `\n\n${folded(t('review:reading.memo', { text: quoted(shown) }))}`;
  const whole = lines(shown, title, t, DOCUMENTS_SHOWN, true);
  const tries = [
    whole + memo,
    whole,
    lines(shown, title, t, 0, true),
    lines(shown, title, t, 0, false),
  ];
  return tries.find((text) => visibleLength(text) <= MESSAGE_LIMIT) ?? tries[3] ?? '';
}

/** The memo's words behind their lead: alone they are fragments of its sentence. */
function quoted({ item: { id, memo }, document }: ItemText): string {
  for (const { groups, memoHeading } of document.directions) {
    const group = groups.find(({ items }) => items.some((one) => one.id === id));
    const lead = group && (group.lead ?? memoHeading);
    if (lead !== undefined && lead !== memo) return `«${lead} … ${memo}»`;
  }
  return `«${memo}»`;
}

function lines(
  { item, document, names }: ItemText,
  title: string,
  t: Translate,
  documents: number,
  withContradictions: boolean,
): string {
  const { language } = t;
  const question = { item: item.id, question: item.question[language] };
  const disagreeing = document.contradictions.filter(({ items }) => items.includes(item.id));
  return [
    title,
    '',
    bold(t('review:reading.question', question)),
    '',
    t('review:reading.answer', { answer: answerWords(item, t) }),
    ...item.parts.map(({ label, ticked }) =>
      t(ticked ? 'review:reading.ticked' : 'review:reading.notTicked', { label: label[language] }),
    ),
    ...item.numbers.flatMap(({ label, value }) =>
      value === null ? [] : [t('review:reading.number', { label: label[language], value })],
    ),
    ...registerLines(item, document, t),
    ...reasonLines(item, t),
    ...commentLines(item, t),
    ...evidenceLines(item.evidence, documents, t),
    ...planLines(item, names, t),
    ...(withContradictions
      ? disagreeing.flatMap((one) => contradictionLines(one, t))
      : [t('review:reading.moreContradictions', { n: disagreeing.length })]),
  ].join('\n');
}

/** What the staff register knew of the same numbers on the day of the document. */
function registerLines(
  { numbers }: FrozenItem,
  { register }: FrozenSubmission,
  t: Translate,
): string[] {
  const known = numbers.flatMap(({ label, register: n = null }) =>
    n === null ? [] : [`${label[t.language]} – ${n}`],
  );
  if (register === null || known.length === 0) return [];
  const figures = known.join(', ');
  return [t('review:reading.register', { date: shownDate(register.on), figures })];
}

const reasonLines = ({ reason }: FrozenItem, t: Translate): string[] =>
  reason === null ? [] : [t('review:reading.reason', { text: said(reason, t) })];

const commentLines = ({ comment }: FrozenItem, t: Translate): string[] =>
  comment === null ? [] : [t('review:reading.comment', { text: comment })];

function evidenceLines(evidence: readonly FrozenEvidence[], room: number, t: Translate): string[] {
  if (evidence.length === 0) return [t('review:reading.noDocument')];
  const left = evidence.length - room;
  return [
    ...evidence.slice(0, room).map((one) => evidenceLine(one, t)),
    ...(left > 0 ? [t('review:reading.moreDocuments', { n: left })] : []),
  ];
}

function evidenceLine(one: FrozenEvidence, t: Translate): string {
  if (one.kind === 'reference') return t('review:reading.document', { text: one.text });
  const file = { name: one.name, size: sizeWords(one.size, t) };
  return one.caption === null
    ? t('review:reading.file', file)
    : t('review:reading.fileCaption', { ...file, caption: shortened(one.caption, CAPTION_SHOWN) });
}

/** A "no" or "partly" without a plan says so. */
function planLines({ plan, rating }: FrozenItem, names: ItemText['names'], t: Translate): string[] {
  const wanted = rating === 'no' || rating === 'partly';
  if (plan === null) {
    return wanted ? [t('review:reading.plan', { what: t.plain('review:reading.planNone') })] : [];
  }
  const what = plan.what === null ? t.plain('review:reading.planNone') : said(plan.what, t);
  return [
    t('review:reading.plan', { what }),
    ...(plan.who === null ? [] : [t('review:reading.who', { who: ownerName(plan.who, names, t) })]),
    ...(plan.until === null ? [] : [t('review:reading.until', { date: shownDate(plan.until) })]),
  ];
}

const contradictionLines = (
  { text, explanation }: FrozenSubmission['contradictions'][number],
  t: Translate,
): string[] => [
  '',
  t('review:reading.contradiction', { text: text[t.language] }),
  explanation === null
    ? t('review:reading.noExplanation')
    : t('review:reading.explanation', { text: explanation }),
];
