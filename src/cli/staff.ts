import { readFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { ownerScope } from '../domain/access/rules.ts';
import { exportRegister } from '../domain/register/owner.service.ts';
import { ok, type Result, refused } from '../domain/shared/result.ts';
import { id, type Runner, withJson } from './command.ts';
import { fileProblem, writeOut } from './file-problem.ts';
import { done, sentence } from './outcome.ts';
import { importList } from './staff-import.ts';

interface Options {
  readonly org: number;
  readonly reason: string;
}

export function addStaffCommands(program: Command, runner: Runner): void {
  const staff = program.command('staff').description('staff lists of organisations');

  withJson(
    reasoned(
      staff
        .command('import')
        .description('take the servants of a list (XLSX, CSV) into an organisation: all or nothing')
        .argument('<file>'),
    ),
  )
    .option('--dry-run', 'only check the list and count')
    .action((file: string, options: Options & { dryRun?: boolean }, command: Command) => {
      const reason = reasonOf(options, command);
      return runner.onDatabase(options, async (context) => {
        const bytes = await bytesOf(file);
        if (!bytes.ok) return bytes;
        const { org, dryRun = false } = options;
        return importList(context, org, { file, bytes: bytes.value, reason, dryRun });
      });
    });

  withJson(
    reasoned(
      staff
        .command('export')
        .description('write an organisation’s list as XLSX; it can be imported again')
        .argument('<file>'),
    ),
  )
    .addOption(new Option('--lang <language>', 'language').choices(['ky', 'ru']).default('ky'))
    .action((file: string, options: Options & { lang: 'ky' | 'ru' }, command: Command) => {
      const reason = reasonOf(options, command);
      return runner.onDatabase(options, async ({ work, ports }) => {
        // Written before it is audited: a file that cannot be written is no reading.
        const writable = await writeOut(file, new Uint8Array());
        if (!writable.ok) return writable;
        const job = await exportRegister(work, ownerScope(reason), options.org, options.lang);
        if (!job.ok) return refused(sentence(job.error));
        const paper = await ports.makePaper(job.value);
        const written = await writeOut(file, paper.bytes);
        if (!written.ok) return written;
        return done({ org: options.org, out: file }, `The list is in ${file}.`);
      });
    });
}

const reasoned = (command: Command): Command =>
  command
    .requiredOption('--org <id>', 'organisation', id)
    .requiredOption('--reason <text>', 'why; it is audited and the act is shown in /privacy');

function reasonOf({ reason }: Options, command: Command): string {
  const text = reason.trim();
  return text === '' ? command.error('error: --reason is empty: say why') : text;
}

async function bytesOf(file: string): Promise<Result<Uint8Array, string>> {
  try {
    return ok(await readFile(file));
  } catch (error) {
    return refused(fileProblem(error, file));
  }
}
