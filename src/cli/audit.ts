import type { Command } from 'commander';
import { verifyJournal } from '../domain/audit/service.ts';
import { refused } from '../domain/shared/result.ts';
import { readAuditHead } from '../storage/audit-head.ts';
import { type Runner, withJson } from './command.ts';
import { done } from './outcome.ts';

const WRONG = {
  gap: 'is missing',
  changed: 'was changed',
  cut: 'and all later ones were cut off',
} as const;

export function addAuditCommands(program: Command, runner: Runner): void {
  withJson(
    program
      .command('audit')
      .description('the journal')
      .command('verify')
      .description("check the journal's chain"),
  ).action((options: object) =>
    runner.onDatabase(options, async ({ read, auditKey, settings }) => {
      // The head first: entries written meanwhile only make the chain longer.
      const kept = await readAuditHead(settings.dataDir);
      const { entries, fault } = await verifyJournal(read, auditKey, kept);
      if (fault) {
        return refused(
          `The journal is broken: entry ${fault.seq} ${WRONG[fault.kind]}. Restore the database from the last backup in which "audit verify" succeeds.`,
        );
      }
      return done({ ok: true, entries }, `The journal is whole: ${entries} entries.`);
    }),
  );
}
