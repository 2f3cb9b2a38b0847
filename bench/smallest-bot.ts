import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { Bot } from 'grammy';
import { createTelegramFetch } from '../src/bot/telegram-fetch.ts';
import { decode } from '../src/chat/callback.ts';
import { PrismaClient } from '../src/generated/prisma/client.ts';
import { SqliteAdapter } from '../src/storage/sqlite-adapter.ts';
import { sampleCard } from './sample-card.ts';

/**
 * The yardstick: the smallest bot of the same stack. One update after another, one upsert in a
 * transaction that is on the disk when it commits, then the two calls. No rights, no history, no inbox.
 */
const { BOT_TOKEN = '', BOT_API_ROOT = '', DATABASE = '', ADAPTER = 'stock' } = process.env;

const url = `file:${DATABASE}`;
const adapter = ADAPTER === 'own' ? new SqliteAdapter({ url }) : new PrismaBetterSqlite3({ url });
const database = new PrismaClient({ adapter });
await database.$queryRawUnsafe('PRAGMA journal_mode = WAL');
await database.$executeRawUnsafe('PRAGMA synchronous = FULL');

const { fetch } = createTelegramFetch(null);
const bot = new Bot(BOT_TOKEN, { client: { apiRoot: BOT_API_ROOT, fetch } });
/** Officers are numbered from 5001 on, their assessments from 1. */
const assessmentOf = (chatId: number) => chatId - 5000;
const HTML = { parse_mode: 'HTML', link_preview_options: { is_disabled: true } } as const;

bot.on('message:text', async (ctx) => {
  const { text, reply_markup } = sampleCard(assessmentOf(ctx.chat.id), 0);
  await ctx.reply(text, { ...HTML, reply_markup });
});

bot.on('callback_query:data', async (ctx) => {
  const [assessmentId = 0, item = 0, rating = 0, seen = 0] =
    decode(ctx.callbackQuery.data)?.args ?? [];
  const answer = { rating: `${rating}`, revision: seen + 1, answeredBy: assessmentId };
  await database.$transaction((tx) =>
    tx.answer.upsert({
      where: { assessmentId_item: { assessmentId, item } },
      create: { assessmentId, item, ...answer },
      update: answer,
    }),
  );
  const { text, reply_markup } = sampleCard(assessmentId, seen * 44 + item - 100);
  await Promise.all([
    ctx.answerCallbackQuery({ text: 'Сакталды' }),
    ctx.editMessageText(text, { ...HTML, reply_markup }),
  ]);
});

await bot.start({
  onStart: () => {
    process.stdout.write('polling\n');
  },
});
