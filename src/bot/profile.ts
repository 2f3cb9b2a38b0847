import type { Api } from 'grammy';
import { translate } from '../chat/translator.ts';
import { LANGUAGES } from '../domain/shared/language.ts';

/** The commands offered behind Telegram's menu button, in their order. */
export const LISTED = [
  'menu',
  'assess',
  'staff',
  'reminders',
  'review',
  'language',
  'privacy',
  'help',
  'cancel',
] as const;

/**
 * Tells Telegram the commands and the description, in Kyrgyz for everybody (Telegram has no Kyrgyz
 * interface), in Russian and English where the phone is set so.
 */
export async function introduceBot(api: Api): Promise<void> {
  for (const language of LANGUAGES) {
    const t = translate(language);
    const code = language === 'ky' ? {} : { language_code: language };
    const commands = LISTED.map((command) => ({
      command,
      description: t.plain(`general:commands.${command}`),
    }));
    await api.setMyCommands(commands, code);
    await api.setMyDescription(t.plain('general:botDescription'), code);
    await api.setMyShortDescription(t.plain('general:botShortDescription'), code);
  }
}
