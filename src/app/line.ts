import type { Bot } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import { introduce, newBot } from '../bot/bot.ts';
import type { EdgeContext } from '../bot/context.ts';
import type { Download } from '../bot/incoming.ts';
import { createLimiter, type Limiter } from '../bot/limiter.ts';
import { patience } from '../bot/patience.ts';
import { createTelegramFetch } from '../bot/telegram-fetch.ts';
import { ok, type Result, refused } from '../domain/shared/result.ts';
import { failureOf } from '../bot/failure.ts';

/** Seconds for a call: above a long poll of 30, and enough for a file on a thin line. */
const TIMEOUT_SECONDS = 90;

export interface LineOptions {
  readonly token: string;
  readonly apiRoot: string;
  readonly httpsProxy: string | null;
  /** Rejects when the service stops. */
  readonly sleep: (ms: number) => Promise<void>;
  readonly onRetry: (reason: string) => void;
}

/** The way to Telegram, or to the local Bot API. */
export interface Line {
  readonly bot: Bot<EdgeContext>;
  readonly limiter: Limiter;
  readonly download: Download;
  /** Asks Telegram who the bot is. A refusal is one English sentence with the cure. */
  introduce(): Promise<Result<UserFromGetMe, string>>;
  /** Cuts what is still under way. */
  close(): Promise<void>;
}

export function openLine(options: LineOptions): Line {
  const { token, apiRoot, sleep, onRetry } = options;
  const http = createTelegramFetch(options.httpsProxy);
  const limiter = createLimiter({ clock: () => performance.now(), sleep });
  const client = { apiRoot, fetch: http.fetch, timeoutSeconds: TIMEOUT_SECONDS };
  const bot = newBot(token, { client });
  bot.api.config.use(patience({ limiter, sleep, onRetry }));
  return {
    bot,
    limiter,
    async download(filePath) {
      const response = await http.fetch(`${apiRoot}/file/bot${token}/${filePath}`);
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (!response.ok) throw new Error(`A file could not be fetched: ${response.status}`);
      return bytes;
    },
    async introduce() {
      try {
        const me = await bot.api.getMe();
        introduce(bot, me);
        return ok(me);
      } catch (error) {
        return refused(sentenceFor(error, apiRoot));
      }
    },
    close: http.close,
  };
}

function sentenceFor(error: unknown, apiRoot: string): string {
  const code = (error as { error_code?: number }).error_code;
  if (code === 401 || code === 404) {
    return 'Telegram does not know this BOT_TOKEN: copy it again from @BotFather.';
  }
  const why = failureOf(error).error;
  return `Telegram (${apiRoot}) does not answer: check the network, HTTPS_PROXY and BOT_API_ROOT. ${why}`;
}
