import type { Command } from 'commander';
import { erasePerson } from '../domain/access/erasing.service.ts';
import { peopleOfOrganisation, revokeRole } from '../domain/access/role.service.ts';
import { organisationById } from '../domain/organisation/service.ts';
import { refused } from '../domain/shared/result.ts';
import { id, type Runner, withJson } from './command.ts';
import { done, listed, outcome, sentence } from './outcome.ts';

export function addPeopleCommands(program: Command, runner: Runner): void {
  withJson(
    program
      .command('person')
      .description('people')
      .command('list')
      .description('people of an organisation'),
  )
    .requiredOption('--org <id>', 'organisation', id)
    .action((options: { org: number }) =>
      runner.onDatabase(options, async ({ read }) => {
        if (!(await organisationById(read, options.org))) {
          return refused(sentence({ code: 'organisation.unknown', values: { id: options.org } }));
        }
        const people = (await peopleOfOrganisation(read, options.org)).map(
          ({ personId, roleId, name, kind, directions, language, reachable }) => ({
            id: personId,
            roleId,
            name,
            role: kind,
            directions,
            language,
            reachable,
          }),
        );
        return listed(people, (one) => [
          `person ${one.id}`,
          `role ${one.roleId}`,
          one.role,
          one.reachable ? 'reachable' : 'unreachable',
          one.name,
        ]);
      }),
    );

  withJson(
    program
      .command('role')
      .description('roles')
      .command('revoke')
      .description('take a role away (role ids: person list)')
      .argument('<id>', 'role', id),
  ).action((roleId: number, options: object) =>
    runner.onDatabase(options, async ({ work }) =>
      outcome(await revokeRole(work, roleId), ({ kind, name }) =>
        done({ id: roleId }, `${name} is no longer ${kind}.`),
      ),
    ),
  );

  withJson(
    program
      .command('erase')
      .description('forget personal data')
      .command('person')
      .description('erase name and account of a person; what was answered stays')
      .argument('<id>', 'person', id),
  ).action((personId: number, options: object) =>
    runner.onDatabase(options, async ({ work }) =>
      outcome(await erasePerson(work, personId), () =>
        done({ id: personId }, `Person ${personId} was erased.`),
      ),
    ),
  );
}
