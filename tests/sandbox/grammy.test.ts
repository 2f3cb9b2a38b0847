import { Bot, InlineKeyboard, InputFile } from 'grammy';
import { expect, it, onTestFinished } from 'vitest';
import { AIGUL, openTelegram, TOKEN } from './telegram.ts';

it('serves a bot written with grammY, from /start over files to a press', async () => {
  const telegram = await openTelegram();
  const bot = new Bot(TOKEN, { client: { apiRoot: telegram.base } });
  bot.command('start', async (ctx) => {
    const reply_markup = new InlineKeyboard().text('Ооба', 'y');
    await ctx.reply(`Салам, ${ctx.match}`, { reply_markup });
    await ctx.replyWithDocument(new InputFile(Buffer.from('x'), 'Кагаз № 1.docx'));
  });
  bot.callbackQuery('y', async (ctx) => {
    await ctx.editMessageText('Сакталды');
    await ctx.answerCallbackQuery('Сакталды');
  });
  const running = bot.start();
  onTestFinished(() => bot.stop());
  const { messageId } = telegram.world.start(AIGUL.id, 'abc');
  await telegram.journal.until((call) => call.method === 'sendDocument');
  const [greeting, document] = telegram.world.messages(AIGUL.id).slice(-2);
  expect([greeting?.text, document?.document?.name]).toEqual(['Салам, abc', 'Кагаз № 1.docx']);
  telegram.world.press({
    personId: AIGUL.id,
    chatId: AIGUL.id,
    messageId: greeting?.id ?? 0,
    data: 'y',
  });
  await telegram.journal.until((call) => call.method === 'answerCallbackQuery');
  await bot.stop();
  await running;
  expect(telegram.world.messages(AIGUL.id).find((one) => one.id === messageId + 1)?.text).toBe(
    'Сакталды',
  );
  expect(telegram.world.pendingUpdates()).toEqual([]);
  expect(telegram.journal.refused()).toEqual([]);
  expect(telegram.journal.breaches()).toEqual([]);
});
