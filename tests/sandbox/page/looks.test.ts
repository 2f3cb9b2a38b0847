import { expect, test } from 'vitest';
import { TOO_FAINT } from './contrast.ts';
import { CHAIR, OFFICER } from './people.ts';
import { NARROW, type Stage, WIDE } from './stage.ts';
import { stages } from './with-stage.ts';

const onStage = stages();

/** Something of everything that has a colour of its own. */
async function fill({ chat, next, call, page }: Stage): Promise<void> {
  const officer = chat('Токтосунова');
  await officer.getByRole('button', { name: 'Баштоо' }).click();
  await next('message');
  const row = (text: string, style?: string) => [
    { text, callback_data: text, ...(style && { style }) },
  ];
  await call('sendMessage', {
    chat_id: OFFICER.id,
    text: '<b>3.1</b> · <a href="https://example.org/">сайт</a> /menu\n<blockquote expandable>Эскерткич</blockquote>',
    parse_mode: 'HTML',
    reply_markup: {
      inline_keyboard: [
        row('Ооба', 'primary'),
        row('Кабыл алуу', 'success'),
        row('Кайтаруу', 'danger'),
        row('Жок'),
      ],
    },
  });
  await officer.getByRole('textbox').fill('Түшүндүрмө');
  await officer.getByRole('textbox').press('Enter');
  await officer.getByRole('button', { name: 'Жооп берүү: Түшүндүрмө' }).press('Enter');
  await page.getByRole('button', { name: /^Убакыт: / }).press('Enter');
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`all text has the contrast of WCAG AA in ${colorScheme}`, () =>
    onStage(
      async (stage) => {
        await fill(stage);
        const { page } = stage;
        expect(await page.evaluate(TOO_FAINT)).toEqual([]);
        const dark = await page.evaluate('getComputedStyle(document.body).backgroundColor');
        expect(dark).toBe(colorScheme === 'dark' ? 'rgb(14, 20, 24)' : 'rgb(233, 238, 241)');
        await page.evaluate('document.body.style.setProperty("--faint", "#888888")');
        expect(await page.evaluate(TOO_FAINT)).not.toEqual([]);
      },
      { ...WIDE, colorScheme },
    ));
}

test('at 360 px nothing sticks out in any language, and every target is at least 24 px high and wide', () =>
  onStage(async (stage) => {
    await fill(stage);
    for (const language of ['ky', 'ru', 'en']) {
      await stage.page.getByRole('combobox').first().selectOption({ value: language });
      await stage.page.locator(`html[lang=${language}]`).waitFor();
      const found = await stage.page.evaluate(`(() => {
        const boxes = [...document.querySelectorAll('h1, button, select, textarea, .text, .file-name')]
          .filter((e) => e.checkVisibility() && !e.matches('.text .in-text'))
          .map((e) => ({
            text: e.textContent,
            target: e.matches('button, select, textarea'),
            cut: e.matches('h1, button') && e.scrollWidth > e.clientWidth + 1,
            ...e.getBoundingClientRect().toJSON(),
          }));
        const bad = boxes.filter(
          (b) => b.left < 0 || b.right > 360 || b.cut || (b.target && (b.width < 24 || b.height < 24)),
        );
        return { seen: boxes.length > 10, bad, page: document.documentElement.scrollWidth };
      })()`);
      expect(found).toEqual({ seen: true, bad: [], page: 360 });
    }
  }, NARROW));

test('by Tab alone one walks from the top to the message field, and each stop is visible', () =>
  onStage(async (stage) => {
    const { page } = stage;
    await page.keyboard.press('Tab');
    const stops: unknown[] = [];
    for (let i = 0; i < 12; i++) {
      stops.push(
        await page.evaluate(`(() => {
          const e = document.activeElement;
          const { outlineStyle, outlineWidth } = getComputedStyle(e);
          const name = e.getAttribute('aria-label') ?? e.textContent;
          return [name.trim(), outlineStyle !== 'none' && outlineWidth === '3px'];
        })()`),
      );
      await page.keyboard.press('Tab');
    }
    expect(stops.slice(0, 9)).toEqual([
      ['Убакыт: 12.01.2026 09:05. Убакытты жылдыруу', true],
      ['Барактын тили', true],
      ['Айгүл Токтосунова, Кадр иши боюнча жооптуу', true],
      ['Чолпон Исакова, Комиссиянын төрагасы', true],
      ['Данияр Мамытов, Комиссиянын мүчөсү', true],
      ['Комиссия, Чолпон, Данияр', true],
      ['Меню', true],
      ['Каттагы шилтемени ачуу', true],
      ['Баштоо', true],
    ]);
  }, NARROW));

test('nothing moves where the person asked for less motion', () =>
  onStage(
    async (stage) => {
      const { page, chat, next, call } = stage;
      await chat('Исакова').getByRole('button', { name: 'Баштоо' }).click();
      await next('message');
      const inline_keyboard = [[{ text: 'Ачуу', callback_data: 'open' }]];
      await call('sendMessage', {
        chat_id: CHAIR.id,
        text: 'Баалоо',
        reply_markup: { inline_keyboard },
      });
      const key = page.getByRole('button', { name: 'Ачуу', exact: true });
      const moving = () => page.evaluate('document.getAnimations().length');
      await key.click();
      await next('callback_query');
      expect(await moving()).toBe(0);
      await page.emulateMedia({ reducedMotion: 'no-preference' });
      expect(await moving()).toBe(1);
    },
    { ...WIDE, reducedMotion: 'reduce' },
  ));
