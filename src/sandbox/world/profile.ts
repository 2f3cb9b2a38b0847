import type { Chat } from './model.ts';
import type { State } from './state.ts';

export interface BotCommand {
  command: string;
  description: string;
}

/** The key of one scope and language among what the bot has set about itself. */
export function commandsKey(scope: string, language: string): string {
  return `commands ${scope} ${language}`;
}

/**
 * The commands people of a chat see: the narrowest scope that has any, in the person's language
 * before no language (core.telegram.org/bots/api, «Determining list of commands»).
 */
export function commandsFor(state: State, chat: Chat): BotCommand[] {
  const language = chat.person?.card.language_code ?? '';
  const scopes = [
    `chat:${chat.id}`,
    chat.person ? 'all_private_chats' : 'all_group_chats',
    'default',
  ];
  for (const scope of scopes) {
    for (const code of new Set([language, ''])) {
      const commands = state.profile.get(commandsKey(scope, code));
      if (commands) return commands as BotCommand[];
    }
  }
  return [];
}
