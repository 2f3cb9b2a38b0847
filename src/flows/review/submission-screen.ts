import { encode } from '../../chat/callback.ts';
import type { Button, Screen } from '../../chat/screen.ts';
import type { Translate } from '../../chat/translator.ts';
import { SUBMISSION_FORMATS, type SubmissionFormat } from '../../domain/summary/paper-job.model.ts';
import { type Shown, submissionLines } from './submission-lines.ts';

/** Papers are named by 1-based places: of the format in SUBMISSION_FORMATS, of the language here. */
export const PAPER_LANGUAGES = ['ky', 'ru'] as const;

const FORMAT_NAMES: Readonly<Record<SubmissionFormat, string>> = {
  docx: 'Word',
  pdf: 'PDF',
  xlsx: 'Excel',
  json: 'JSON',
};

/** One submission: how it was answered, the way to every answer, and its papers. */
export function submissionScreen(shown: Shown, timeZone: string, t: Translate): Screen {
  const { submissionId, signedFileId } = shown.view;
  const signed: Button[][] =
    signedFileId === null
      ? []
      : [
          [
            {
              text: t.plain('review:button.signed'),
              data: encode('submissionFile', [submissionId, signedFileId]),
            },
          ],
        ];
  return {
    text: submissionLines(shown, timeZone, t).join('\n'),
    rows: [
      [
        {
          text: t.plain('review:button.directions'),
          data: encode('submissionDirection', [submissionId, 0]),
          style: 'primary',
        },
      ],
      ...SUBMISSION_FORMATS.map((format) => paperRow(submissionId, format, t)),
      ...signed,
      [{ text: t.plain('review:button.list'), data: encode('review', [0]) }],
    ],
  };
}

/** The JSON is one and the same in all languages: one button. */
const paperRow = (submissionId: number, format: SubmissionFormat, t: Translate): Button[] =>
  (format === 'json' ? PAPER_LANGUAGES.slice(0, 1) : PAPER_LANGUAGES).map((language, index) => ({
    text:
      format === 'json'
        ? FORMAT_NAMES[format]
        : t.plain('review:submission.paper', {
            format: FORMAT_NAMES[format],
            language: t.plain(`review:submission.${language}`),
          }),
    data: encode('reviewPaper', [submissionId, SUBMISSION_FORMATS.indexOf(format) + 1, index + 1]),
  }));
