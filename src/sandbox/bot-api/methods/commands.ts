import { findChat } from '../../world/access.ts';
import { type BotCommand, commandsKey } from '../../world/profile.ts';
import type { State } from '../../world/state.ts';
import type { Context } from '../method.ts';
import { badRequest } from '../refusal.ts';

/** Limits of setMyCommands and BotCommand (core.telegram.org/bots/api). */
const COMMANDS = 100;
const COMMAND_LENGTH = 32;
const DESCRIPTION_LENGTH = 256;

interface Scoped {
  scope?: { type: string; chat_id?: number | string; user_id?: number };
  language_code?: string;
}

function keyOf(state: State, { scope, language_code: language = '' }: Scoped): string {
  if (language !== '' && !/^[a-z]{2}$/.test(language)) {
    throw badRequest('Invalid language code specified');
  }
  if (scope?.chat_id === undefined) return commandsKey(scope?.type ?? 'default', language);
  const { id } = findChat(state, scope.chat_id);
  const user = scope.user_id === undefined ? '' : `:${scope.user_id}`;
  return commandsKey(`${scope.type}:${id}${user}`, language);
}

function checkCommand(given: BotCommand): BotCommand {
  const command = given.command.replace(/^\//, '');
  const description = given.description.trim();
  if (command === '') throw badRequest('command must be non-empty');
  if (command.length > COMMAND_LENGTH) {
    throw badRequest(`command length must not exceed ${COMMAND_LENGTH}`);
  }
  if (!/^[a-z0-9_]+$/.test(command)) throw badRequest('BOT_COMMAND_INVALID');
  if (description === '') throw badRequest('command description must be non-empty');
  if (description.length > DESCRIPTION_LENGTH) {
    throw badRequest(`command description length must not exceed ${DESCRIPTION_LENGTH}`);
  }
  return { ...given, command, description };
}

export const commands = {
  setMyCommands: ({ state }: Context, call: Scoped & { commands: BotCommand[] }) => {
    const key = keyOf(state, call);
    const checked = call.commands.map(checkCommand);
    if (checked.length > COMMANDS) throw badRequest('BOT_COMMANDS_TOO_MUCH');
    if (checked.length > 0) state.profile.set(key, checked);
    else state.profile.delete(key);
    state.events.emit('commands', () => ({}));
    return true;
  },

  getMyCommands: ({ state }: Context, call: Scoped) => state.profile.get(keyOf(state, call)) ?? [],

  deleteMyCommands: ({ state }: Context, call: Scoped) => {
    state.profile.delete(keyOf(state, call));
    state.events.emit('commands', () => ({}));
    return true;
  },
};
