import { expect, test } from 'vitest';
import { CHAIR, OFFICER } from './people.ts';
import { type Json, NARROW, type Stage } from './stage.ts';
import { stages } from './with-stage.ts';

const onStage = stages();
const focusedText = 'document.activeElement.textContent';
const keys = (...rows: string[][]) => ({
  inline_keyboard: rows.map((row) => row.map((text) => ({ text, callback_data: text }))),
});

/** The officer starts, and the bot shows her a card. */
async function withCard({ chat, next, call, page }: Stage, reply_markup: Json): Promise<Json> {
  await chat('Токтосунова').getByRole('button', { name: 'Баштоо' }).click();
  await next('message');
  const card = await call('sendMessage', {
    chat_id: OFFICER.id,
    text: '3.1 · 7 / 48',
    reply_markup,
  });
  await page.getByText('3.1 · 7 / 48', { exact: true }).first().waitFor();
  return card;
}

test('a card edited in place keeps the focus on the button at the pressed place', () =>
  onStage(async (stage) => {
    const { page, next, call } = stage;
    const card = await withCard(stage, keys(['Ооба'], ['Жарым-жартылай', 'Жок'], ['Артка']));
    await page.getByRole('button', { name: 'Жок', exact: true }).focus();
    await page.keyboard.press('Space');
    const query = await next('callback_query');
    expect(query.data).toBe('Жок');
    await call('editMessageText', {
      chat_id: OFFICER.id,
      message_id: card.message_id,
      text: '3.2 · 8 / 48',
      reply_markup: keys(['Ооба'], ['Болгон', 'Болгон эмес'], ['Артка']),
    });
    await call('answerCallbackQuery', { callback_query_id: query.id });
    await page.getByRole('article').getByText('3.2 · 8 / 48', { exact: true }).waitFor();
    expect(await page.evaluate(focusedText)).toBe('Болгон эмес');
    await page.keyboard.press('Enter');
    expect((await next('callback_query')).data).toBe('Болгон эмес');
  }, NARROW));

test('a smaller keyboard takes the nearest button, and a vanished one the message itself', () =>
  onStage(async (stage) => {
    const { page, call } = stage;
    const card = await withCard(
      stage,
      keys(['Ооба'], ['Жок', 'Кийинчерээк'], ['Артка', 'Башкы бет']),
    );
    await page.getByRole('button', { name: 'Башкы бет' }).focus();
    const to = { chat_id: OFFICER.id, message_id: card.message_id };
    await call('editMessageText', {
      ...to,
      text: 'Экинчи',
      reply_markup: keys(['Улантуу'], ['Токтотуу']),
    });
    await page.getByRole('article').getByText('Экинчи', { exact: true }).waitFor();
    expect(await page.evaluate(focusedText)).toBe('Токтотуу');
    await call('editMessageText', { ...to, text: 'Үчүнчү' });
    await page.getByRole('article').getByText('Үчүнчү', { exact: true }).waitFor();
    expect(await page.evaluate('document.activeElement.tagName')).toBe('ARTICLE');
  }));

test('a toast is said in the chat where the button was pressed, and only there', () =>
  onStage(async (stage) => {
    const { page, chat, next, call } = stage;
    await withCard(stage, keys(['Ооба']));
    const yes = page.getByRole('button', { name: 'Ооба', exact: true });
    await yes.click();
    expect(await yes.getAttribute('aria-busy')).toBe('true');
    const query = await next('callback_query');
    await call('answerCallbackQuery', { callback_query_id: query.id, text: 'Сакталды' });
    const toasts = page.getByRole('status').filter({ hasText: 'Сакталды' });
    await toasts.waitFor();
    expect(await chat('Токтосунова').getByRole('status').textContent()).toBe('Сакталды');
    expect(await chat('Исакова').getByRole('status').textContent()).toBe('');
    expect(await yes.getAttribute('aria-busy')).toBe(null);
    expect(await page.getByRole('dialog').count()).toBe(0);
  }));

