import type { FrozenSubmission } from '../assessment/frozen.model.ts';
import { RATINGS } from '../checklist/model.ts';
import { countFigures, countsByDirection, countsInAll, percentOf } from './counts.rules.ts';
import type { Block, ReportCell } from './report.model.ts';
import type { PaperWords } from './words.model.ts';

/** Counts of each direction and in all, then the score with its formula. */
export function totalsBlocks(submission: FrozenSubmission, words: PaperWords): readonly Block[] {
  const { totals } = words;
  const { counts, score } = submission;
  const body = (text: string): Block => ({ kind: 'paragraph', style: 'body', text, note: null });
  return [
    { kind: 'heading', level: 1, text: totals.heading, note: null },
    body(totals.answered(counts.answered, counts.total)),
    countsTable(submission, words),
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
  const headings = [
    ...RATINGS.map((rating) => totals.ratings[rating]),
    ...(gaps ? [totals.unanswered] : []),
    totals.all,
  ];
  const first = 100 - headings.length * FIGURE_PERCENT;
  const cell = (text: string): ReportCell => [{ style: 'plain', label: null, text }];
  return {
    kind: 'table',
    table: {
      columns: [
        { heading: totals.direction, percent: first, align: 'left' },
        ...headings.map(
          (heading) => ({ heading, percent: FIGURE_PERCENT, align: 'centre' }) as const,
        ),
      ],
      rows: [
        ...countsByDirection(submission).map((counts) => ({
          cells: [
            cell(`${counts.direction.number}. ${counts.direction.title[words.language]}`),
            ...countFigures(counts, gaps).map((figure) => cell(String(figure))),
          ],
        })),
        {
          cells: [
            cell(totals.sum),
            ...countFigures(inAll, gaps).map((figure) => cell(String(figure))),
          ],
        },
      ],
      totals: true,
    },
  };
}

/** Of the text width: «Жарым-жартылай» breaks at its hyphen in it at 9 points. */
const FIGURE_PERCENT = 10;
