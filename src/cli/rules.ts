import { type Command, InvalidArgumentError, Option } from 'commander';
import { ownerScope } from '../domain/access/rules.ts';
import { type Affected, affectedBy } from '../domain/rules/affected.service.ts';
import { ALWAYS, type Rule, type RuleCode, type RuleUnit } from '../domain/rules/model.ts';
import { fillRule, listRules, verifyRule } from '../domain/rules/service.ts';
import { localDateOf } from '../domain/shared/local-time.ts';
import { refused } from '../domain/shared/result.ts';
import { id, type Runner, withJson } from './command.ts';
import type { Context } from './context.ts';
import { done, listed, type Outcome, outcome, sentence } from './outcome.ts';

interface Seen {
  readonly by: string;
  readonly on: string;
  readonly dryRun?: boolean;
}

interface FillOptions extends Seen {
  readonly value: number;
  readonly unit?: RuleUnit;
  readonly basisKy: string;
  readonly basisRu: string;
  readonly basisEn: string;
  readonly from?: string;
}

const UNITS: readonly RuleUnit[] = ['years', 'months', 'days', 'yearly'];

/** «always», «from 2026-01-01», «until 2025-12-31», «2024-01-01 to 2025-12-31». */
function validity({ validFrom, validTo }: Pick<Rule, 'validFrom' | 'validTo'>): string {
  if (validFrom === ALWAYS) return validTo === null ? 'always' : `until ${validTo}`;
  return validTo === null ? `from ${validFrom}` : `${validFrom} to ${validTo}`;
}

/** A whole number, or the day of a yearly rule as MM-DD. */
function value(text: string): number {
  if (/^\d{2}-\d{2}$/.test(text)) return Number(text.replace('-', ''));
  if (/^\d{1,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number, or MM-DD of a yearly rule.');
}

const interval = ({ value: given, unit }: Rule): string => {
  if (given === null) return 'not known';
  if (unit !== 'yearly') return `${given} ${unit}`;
  const day = String(given).padStart(4, '0');
  return `each year ${day.slice(0, 2)}-${day.slice(2)}`;
};

/** As --json prints a version. */
const row = (rule: Rule) => ({ ...rule });

const concerned = ({ people, organisations }: Affected, dryRun?: boolean): string =>
  `${dryRun ? 'Would concern' : 'Concerns'} ${people} people in ${organisations} organisations.`;

const today = ({ work, settings }: Context): string => localDateOf(work.now, settings.timeZone);

const withSeen = (command: Command): Command =>
  withJson(command)
    .requiredOption('--by <name>', 'who compared it with the text of the act')
    .requiredOption('--on <date>', 'the day of that, YYYY-MM-DD')
    .option('--dry-run', 'only say who is concerned');

export function addRuleCommands(program: Command, runner: Runner): void {
  const rules = program.command('rules').description('the legal periods dates are reckoned by');

  withJson(rules.command('list').description('list every version of every rule')).action(
    (options: object) =>
      runner.onDatabase(options, async ({ read }) =>
        listed((await listRules(read)).map(row), (rule) => [
          rule.id,
          rule.code,
          rule.direction,
          interval(rule),
          rule.status,
          validity(rule),
          rule.verified ? `${rule.verified.by}, ${rule.verified.on}` : 'not verified',
          rule.basis.en,
        ]),
      ),
  );

  withSeen(
    rules
      .command('verify')
      .description('record that somebody compared a rule with the text of the act')
      .argument('<id>', 'version of a rule (rules list)', id),
  ).action((ruleId: number, options: Seen) =>
    runner.onDatabase(options, (context) => verify(context, ruleId, options)),
  );

  withSeen(
    rules
      .command('fill')
      .description('give a rule its value, or a new version from a day on')
      .argument('<code>', 'code of the rule (rules list)'),
  )
    .requiredOption('--value <n>', 'a whole number, or MM-DD of a yearly rule', value)
    .addOption(new Option('--unit <unit>', 'what the value counts').choices(UNITS))
    .requiredOption('--basis-ky <text>', 'act, number, date, point')
    .requiredOption('--basis-ru <text>', 'the same in Russian')
    .requiredOption('--basis-en <text>', 'the same in English')
    .option('--from <date>', 'first day of the version; today where the rule had a value')
    .action((code: string, options: FillOptions) =>
      runner.onDatabase(options, (context) => fill(context, code, options)),
    );
}

async function verify(context: Context, ruleId: number, options: Seen): Promise<Outcome> {
  const { by, on, dryRun = false } = options;
  const day = today(context);
  const affected = await affectedBy(context.read, { kind: 'verify', ruleId, by, on }, day);
  if (!affected.ok) return refused(sentence(affected.error));
  const told = concerned(affected.value, dryRun);
  const counts = { ...affected.value, dryRun };
  if (dryRun) return done({ id: ruleId, ...counts }, told);
  const verified = await verifyRule(
    context.work,
    ownerScope('rules verify'),
    ruleId,
    { by, on },
    day,
  );
  return outcome(verified, (rule) =>
    done({ id: ruleId, ...counts }, told, `Rule ${rule.code} is official, verified by ${by}.`),
  );
}

async function fill(context: Context, code: string, options: FillOptions): Promise<Outcome> {
  const { by, on, from, dryRun = false } = options;
  const versions = (await listRules(context.read)).filter((rule) => rule.code === code);
  const last = versions.at(-1);
  if (!last) return refused(sentence({ code: 'rule.unknown' }));
  const filling = {
    value: options.value,
    unit: options.unit ?? last.unit,
    basis: { ky: options.basisKy, ru: options.basisRu, en: options.basisEn },
    validFrom: from ?? null,
    by,
    on,
  };
  const known: RuleCode = last.code;
  const day = today(context);
  const affected = await affectedBy(context.read, { kind: 'fill', code: known, filling }, day);
  if (!affected.ok) return refused(sentence(affected.error));
  const told = concerned(affected.value, dryRun);
  const counts = { ...affected.value, dryRun };
  if (dryRun) return done({ code, ...counts }, told);
  const filled = await fillRule(context.work, ownerScope('rules fill'), known, filling, day);
  return outcome(filled, (rule) =>
    done(
      { id: rule.id, code, ...counts },
      told,
      `Rule ${code}: ${interval(rule)} ${validity(rule)}, version ${rule.id}.`,
    ),
  );
}