test('an alert is a dialog that Escape closes, after which the focus is at the edited card', () =>
  onStage(async (stage) => {
    const { page, next, call } = stage;
    const card = await withCard(stage, keys(['Ооба'], ['Жок']));
    await page.getByRole('button', { name: 'Жок', exact: true }).press('Enter');
    const query = await next('callback_query');
    const text = 'Бул суроого Данияр Мамытов жооп берди';
    await call('answerCallbackQuery', { callback_query_id: query.id, text, show_alert: true });
    await page.getByRole('dialog', { name: text }).waitFor();
    await call('editMessageText', {
      chat_id: OFFICER.id,
      message_id: card.message_id,
      text: 'Кийинки',
      reply_markup: keys(['Ооба'], ['Жарым']),
    });
    await page.getByText('Кийинки', { exact: true }).first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.waitForFunction('document.activeElement !== document.body');
    expect(await page.evaluate(focusedText)).toBe('Жарым');
  }));

test('a new message and an edit of the open chat are announced, another chat is only marked', () =>
  onStage(async (stage) => {
    const { page, chat, call, next } = stage;
    await withCard(stage, keys(['Ооба']));
    await chat('Исакова').getByRole('button', { name: 'Баштоо' }).click();
    await next('message');
    await chat('Токтосунова').getByRole('textbox').focus();
    await call('sendMessage', { chat_id: CHAIR.id, text: 'Төрагага' });
    const opened = await call('sendMessage', { chat_id: OFFICER.id, text: 'Кадр ишине' });
    const live = page.locator('[aria-live=polite]');
    await live.getByText('Эскерткич: Кадр ишине').waitFor();
    await call('editMessageText', {
      chat_id: OFFICER.id,
      message_id: opened.message_id,
      text: 'Оңдолгон',
    });
    await live.getByText('Оңдолгон').waitFor();
    expect(await live.getByText('Төрагага').count()).toBe(0);
    const mark = page.getByRole('button', { name: /Чолпон Исакова.*Окулбаган: 1/ });
    await mark.press('Enter');
    await page.getByRole('button', { name: 'Чолпон Исакова, Комиссиянын төрагасы' }).waitFor();
    expect(await mark.count()).toBe(0);
  }));

test('a reply keyboard says its words and goes when the bot takes it away', () =>
  onStage(async (stage) => {
    const { chat, call, next } = stage;
    await withCard(stage, keys(['Ооба']));
    const officer = chat('Токтосунова');
    await call('sendMessage', {
      chat_id: OFFICER.id,
      text: 'Тандаңыз',
      reply_markup: { keyboard: [[{ text: 'Мен' }, { text: 'Жетекчи' }]] },
    });
    const ready = officer.getByRole('group', { name: 'Даяр жооптор' });
    await ready.getByRole('button', { name: 'Жетекчи' }).click();
    expect((await next('message')).text).toBe('Жетекчи');
    await call('sendMessage', {
      chat_id: OFFICER.id,
      text: 'Рахмат',
      reply_markup: { remove_keyboard: true },
    });
    await ready.waitFor({ state: 'detached' });
  }));

test('links of the bot open inside, and copied text is said to be copied', () =>
  onStage(async (stage) => {
    const { page, next } = stage;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await withCard(stage, {
      inline_keyboard: [
        [{ text: 'Чакыруу', url: 'https://t.me/eskertkich_bot?start=deep' }],
        [{ text: 'Номери', copy_text: { text: '2026-0147' } }],
      ],
    });
    await page.getByRole('link', { name: 'Чакыруу (шилтеме)' }).press('Enter');
    expect((await next('message')).text).toBe('/start deep');
    expect(page.context().pages()).toHaveLength(1);
    await page.getByRole('button', { name: 'Номери (көчүрүү)' }).click();
    await page.getByText('Көчүрүлдү').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('2026-0147');
  }));
