import { type Command, InvalidArgumentError } from 'commander';
import { ownerScope } from '../domain/access/rules.ts';
import { ofYear } from '../domain/reminder/holidays.rules.ts';
import { holidays, removeHoliday, setHoliday } from '../domain/reminder/holidays.service.ts';
import { localDateOf } from '../domain/shared/local-time.ts';
import { type Runner, withJson } from './command.ts';
import { done, listed, outcome } from './outcome.ts';

interface SetOptions {
  readonly nameKy?: string;
  readonly nameRu?: string;
  readonly nameEn?: string;
  readonly moon?: boolean;
  readonly working?: boolean;
  readonly remove?: boolean;
}

function year(text: string): number {
  if (!/^\d{4}$/.test(text)) throw new InvalidArgumentError('It must be a year, for example 2027.');
  return Number(text);
}

export function addHolidayCommands(program: Command, runner: Runner): void {
  const holiday = program.command('holidays').description('days off, on which nobody is reminded');

  withJson(holiday.command('list').description('list the days that concern a year'))
    .option('--year <year>', 'this year when left out', year)
    .action((options: { year?: number }) =>
      runner.onDatabase(options, async ({ read, work, settings }) => {
        const today = localDateOf(work.now, settings.timeZone);
        const rows = ofYear(
          (await holidays(read)).values(),
          options.year ?? Number(today.slice(0, 4)),
        );
        return listed(rows, ({ day, working, moon, name }) => [
          day,
          working ? 'working day' : 'day off',
          moon ? 'expected by the moon' : '',
          name.en,
        ]);
      }),
    );

  withJson(
    holiday
      .command('set')
      .description('add or change a day, or remove it')
      .argument('<day>', 'YYYY-MM-DD, or MM-DD of every year'),
  )
    .option('--name-ky <name>', 'name in Kyrgyz')
    .option('--name-ru <name>', 'name in Russian')
    .option('--name-en <name>', 'name in English')
    .option('--moon', 'depends on the moon: expected, not yet announced')
    .option('--working', 'one works on this day')
    .option('--remove', 'take the row out of the table')
    .action((day: string, options: SetOptions, command: Command) => {
      const { nameKy: ky, nameRu: ru, nameEn: en, moon = false, working = false } = options;
      const scope = ownerScope('holidays set');
      if (options.remove) {
        return runner.onDatabase(options, async ({ work }) =>
          outcome(await removeHoliday(work, scope, day), () =>
            done({ day, removed: true }, `${day} was removed.`),
          ),
        );
      }
      if (ky === undefined || ru === undefined || en === undefined) {
        return command.error('error: name --name-ky, --name-ru and --name-en, or --remove');
      }
      return runner.onDatabase(options, async ({ work }) =>
        outcome(await setHoliday(work, scope, { day, name: { ky, ru, en }, moon, working }), () =>
          done({ day, moon, working }, `${day} is a ${working ? 'working day' : 'day off'}.`),
        ),
      );
    });
}
