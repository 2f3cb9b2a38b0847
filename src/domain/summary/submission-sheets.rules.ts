import type { FrozenItem, FrozenSubmission } from '../assessment/frozen.model.ts';
import { RATINGS } from '../checklist/model.ts';
import type { PaperLanguage } from '../shared/language.ts';
import { numericDate } from '../shared/paper-dates.ts';
import { countFigures, countsByDirection, countsInAll, itemsOf } from './counts.rules.ts';
import { guardFormula } from './formula-guard.rules.ts';
import { type Names, phrase } from './frozen-reading.rules.ts';
import {
  numberLines,
  ownerName,
  partLabels,
  ratingText,
  registerLines,
} from './report-items.rules.ts';
import type { Sheet, Sheets } from './sheets.model.ts';
import { wordsOf } from './words.rules.ts';
import type { PaperWords } from './words.model.ts';

type Row = Sheet['rows'][number];

/**
 * One submission as a workbook: items, counts, evidence. `submission` as `readFrozen` gives it;
 * no text of it begins like a formula.
 */
export function submissionSheets(
  submission: FrozenSubmission,
  names: Names,
  language: PaperLanguage,
): Sheets {
  const words = wordsOf(language);
  const { number, organisation } = submission;
  const title = number === null ? words.sheet.draft : words.sheet.number(number);
  const sheets = [
    itemsSheet(submission, names, words),
    countsSheet(submission, words),
    evidenceSheet(submission, words),
  ];
  return {
    language,
    title: `${words.sheet.title}. ${organisation.name}. ${title}`,
    author: organisation.name,
    sheets: sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map(guarded) })),
  };
}

const guarded = (row: Row): Row =>
  row.map((value) => (typeof value === 'string' ? guardFormula(value) : value));

function itemsSheet(submission: FrozenSubmission, names: Names, words: PaperWords): Sheet {
  const { workbook } = words;
  return {
    name: workbook.items,
    columns: [
      { heading: workbook.directionNumber, width: 10 },
      { heading: workbook.direction, width: 24 },
      { heading: workbook.item, width: 9 },
      { heading: workbook.question, width: 48 },
      { heading: workbook.memo, width: 48 },
      { heading: workbook.rating, width: 17 },
      { heading: workbook.label, width: 24 },
      { heading: workbook.ticked, width: 30 },
      { heading: workbook.notTicked, width: 30 },
      { heading: workbook.numbers, width: 30 },
      { heading: workbook.comment, width: 48 },
      { heading: workbook.reason, width: 30 },
      { heading: workbook.plan, width: 34 },
      { heading: workbook.who, width: 22 },
      { heading: workbook.until, width: 12 },
      { heading: workbook.documents, width: 12 },
    ],
    rows: submission.directions.flatMap((direction) =>
      itemsOf(direction).map((item) => [
        direction.number,
        direction.title[words.language],
        ...itemCells(item, submission.register?.on ?? null, names, words),
      ]),
    ),
  };
}

function itemCells(item: FrozenItem, on: string | null, names: Names, words: PaperWords): Row {
  const { language } = words;
  const { plan } = item;
  return [
    item.id,
    item.question[language],
    item.memo,
    item.rating === null ? words.answer.unanswered : words.answer.ratings[item.rating],
    ratingText(item, words),
    partLabels(item, true, words).join('; '),
    partLabels(item, false, words).join('; '),
    [...numberLines(item, words), ...registerLines(item, on, words)].join('; '),
    item.comment,
    item.reason === null ? null : phrase(item.reason, language),
    plan?.what ? phrase(plan.what, language) : null,
    plan?.who ? ownerName(plan.who, names, words) : null,
    plan?.until ? numericDate(plan.until) : null,
    item.evidence.length,
  ].map((value) => (value === '' ? null : value));
}

function countsSheet(submission: FrozenSubmission, words: PaperWords): Sheet {
  const { workbook, totals } = words;
  const figure = (heading: string) => ({ heading, width: 14 });
  return {
    name: workbook.counts,
    columns: [
      { heading: workbook.directionNumber, width: 10 },
      { heading: workbook.direction, width: 40 },
      ...RATINGS.map((rating) => figure(totals.ratings[rating])),
      figure(totals.unanswered),
      figure(totals.all),
    ],
    rows: [
      ...countsByDirection(submission).map((counts) => [
        counts.direction.number,
        counts.direction.title[words.language],
        ...countFigures(counts, true),
      ]),
      [null, totals.sum, ...countFigures(countsInAll(submission), true)],
    ],
  };
}

function evidenceSheet(submission: FrozenSubmission, words: PaperWords): Sheet {
  const { workbook } = words;
  return {
    name: workbook.evidence,
    columns: [
      { heading: workbook.item, width: 9 },
      { heading: workbook.evidenceKind, width: 22 },
      { heading: workbook.evidenceText, width: 60 },
      { heading: workbook.caption, width: 40 },
      { heading: workbook.size, width: 16 },
      { heading: workbook.hash, width: 68 },
    ],
    rows: submission.directions.flatMap((direction) =>
      itemsOf(direction).flatMap((item) =>
        item.evidence.map(
          (evidence): Row =>
            evidence.kind === 'reference'
              ? [item.id, workbook.reference, evidence.text, null, null, null]
              : [
                  item.id,
                  workbook.file,
                  evidence.name,
                  evidence.caption,
                  evidence.size,
                  evidence.sha256,
                ],
        ),
      ),
    ),
  };
}
