import { expect, test } from 'vitest';
import { CHAIR, COMMISSION, MEMBER } from './people.ts';
import type { Json } from './stage.ts';
import { stages } from './with-stage.ts';

const onStage = stages();
const senderOf = (message: Json) => (message.from as { id: number }).id;

test('one writes and presses in a group as the chosen member', () =>
  onStage(async ({ chat, call, next }) => {
    const group = chat('Комиссия');
    const field = group.getByRole('textbox', { name: 'Билдирүү' });
    await field.fill('/status');
    await field.press('Enter');
    expect(senderOf(await next('message'))).toBe(CHAIR.id);
    await group.getByRole('combobox', { name: 'Ким катары' }).selectOption('Данияр Мамытов');
    await call('sendMessage', {
      chat_id: COMMISSION.id,
      text: 'Жөнөтүлдү',
      reply_markup: { inline_keyboard: [[{ text: 'Көрдүм', callback_data: 'seen' }]] },
    });
    await group.getByRole('button', { name: 'Көрдүм' }).click();
    const query = await next('callback_query');
    expect(senderOf(query)).toBe(MEMBER.id);
    await call('answerCallbackQuery', { callback_query_id: query.id, text: 'Белгиленди' });
    await group.getByRole('status').getByText('Белгиленди').waitFor();
  }));

test('topics of a forum stand apart, with what is unread in each', () =>
  onStage(async ({ chat, call, next }) => {
    const group = chat('Комиссия');
    await group.getByRole('textbox').focus();
    const { message_thread_id } = await call('createForumTopic', {
      chat_id: COMMISSION.id,
      name: 'Ак-Суу айыл өкмөтү',
    });
    const tab = group.getByRole('button', { name: /^Ак-Суу айыл өкмөтү/ });
    await tab.waitFor();
    await call('sendMessage', { chat_id: COMMISSION.id, message_thread_id, text: 'Карточка' });
    await group.getByRole('button', { name: /^Ак-Суу айыл өкмөтү · Окулбаган: \d/ }).waitFor();
    expect(await group.getByRole('article').getByText('Карточка').count()).toBe(0);
    await tab.press('Enter');
    await group.getByRole('article').getByText('Карточка').waitFor();
    expect(await tab.textContent()).toBe('Ак-Суу айыл өкмөтү');
    await group.getByRole('textbox').fill('Жооп');
    await group.getByRole('textbox').press('Enter');
    expect((await next('message')).message_thread_id).toBe(message_thread_id);
  }));

test('a link of the bot in a group opens the private chat of the one who pressed', () =>
  onStage(async ({ page, chat, call, next }) => {
    await call('sendMessage', {
      chat_id: COMMISSION.id,
      text: 'Жаңы баалоо',
      reply_markup: {
        inline_keyboard: [[{ text: 'Ачуу', url: 'https://t.me/eskertkich_bot?start=s1' }]],
      },
    });
    await chat('Комиссия').getByRole('link', { name: 'Ачуу (шилтеме)' }).press('Enter');
    const message = await next('message');
    expect([message.text, senderOf(message)]).toEqual(['/start s1', CHAIR.id]);
    expect((message.chat as Json).id).toBe(CHAIR.id);
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe(
      'Чат: Чолпон Исакова',
    );
  }));

test('a startgroup link asks which of one’s groups, and starts there', () =>
  onStage(async ({ page, chat, call, next }) => {
    await chat('Исакова').getByRole('button', { name: 'Баштоо' }).click();
    await next('message');
    await call('sendMessage', {
      chat_id: CHAIR.id,
      text: 'Топту байлоо',
      reply_markup: {
        inline_keyboard: [[{ text: 'Топ', url: 'https://t.me/eskertkich_bot?startgroup=g7' }]],
      },
    });
    await chat('Исакова').getByRole('link', { name: 'Топ (шилтеме)' }).click();
    const dialog = page.getByRole('dialog', { name: 'Ботту кайсы топко кошобуз?' });
    await dialog.getByRole('button', { name: 'Комиссия' }).press('Enter');
    const message = await next('message');
    expect([message.text, senderOf(message)]).toEqual(['/start@eskertkich_bot g7', CHAIR.id]);
    expect((message.chat as Json).id).toBe(COMMISSION.id);
  }));
