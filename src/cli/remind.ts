import { type Command, InvalidArgumentError, Option } from 'commander';
import { runDigests } from '../domain/reminder/digest.service.ts';
import { DIGEST_FROM, DIGEST_UNTIL } from '../domain/reminder/model.ts';
import { isDigestTime, type LocalMoment } from '../domain/reminder/morning.service.ts';
import { ruleBook } from '../domain/rules/service.ts';
import { isLocalDate } from '../domain/shared/local-date.ts';
import { localDateOf, localTimeOf } from '../domain/shared/local-time.ts';
import { type Runner, withJson } from './command.ts';
import type { Context } from './context.ts';
import { done, type Outcome } from './outcome.ts';

interface Options {
  readonly asOf?: LocalMoment;
  readonly dryRun?: boolean;
}

export function addRemindCommand(program: Command, runner: Runner): void {
  withJson(
    program
      .command('remind')
      .description('owe the digests of a morning; whoever has that morning’s gets no second one'),
  )
    .addOption(
      new Option('--as-of <moment>', 'local time, YYYY-MM-DDTHH:MM; without it: now').argParser(
        moment,
      ),
    )
    .option('--dry-run', 'only count what would be owed')
    .action((options: Options) => runner.onDatabase(options, (context) => owe(context, options)));
}

async function owe(context: Context, { asOf, dryRun = false }: Options): Promise<Outcome> {
  const { work, read, settings, ports } = context;
  const { timeZone, operatorIds, databaseFile } = settings;
  const at = ports.now();
  const now = asOf ?? { date: localDateOf(at, timeZone), time: localTimeOf(at, timeZone) };
  if (!(await isDigestTime(read, now))) {
    return done(
      { digests: 0, people: 0, skipped: 0 },
      `Nothing is sent at ${now.date}T${now.time}: digests go out on working days from ${DIGEST_FROM} to ${DIGEST_UNTIL}.`,
    );
  }
  const sweeper = ports.sweeper(databaseFile);
  try {
    const rules = await ruleBook(read);
    const { sweep } = sweeper;
    const counts = await runDigests(work, { rules, today: now.date, sweep, operatorIds, dryRun });
    const { digests, people, skipped } = counts;
    return done(
      { digests, people, skipped },
      `Digests ${dryRun ? 'to be owed' : 'owed'}: ${digests}, about ${people} people. Officers skipped: ${skipped}.`,
    );
  } finally {
    await sweeper.close();
  }
}

function moment(text: string): LocalMoment {
  const [date = '', time = ''] = text.split('T');
  if (!isLocalDate(date) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) {
    throw new InvalidArgumentError('It must be a local time, for example 2026-01-12T09:00.');
  }
  return { date, time };
}
