import type { Command } from 'commander';
import { startLink } from '../domain/access/invitation.rules.ts';
import { DEMO_PEOPLE, seedDemo } from '../domain/campaign/demo.service.ts';
import { localDateOf } from '../domain/shared/local-time.ts';
import { refused } from '../domain/shared/result.ts';
import { type Runner, withJson } from './command.ts';
import { loadAll, newestOf } from '../storage/all-editions.ts';
import { done, outcome } from './outcome.ts';

const CHECKLIST = 'monitoring-memo';

export function addSeedCommands(program: Command, runner: Runner): void {
  withJson(
    program
      .command('seed')
      .description('example data')
      .command('demo')
      .description('fill an empty database with a demo municipality; refuses a real one'),
  ).action((options: object) =>
    runner.onDatabase(options, async ({ work, ports, settings }) => {
      const editions = loadAll(settings.dataDir);
      if (!editions.ok) return editions;
      const edition = newestOf(editions.value, CHECKLIST);
      if (!edition)
        return refused(`The checklist "${CHECKLIST}" is missing: put it back into checklists/.`);
      const username = await ports.botUsername(settings);
      if (!username.ok) return username;
      const seeded = await seedDemo(work, {
        today: localDateOf(work.now, settings.timeZone),
        newToken: () => ports.newToken(),
        checklistId: edition.id,
        edition: edition.edition,
      });
      return outcome(seeded, ({ tokens, ...ids }) => {
        const links = DEMO_PEOPLE.map(
          (person) => `${person}: ${startLink(username.value, tokens[person])}`,
        );
        return done({ ...ids, tokens }, ...links);
      });
    }),
  );
}
