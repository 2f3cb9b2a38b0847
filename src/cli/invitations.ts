import { type Command, InvalidArgumentError, Option } from 'commander';
import type { InvitationRequest } from '../domain/access/invitation.model.ts';
import {
  belongsToCommission,
  belongsToOrganisation,
  parseDirections,
  startLink,
} from '../domain/access/invitation.rules.ts';
import { invite, listInvitations, revokeInvitation } from '../domain/access/inviting.service.ts';
import { ROLE_KINDS, type RoleKind } from '../domain/access/model.ts';
import { listCommissions } from '../domain/commission/service.ts';
import { ok, type Result, refused } from '../domain/shared/result.ts';
import { id, type Runner, withJson } from './command.ts';
import type { Context } from './context.ts';
import { inviteEverybody } from './letters.ts';
import { done, listed, type Outcome, outcome } from './outcome.ts';

interface Options {
  readonly role: RoleKind;
  readonly org?: number;
  readonly commission?: number;
  readonly directions?: readonly number[];
  readonly allOrganisations?: boolean;
  readonly out?: string;
}

export function addInvitationCommands(program: Command, runner: Runner): void {
  const command = withJson(program.command('invite').description('make a one-time link'))
    .addOption(new Option('--role <role>', 'role it gives').choices(ROLE_KINDS))
    .option('--org <id>', 'organisation (officer, head, contributor)', id)
    .option('--commission <id>', 'commission (member, chair); the only one when there is one', id)
    .option('--directions <list>', 'shared directions of a contributor: 3,4', directions)
    .option('--all-organisations', 'a letter for every organisation without an officer')
    .option('--out <file>', 'where the letters go (DOCX)')
    .action((options: Options) => {
      checkUsage(command, options);
      return runner.onDatabase(options, (context) =>
        options.out === undefined
          ? inviteOne(context, options)
          : inviteEverybody(context, options.out),
      );
    });

  withJson(command.command('list').description('list invitations')).action((options: object) =>
    runner.onDatabase(options, async ({ read, work }) =>
      listed(
        (await listInvitations(read, work.now)).map((one) => ({
          ...one,
          expiresAt: instant(one.expiresAt),
          createdAt: instant(one.createdAt),
        })),
        (one) => [
          one.id,
          one.state,
          one.role,
          one.expiresAt,
          one.organisation ?? one.commission ?? '',
        ],
      ),
    ),
  );

  withJson(
    command
      .command('revoke')
      .description('take an open link back')
      .argument('<id>', 'invitation', id),
  ).action((invitationId: number, options: object) =>
    runner.onDatabase(options, async ({ work }) =>
      outcome(await revokeInvitation(work, invitationId), () =>
        done({ id: invitationId }, `Invitation ${invitationId} no longer works.`),
      ),
    ),
  );
}

/** What the options cannot say by themselves; a wrong mix is a mistake of usage. */
function checkUsage(command: Command, options: Options): void {
  const { role, org, allOrganisations = false, out } = options;
  const wrong = (sentence: string): never => command.error(`error: ${sentence}`);
  if (role === undefined) wrong(`--role is missing: ${ROLE_KINDS.join(', ')}`);
  if (allOrganisations !== (out !== undefined))
    wrong('--all-organisations and --out FILE go together');
  if (allOrganisations && role !== 'officer') wrong('--all-organisations invites officers only');
  if (!allOrganisations && belongsToOrganisation(role) && org === undefined) {
    wrong(`--org is missing: name the organisation of the ${role}`);
  }
  if (role === 'contributor' && !options.directions)
    wrong('--directions is missing, for example 3,4');
}

async function inviteOne(context: Context, options: Options): Promise<Outcome> {
  const { work, ports, settings } = context;
  const commissionId = await commissionOf(context, options);
  if (!commissionId.ok) return commissionId;
  const username = await ports.botUsername(settings);
  if (!username.ok) return username;
  const request: InvitationRequest = {
    role: options.role,
    orgId: belongsToOrganisation(options.role) ? (options.org ?? null) : null,
    commissionId: commissionId.value,
    directions: options.role === 'contributor' ? (options.directions ?? null) : null,
  };
  return outcome(await invite(work, request, ports.newToken()), ({ token, expiresAt }) => {
    const link = startLink(username.value, token);
    const until = instant(expiresAt);
    return done({ token, link, expiresAt: until }, link, `It works once, until ${until}.`);
  });
}

/** The commission named, or the only one there is. */
async function commissionOf(
  { read }: Context,
  { role, commission }: Options,
): Promise<Result<number | null, string>> {
  if (!belongsToCommission(role)) return ok(null);
  if (commission !== undefined) return ok(commission);
  const all = await listCommissions(read);
  const only = all[0];
  if (!only) return refused('There is no commission yet: add one with "commission add --name N".');
  if (all.length > 1) {
    const names = all.map((one) => `${one.id} (${one.name})`).join(', ');
    return refused(`There are several commissions: name one with --commission. ${names}.`);
  }
  return ok(only.id);
}

function directions(text: string): number[] {
  const numbers = parseDirections(text);
  if (!numbers) throw new InvalidArgumentError('It must be numbers of directions: 3,4.');
  return numbers;
}

const instant = (at: number): string => new Date(at).toISOString();
