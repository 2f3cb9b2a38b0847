import { type Command, Option } from 'commander';
import { exportSubmission, listSubmissions } from '../domain/assessment/owner.service.ts';
import { ownerScope } from '../domain/access/rules.ts';
import { refused } from '../domain/shared/result.ts';
import { SUBMISSION_FORMATS, type SubmissionFormat } from '../domain/summary/paper-job.model.ts';
import { id, type Runner, withJson } from './command.ts';
import { writeOut } from './file-problem.ts';
import { done, listed } from './outcome.ts';

export function addSubmissionCommands(program: Command, runner: Runner): void {
  withJson(
    program
      .command('submission')
      .description('submissions')
      .command('list')
      .description('list submissions, newest first: numbers and moments, no answers'),
  )
    .option('--campaign <id>', 'only of this campaign', id)
    .action((options: { campaign?: number }) =>
      runner.onDatabase(options, async ({ read }) => {
        const rows = (await listSubmissions(read))
          .filter((one) => options.campaign === undefined || one.campaignId === options.campaign)
          .map((one) => ({
            id: one.submissionId,
            number: one.number,
            orgId: one.orgId,
            organisation: one.orgName,
            campaignId: one.campaignId,
            status: statusOf(one),
            submittedAt: new Date(one.submittedAt).toISOString(),
            late: one.late,
            sha256: one.sha256,
          }));
        return listed(rows, (one) => [
          one.id,
          one.number,
          one.status,
          one.submittedAt,
          one.organisation,
        ]);
      }),
    );

  withJson(
    program
      .command('export')
      .description("papers, for the machine's owner")
      .command('submission')
      .description('a paper of one submission; the reason is audited and shown in /privacy')
      .argument('<id>', 'submission', id),
  )
    .addOption(
      new Option('--format <format>', 'kind of file')
        .choices(SUBMISSION_FORMATS)
        .makeOptionMandatory(),
    )
    .addOption(new Option('--lang <language>', 'language').choices(['ky', 'ru']).default('ky'))
    .requiredOption('--reason <text>', 'why it is read')
    .requiredOption('--out <file>', 'where it goes')
    .action((submissionId: number, options: ExportOptions, command: Command) => {
      const reason = options.reason.trim();
      if (reason === '') command.error('error: --reason is empty: say why it is read');
      return runner.onDatabase(options, async ({ read, work, ports }) => {
        const found = (await listSubmissions(read)).find(
          (one) => one.submissionId === submissionId,
        );
        const unknown = `There is no submission ${submissionId}: see "submission list".`;
        if (!found) return refused(unknown);
        // Written before it is audited: a file that cannot be written is no reading.
        const writable = await writeOut(options.out, new Uint8Array());
        if (!writable.ok) return writable;
        const { number } = found;
        const job = await exportSubmission(
          work,
          ownerScope(reason),
          number,
          options.format,
          options.lang,
        );
        if (!job.ok) return refused(unknown);
        const paper = await ports.makePaper(job.value);
        const written = await writeOut(options.out, paper.bytes);
        if (!written.ok) return written;
        return done(
          { id: submissionId, number, out: options.out, bytes: paper.bytes.byteLength },
          `${number} is in ${options.out}.`,
        );
      });
    });
}

interface ExportOptions {
  readonly format: SubmissionFormat;
  readonly lang: 'ky' | 'ru';
  readonly reason: string;
  readonly out: string;
}

const statusOf = (one: { withdrawnAt: number | null; openedAt: number | null }): string => {
  if (one.withdrawnAt !== null) return 'withdrawn';
  return one.openedAt === null ? 'submitted' : 'opened';
};
