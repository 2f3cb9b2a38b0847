import type { FrozenSubmission } from '../assessment/frozen.model.ts';
import { RATINGS } from '../checklist/model.ts';
import { countFigures, countsByDirection, countsInAll, percentOf } from './counts.rules.ts';
import type { Block, ReportRow } from './report.model.ts';
import type { PaperWords } from './words.model.ts';

/** Counts of each direction and in all, then the score with its formula. */
export function totalsBlocks(submission: FrozenSubmission, words: PaperWords): readonly Block[] {
  const { totals } = words;
  const { counts, score } = submission;
  const body = (text: string): Block => ({ kind: 'paragraph', style: 'body', text, note: null });
  return [
    { kind: 'heading', level: 1, text: totals.heading, note: null },
    countsTable(submission, words),
    body(totals.answered(counts.answered, counts.total)),
    {
      kind: 'paragraph',
      style: 'strong',
      text: score === null ? totals.noScore : totals.score(percentOf(score)),
      note: null,
    },
    body(totals.formula(submission.formula[words.language])),
  ];
}

function countsTable(submission: FrozenSubmission, words: PaperWords): Block {
  const { totals } = words;
  const inAll = countsInAll(submission);
  const gaps = inAll.unanswered > 0;
  const figures = [
    ...RATINGS.map((rating) => ({ heading: totals.ratings[rating], percent: PERCENT[rating] })),
    ...(gaps ? [{ heading: totals.unanswered, percent: PERCENT.unanswered }] : []),
    { heading: totals.all, percent: PERCENT.all },
  ];
  const first = 100 - figures.reduce((sum, { percent }) => sum + percent, 0);
  return {
    kind: 'table',
    table: {
      columns: [
        { heading: totals.direction, percent: first, align: 'left' },
        ...figures.map((figure) => ({ ...figure, align: 'centre' }) as const),
      ],
      rows: [
        ...countsByDirection(submission).map((counts) =>
          figuresRow(
            `${counts.direction.number}. ${counts.direction.title[words.language]}`,
            countFigures(counts, gaps),
          ),
        ),
        figuresRow(totals.sum, countFigures(inAll, gaps)),
      ],
      totals: true,
    },
  };
}

/** Of the text width: the longest word of each heading stays whole in its column. */
const PERCENT = {
  yes: 8,
  partly: 13,
  no: 8,
  'no-case': 12,
  'not-applicable': 13,
  unanswered: 11,
  all: 9,
} as const;

const figuresRow = (name: string, figures: readonly number[]): ReportRow => ({
  cells: [name, ...figures.map(String)].map((text) => [{ style: 'plain', label: null, text }]),
  across: [],
});
