import type { Edition } from '../checklist/model.ts';
import type { PaperLanguage } from '../shared/language.ts';
import type { FormCampaign } from './empty-form.rules.ts';
import type { LettersRequest } from './letter.model.ts';
import type { ReminderJob } from './reminder-job.model.ts';
import type { ListPaperJob } from './list-job.model.ts';

export const SUBMISSION_FORMATS = ['docx', 'pdf', 'xlsx', 'json'] as const;
export type SubmissionFormat = (typeof SUBMISSION_FORMATS)[number];

/** One paper to be made off the bot's thread: plain data in, a file out. */
export type PaperJob =
  | {
      readonly kind: 'submission';
      readonly format: SubmissionFormat;
      readonly language: PaperLanguage;
      /** The frozen document, exactly as hashed; of a draft, the same shape with `number: null`. */
      readonly frozenJson: string;
      /** Names by person id; a missing one prints as erased. */
      readonly names: readonly (readonly [number, string])[];
    }
  | {
      readonly kind: 'empty-form';
      readonly language: PaperLanguage;
      readonly edition: Edition;
      readonly org: string;
      readonly campaign: FormCampaign;
    }
  | ({ readonly kind: 'letters'; readonly format: 'docx' | 'pdf' } & LettersRequest)
  | ListPaperJob
  | ReminderJob;

export interface Paper {
  readonly fileName: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
}

/** Makes papers in worker threads; rejects when a paper cannot be made, the next one still works. */
export interface PaperMaker {
  make(job: PaperJob): Promise<Paper>;
}
