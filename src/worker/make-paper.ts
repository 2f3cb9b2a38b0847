import { setPriority } from 'node:os';
import { isMainThread } from 'node:worker_threads';
import type { FrozenSubmission } from '../domain/assessment/frozen.model.ts';
import { emptyForm } from '../domain/summary/empty-form.rules.ts';
import { paperFileName } from '../domain/summary/file-name.rules.ts';
import { readFrozen } from '../domain/summary/frozen-reading.rules.ts';
import { invitationLetters } from '../domain/summary/letters.rules.ts';
import { submissionReport } from '../domain/summary/submission-report.rules.ts';
import { submissionSheets } from '../domain/summary/submission-sheets.rules.ts';
import { wordsOf } from '../domain/summary/words.rules.ts';
import type { Paper, PaperJob } from '../domain/summary/paper-job.model.ts';

/** Niceness of the papers' thread. On Linux, and only there, it holds for the calling thread alone (setpriority(2)). */
const YIELDING = 10;

// Papers give way to the thread of the bot where both want the same core.
if (!isMainThread && process.platform === 'linux') setPriority(YIELDING);

const MIME = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
} as const;

/**
 * Makes one paper, in the worker's thread. Each format's library is loaded when it is first asked
 * for. Throws when the frozen document cannot be read; the pool hands the error to the caller.
 */
export default async function makePaper(job: PaperJob): Promise<Paper> {
  switch (job.kind) {
    case 'submission':
      return await submissionPaper(job);
    case 'empty-form':
      return await emptyFormPaper(job);
    case 'letters':
      return await lettersPaper(job);
    case 'due-list':
    case 'calendar':
    case 'year-chart': {
      const { reminderPaper } = await import('./reminder-papers.ts');
      return await reminderPaper(job);
    }
    case 'staff-list':
    case 'staff-template':
    case 'staff-marked': {
      const { listPaper } = await import('./make-list.ts');
      return await listPaper(job);
    }
  }
}

type Job<Kind extends PaperJob['kind']> = Extract<PaperJob, { kind: Kind }>;

/**
 * Characters of a frozen document: ten times 48 answers with the longest comments. V8 ends the
 * whole process, not the thread, when one huge allocation oversteps the thread's limit.
 */
const MAX_FROZEN = 8_000_000;

async function submissionPaper(job: Job<'submission'>): Promise<Paper> {
  if (job.frozenJson.length > MAX_FROZEN) {
    throw new RangeError(`The frozen document has over ${MAX_FROZEN} characters`);
  }
  const submission = readFrozen(job.frozenJson);
  return {
    fileName: submissionFileName(submission, job),
    mime: MIME[job.format],
    bytes: await submissionBytes(submission, job),
  };
}

/** «Көк-Жар_айыл_өкмөтү_2026-0147_ky.docx»; the JSON is one for all languages. */
function submissionFileName(submission: FrozenSubmission, job: Job<'submission'>): string {
  const { number, organisation } = submission;
  const name = number ?? wordsOf(job.language).sheet.draft;
  const language = job.format === 'json' ? [] : [job.language];
  return paperFileName([organisation.name, name, ...language], job.format);
}

async function submissionBytes(
  submission: FrozenSubmission,
  job: Job<'submission'>,
): Promise<Uint8Array> {
  const names = new Map(job.names);
  switch (job.format) {
    case 'docx': {
      const { reportDocx } = await import('../documents/docx/report.ts');
      return await reportDocx(submissionReport(submission, names, job.language));
    }
    case 'pdf': {
      const { reportPdf } = await import('../documents/pdf/report.ts');
      return await reportPdf(submissionReport(submission, names, job.language));
    }
    case 'xlsx': {
      const { sheetsXlsx } = await import('../documents/xlsx.ts');
      return await sheetsXlsx(submissionSheets(submission, names, job.language));
    }
    case 'json':
      return new TextEncoder().encode(job.frozenJson);
  }
}

async function emptyFormPaper(job: Job<'empty-form'>): Promise<Paper> {
  const { emptyFormPdf } = await import('../documents/pdf/empty-form.ts');
  const form = emptyForm(job.edition, job.org, job.campaign, job.language);
  return {
    fileName: paperFileName([job.org, form.title, job.language], 'pdf'),
    mime: MIME.pdf,
    bytes: await emptyFormPdf(form),
  };
}

async function lettersPaper(job: Job<'letters'>): Promise<Paper> {
  const letters = invitationLetters(job);
  const languages = job.language === 'both' ? ['ky', 'ru'] : [job.language];
  const fileName = paperFileName([letters.title, ...languages], job.format);
  if (job.format === 'docx') {
    const { lettersDocx } = await import('../documents/docx/letters.ts');
    return { fileName, mime: MIME.docx, bytes: await lettersDocx(letters) };
  }
  const { lettersPdf } = await import('../documents/pdf/letters.ts');
  return { fileName, mime: MIME.pdf, bytes: await lettersPdf(letters) };
}
