import { describe, expect, it } from 'vitest';
import { blocked, flood, restarting } from '../../support/faults.ts';
import { AIGUL, oneButton, openTelegram, type Telegram } from '../telegram.ts';

const chat_id = AIGUL.id;
const own = { personId: chat_id, chatId: chat_id };
const say = (telegram: Telegram, text: string) => telegram.call('sendMessage', { chat_id, text });

async function press(telegram: Telegram): Promise<string> {
  const reply_markup = oneButton({ text: 'Ооба', callback_data: 'y' });
  const sent = await telegram.result('sendMessage', { chat_id, text: 'x', reply_markup });
  return telegram.world.press({ ...own, messageId: sent.message_id, data: 'y' }).queryId;
}

describe('the journal', () => {
  it('waits for a call that comes, and finds one that was there', async () => {
    const telegram = await openTelegram();
    const waiting = telegram.journal.until((call) => call.parameters.text === 'эки');
    await say(telegram, 'бир');
    await say(telegram, 'эки');
    expect(await waiting).toMatchObject({ method: 'sendMessage', ok: true, status: 200 });
    const found = await telegram.journal.until((call) => call.parameters.text === 'бир');
    expect(found.parameters).toEqual({ chat_id, text: 'бир' });
  });

  it('does not take a call before the mark, and says what it saw instead', async () => {
    const telegram = await openTelegram();
    await say(telegram, 'бир');
    const since = telegram.journal.mark();
    await say(telegram, 'эки');
    await expect(
      telegram.journal.until((call) => call.parameters.text === 'бир', { since, withinMs: 50 }),
    ).rejects.toThrow('sendMessage {"chat_id":101,"text":"эки"} → 200');
  });

  it('lists what was refused, but not what a fault was ordered for', async () => {
    const telegram = await openTelegram();
    telegram.faults.order('sendMessage', restarting);
    await say(telegram, 'бир');
    await say(telegram, '');
    expect(telegram.journal.refused().map((call) => call.description)).toEqual([
      'Bad Request: message text is empty',
    ]);
  });

  it('finds a press that nobody answered', async () => {
    const telegram = await openTelegram();
    const queryId = await press(telegram);
    expect(telegram.journal.breaches()).toEqual([
      `the press ${queryId} of "y" by 101 was not answered`,
    ]);
    await telegram.result('answerCallbackQuery', { callback_query_id: queryId });
    expect(telegram.journal.breaches()).toEqual([]);
  });

  it('finds a call after 403, unless the person came back', async () => {
    const telegram = await openTelegram();
    telegram.faults.order('sendMessage', blocked);
    await say(telegram, 'бир');
    telegram.world.send({ ...own, text: 'кайтып келдим' });
    await say(telegram, 'эки');
    expect(telegram.journal.breaches()).toEqual([]);
    telegram.faults.order('sendMessage', blocked);
    await say(telegram, 'үч');
    await say(telegram, 'төрт');
    expect(telegram.journal.breaches()).toEqual([
      'called again after 403: sendMessage {"chat_id":101,"text":"төрт"} → 200',
    ]);
  });

  it('finds a call before retry_after was over', async () => {
    const telegram = await openTelegram();
    telegram.faults.order('sendMessage', flood(3));
    await say(telegram, 'бир');
    await say(telegram, 'эки');
    const [breach, ...others] = telegram.journal.breaches();
    expect(breach).toMatch(/^\d+ ms before retry_after was over: sendMessage .*"эки".* → 200$/);
    expect(others).toEqual([]);
  });
});
