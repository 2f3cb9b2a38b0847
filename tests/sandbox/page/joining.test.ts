import { expect, test } from 'vitest';
import { NARROW } from './stage.ts';
import { stages } from './with-stage.ts';

const onStage = stages();

test('the letter in the chat opens the bot with its parameter, which the chat does not show', () =>
  onStage(async ({ page, chat, next }) => {
    const officer = chat('Токтосунова');
    await officer.getByRole('button', { name: 'Каттагы шилтемени ачуу' }).click();
    const message = await next('message');
    expect(message.text).toBe('/start invitation');
    await officer.getByRole('article').getByText('/start', { exact: true }).waitFor();
    expect(await page.getByText('/start invitation').count()).toBe(0);
  }));

test('somebody without a letter can only start, and then write', () =>
  onStage(async ({ page, chat, next }) => {
    const chair = chat('Исакова');
    expect(await chair.getByRole('textbox').count()).toBe(0);
    await chair.getByRole('button', { name: 'Баштоо' }).press('Enter');
    expect((await next('message')).text).toBe('/start');
    const field = chair.getByRole('textbox', { name: 'Билдирүү' });
    await field.waitFor();
    await page.keyboard.type('Саламатсызбы');
    await page.keyboard.press('Enter');
    expect((await next('message')).text).toBe('Саламатсызбы');
  }));

test('at 360 px one chat is shown, the switcher names all and goes to another', () =>
  onStage(async ({ page, chat }) => {
    expect(await page.getByRole('region', { name: /^Чат: / }).count()).toBe(1);
    await chat('Токтосунова').waitFor();
    await page.getByRole('button', { name: 'Чолпон Исакова, Комиссиянын төрагасы' }).press('Enter');
    await chat('Исакова').waitFor();
    expect(await chat('Токтосунова').count()).toBe(0);
    const wider = 'document.documentElement.scrollWidth > 360 || document.body.scrollHeight > 740';
    expect(await page.evaluate(wider)).toBe(false);
  }, NARROW));

test('on a wide screen all chats stand side by side', () =>
  onStage(async ({ page }) => {
    const names = await page.getByRole('region', { name: /^Чат: / }).all();
    expect(await Promise.all(names.map((one) => one.getAttribute('aria-label')))).toEqual([
      'Чат: Айгүл Токтосунова',
      'Чат: Чолпон Исакова',
      'Чат: Данияр Мамытов',
      'Чат: Комиссия',
    ]);
  }));

test('the page speaks Kyrgyz first, and another language stays chosen', () =>
  onStage(async ({ page, chat }) => {
    expect(await page.locator('html').getAttribute('lang')).toBe('ky');
    await chat('Токтосунова').getByText('Кадр иши боюнча жооптуу').waitFor();
    await page.getByRole('combobox', { name: 'Барактын тили' }).selectOption('Русский');
    await chat('Токтосунова').getByText('Ответственная за кадровую работу').waitFor();
    expect(await page.getByRole('button', { name: 'Баштоо' }).count()).toBe(0);
    await page.reload();
    await page.getByRole('navigation', { name: 'Чаты' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('ru');
  }));

test('a link that came to somebody else is opened from the menu, and a foreign one refused', () =>
  onStage(async ({ page, chat, next }) => {
    const member = chat('Мамытов');
    await member.getByRole('button', { name: 'Меню' }).click();
    await member.getByRole('button', { name: 'Шилтемени ачуу' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('https://example.org/?start=x');
    await dialog.getByRole('button', { name: 'Ачуу' }).click();
    await dialog.getByText('Бул боттун шилтемеси эмес', { exact: false }).waitFor();
    await dialog.getByRole('textbox').fill('t.me/Eskertkich_Bot?start=from_the_operator');
    await dialog.getByRole('textbox').press('Enter');
    const message = await next('message');
    expect(message.text).toBe('/start from_the_operator');
    expect((message.from as { id: number }).id).toBe(104);
  }));

test('a person who blocks the bot sees it said and can unblock', () =>
  onStage(async ({ chat, next }) => {
    const chair = chat('Исакова');
    await chair.getByRole('button', { name: 'Баштоо' }).click();
    await next('message');
    await chair.getByRole('button', { name: 'Меню' }).click();
    await chair.getByRole('button', { name: 'Ботту бөгөттөө' }).click();
    await chair.getByText('Сиз ботту бөгөттөп койгонсуз.').waitFor();
    expect((await next('my_chat_member')).new_chat_member).toMatchObject({ status: 'kicked' });
    expect(await chair.getByRole('textbox').count()).toBe(0);
    await chair.getByRole('button', { name: 'Бөгөттөн чыгаруу' }).click();
    await chair.getByRole('textbox', { name: 'Билдирүү' }).waitFor();
  }));
