import type { Command } from 'commander';
import { addCommission, listCommissions } from '../domain/commission/service.ts';
import { type Runner, withJson } from './command.ts';
import { done, listed, outcome } from './outcome.ts';

export function addCommissionCommands(program: Command, runner: Runner): void {
  const commission = program.command('commission').description('commissions');

  withJson(commission.command('add').description('add a commission; prints its id'))
    .requiredOption('--name <name>', 'name')
    .action((options: { name: string }) =>
      runner.onDatabase(options, async ({ work }) =>
        outcome(await addCommission(work, options.name), (id) =>
          done({ id }, `Commission ${id} was added.`),
        ),
      ),
    );

  withJson(commission.command('list').description('list commissions')).action((options: object) =>
    runner.onDatabase(options, async ({ read }) =>
      listed(await listCommissions(read), (one) => [
        one.id,
        `${one.members} members`,
        one.group ? 'group' : 'no group',
        one.name,
      ]),
    ),
  );
}
