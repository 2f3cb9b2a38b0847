import type { FrozenSubmission } from '../assessment/frozen.model.ts';
import type { PaperLanguage } from '../shared/language.ts';
import { editionName, type Names } from './frozen-reading.rules.ts';
import type { Block, Report } from './report.model.ts';
import { contradictionBlocks, signatureBlocks } from './report-closing.rules.ts';
import { headBlock, titleBlocks } from './report-head.rules.ts';
import { directionBlocks } from './report-items.rules.ts';
import { totalsBlocks } from './report-totals.rules.ts';
import { wordsOf } from './words.rules.ts';

/**
 * The self-assessment sheet of one submission, or of a draft when it has no number yet.
 * `submission` as `readFrozen` gives it: with clean texts.
 */
export function submissionReport(
  submission: FrozenSubmission,
  names: Names,
  language: PaperLanguage,
): Report {
  const words = wordsOf(language);
  const { number, checklist, organisation } = submission;
  const title = number === null ? words.sheet.draft : words.sheet.number(number);
  return {
    language,
    title: `${words.sheet.title}. ${organisation.name}. ${title}`,
    author: organisation.name,
    subject: submission.campaign.title,
    footer: words.sheet.footer(number, editionName(checklist.edition)),
    watermark: number === null ? words.sheet.watermark : null,
    blocks: [
      ...titleBlocks(submission, words),
      headBlock(submission, names, words),
      ...introduction(submission, language),
      ...directionBlocks(submission, names, words),
      ...totalsBlocks(submission, words),
      ...contradictionBlocks(submission, words),
      ...signatureBlocks(submission, names, words),
    ],
  };
}

/** Whose answers these are, the note on item numbers, and the memo's opening, which leads to the directions. */
function introduction({ checklist }: FrozenSubmission, language: PaperLanguage): readonly Block[] {
  const { sheet, footnote } = wordsOf(language);
  const preamble = language === 'ky' ? checklist.preamble : checklist.preambleTranslated.ru;
  return [
    { kind: 'paragraph', style: 'body', text: sheet.selfReported, note: footnote },
    { kind: 'paragraph', style: 'small', text: sheet.smallPrint, note: null },
    { kind: 'paragraph', style: 'preamble', text: preamble, note: null },
  ];
}
