import { ok, type Result, refused } from '../domain/shared/result.ts';
import type { Settings } from './ports.ts';

/** Milliseconds Telegram has to answer. */
const PATIENCE = 15_000;

/**
 * Links name the bot, and only Telegram knows its name (Bot API, getMe); without a token it is the
 * sandbox's. The token is never printed.
 */
export async function botName(
  { botToken, botApiRoot }: Settings,
  fetch: typeof globalThis.fetch,
  sandboxBot: string,
): Promise<Result<string, string>> {
  if (botToken === null) return ok(sandboxBot);
  const url = `${botApiRoot}/bot${botToken}/getMe`;
  let answer: { ok?: boolean; description?: string; result?: { username?: string } };
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE) });
    answer = (await response.json()) as typeof answer;
  } catch {
    return refused(
      `Telegram (${botApiRoot}) does not answer, so the link cannot name the bot: check the network, HTTPS_PROXY and BOT_API_ROOT.`,
    );
  }
  const username = answer.result?.username;
  if (answer.ok === true && username) return ok(username);
  return refused(
    `Telegram does not know the bot of BOT_TOKEN (${answer.description ?? 'no name'}): copy the token again from @BotFather.`,
  );
}
