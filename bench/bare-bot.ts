import { Bot } from 'grammy';
import { createTelegramFetch } from '../src/bot/telegram-fetch.ts';
import { decode } from '../src/chat/callback.ts';
import { sampleCard } from './sample-card.ts';

/** grammY and nothing else: its own polling, one update after another, the two calls. */
const { BOT_TOKEN = '', BOT_API_ROOT = '', CLIENT = 'stock' } = process.env;

const ours = CLIENT === 'undici' ? { fetch: createTelegramFetch(null).fetch } : {};
const bot = new Bot(BOT_TOKEN, { client: { apiRoot: BOT_API_ROOT, ...ours } });
const HTML = { parse_mode: 'HTML', link_preview_options: { is_disabled: true } } as const;

bot.on('message:text', async (ctx) => {
  const { text, reply_markup } = sampleCard(ctx.chat.id - 5000, 0);
  await ctx.reply(text, { ...HTML, reply_markup });
});

bot.on('callback_query:data', async (ctx) => {
  const [assessmentId = 0, item = 0, , seen = 0] = decode(ctx.callbackQuery.data)?.args ?? [];
  const { text, reply_markup } = sampleCard(assessmentId, seen * 44 + item - 100);
  await ctx.answerCallbackQuery({ text: 'Сакталды' });
  await ctx.editMessageText(text, { ...HTML, reply_markup });
});

await bot.start({
  onStart: () => {
    process.stdout.write('polling\n');
  },
});
