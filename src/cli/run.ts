import { Command, CommanderError } from 'commander';
import { addAuditCommands } from './audit.ts';
import { addCampaignCommands } from './campaigns.ts';
import { addChecklistCommands } from './checklists.ts';
import { createRunner, Refused } from './command.ts';
import { addCommissionCommands } from './commissions.ts';
import { addDoctorCommand } from './doctor.ts';
import { addHolidayCommands } from './holidays.ts';
import { addInvitationCommands } from './invitations.ts';
import { addOrganisationCommands } from './organisations.ts';
import { addPeopleCommands } from './people.ts';
import type { Ports } from './ports.ts';
import { addRemindCommand } from './remind.ts';
import { addRuleCommands } from './rules.ts';
import { addSeedCommands } from './seed.ts';
import { addStaffCommands } from './staff.ts';
import { addSubmissionCommands } from './submissions.ts';

/** Of the contract, but of later versions. */
const LATER = ['backup', 'restore', 'export campaign'];

const EXIT = { done: 0, refused: 1, usage: 2 } as const;

/** Runs one command. Returns the exit code: 0 done, 1 refused (the reason on standard error), 2 usage. */
export async function runCli(args: readonly string[], ports: Ports): Promise<number> {
  const later = LATER.find((name) => args.slice(0, name.split(' ').length).join(' ') === name);
  if (later !== undefined) {
    ports.writeError(`error: "${later}" is not in this version\n`);
    return EXIT.usage;
  }
  try {
    await createProgram(ports).parseAsync([...args], { from: 'user' });
    return EXIT.done;
  } catch (error) {
    if (error instanceof CommanderError) return usageCode(error);
    if (!(error instanceof Refused)) throw error;
    ports.writeError(`${error.message}\n`);
    return EXIT.refused;
  }
}

/** Help that was asked for is no mistake; help instead of a missing command is one. */
const usageCode = ({ code }: CommanderError): number =>
  code === 'commander.helpDisplayed' ? EXIT.done : EXIT.usage;

function createProgram(ports: Ports): Command {
  const runner = createRunner(ports);
  // Subcommands take these settings over when they are made, so they come first.
  const program = new Command('cli')
    .description('Eskertkich at the command line, beside a running bot')
    .exitOverride()
    // «invite list --json»: the option belongs to list, though invite has one of that name too.
    .enablePositionalOptions()
    .configureOutput({ writeOut: ports.write, writeErr: ports.writeError });
  addOrganisationCommands(program, runner);
  addCommissionCommands(program, runner);
  addInvitationCommands(program, runner);
  addPeopleCommands(program, runner);
  addCampaignCommands(program, runner);
  addChecklistCommands(program, runner);
  addSubmissionCommands(program, runner);
  addAuditCommands(program, runner);
  addStaffCommands(program, runner);
  addRemindCommand(program, runner);
  addRuleCommands(program, runner);
  addHolidayCommands(program, runner);
  addSeedCommands(program, runner);
  addDoctorCommand(program, runner, ports);
  return program;
}
