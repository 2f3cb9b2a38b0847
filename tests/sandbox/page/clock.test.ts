import { expect, test } from 'vitest';
import { NARROW } from './stage.ts';
import { stages } from './with-stage.ts';

const onStage = stages();
const HOUR = 3_600_000;

test('the clock shows Bishkek, and moves an hour, to the morning, a day and a week', () =>
  onStage(async ({ page, asked }) => {
    const clock = page.getByRole('button', { name: /^Убакыт: / });
    expect(await clock.textContent()).toBe('12.01.2026 09:05');
    const moves = [
      ['1 саат алдыга', '12.01.2026 10:05', HOUR],
      ['Кийинки жумуш күнү, саат 09:00', '13.01.2026 09:00', 22 * HOUR + 55 * 60_000],
      ['1 күн алдыга', '14.01.2026 09:00', 24 * HOUR],
      ['1 апта алдыга', '21.01.2026 09:00', 7 * 24 * HOUR],
    ] as const;
    for (const [name, shown, ms] of moves) {
      await clock.press('Enter');
      await page.getByRole('button', { name }).press('Enter');
      await clock.filter({ hasText: shown }).waitFor();
      const moved = Number(asked.at(-1)?.split(' ')[1]);
      // The page counts on from the last time it was told, so a few seconds may have gone.
      expect(ms - moved).toBeGreaterThanOrEqual(0);
      expect(ms - moved).toBeLessThan(5000);
    }
    expect(asked).toHaveLength(4);
    expect(await page.evaluate('document.activeElement.className')).toBe('clock');
  }, NARROW));

test('starting over asks first: Escape changes nothing, yes empties the chats', () =>
  onStage(async ({ page, asked, chat, next }) => {
    const officer = chat('Токтосунова');
    await officer.getByRole('button', { name: 'Баштоо' }).click();
    await next('message');
    const startOver = async () => {
      await page.getByRole('button', { name: /^Убакыт: / }).click();
      await page.getByRole('button', { name: 'Башынан баштоо' }).click();
    };
    await startOver();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(asked).toEqual([]);
    expect(await officer.getByRole('article').count()).toBe(1);
    await startOver();
    await page.getByRole('button', { name: 'Ооба, өчүрүү' }).press('Enter');
    await officer.getByRole('button', { name: 'Баштоо' }).waitFor();
    expect(asked).toEqual(['reset']);
    expect(await officer.getByRole('article').count()).toBe(0);
    await page.waitForFunction('document.activeElement !== document.body');
  }));

test('a lost connection is said, and what happened meanwhile is there after it', () =>
  onStage(async ({ page, server, chat, call, next }) => {
    const officer = chat('Токтосунова');
    await officer.getByRole('button', { name: 'Баштоо' }).click();
    const message = await next('message');
    const lost = page.getByText('Байланыш үзүлдү. Кайра туташууда…');
    const refuse = (route: { abort: () => Promise<void> }) => route.abort();
    await page.route('**/sandbox/events', refuse);
    server.closeAllConnections();
    await lost.waitFor();
    await call('sendMessage', { chat_id: (message.chat as { id: number }).id, text: 'Бул арада' });
    expect(await officer.getByText('Бул арада').count()).toBe(0);
    await page.unroute('**/sandbox/events', refuse);
    await officer.getByRole('article').getByText('Бул арада').waitFor({ timeout: 15_000 });
    await lost.waitFor({ state: 'hidden' });
  }));

test('a refused deed is told with its reason, and what was typed is not lost', () =>
  onStage(async ({ page, chat, next }) => {
    const officer = chat('Токтосунова');
    await officer.getByRole('button', { name: 'Баштоо' }).click();
    await next('message');
    await page.route('**/sandbox/send', (route) =>
      route.fulfill({ status: 400, json: { error: 'the topic 7 is closed' } }),
    );
    await officer.getByRole('textbox').fill('Комиссияга');
    await officer.getByRole('textbox').press('Enter');
    await page.getByText('Аткарылган жок: the topic 7 is closed').waitFor();
    expect(await officer.getByRole('textbox').inputValue()).toBe('Комиссияга');
  }));
