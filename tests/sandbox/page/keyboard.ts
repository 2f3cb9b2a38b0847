import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** The screen with buttons that stands lowest in the chat shown; narrow pages hide the others. */
export interface Shown {
  readonly id: number;
  readonly words: string;
  readonly keys: readonly (readonly string[])[];
}

/** Somebody at the page who has a keyboard and no mouse. */
export interface Hands {
  shown(): Promise<Shown>;
  /** Goes with Tab and Shift+Tab to a button of the lowest screen, and presses Enter. */
  press(label: string): Promise<Shown>;
  /** Goes to the field, types and sends. */
  type(text: string): Promise<Shown>;
  /** Goes to any button of the page by its name, and presses Enter. */
  open(name: string): Promise<void>;
  /** Row and column of the button in focus; null: no button of a message is. */
  focus(): Promise<{ row: number; col: number } | null>;
}

const SHOWN = `(() => {
  const boards = [...document.querySelectorAll('.keyboard')].filter((one) => one.children.length > 0 && one.offsetParent);
  const board = boards.at(-1);
  if (!board) return { id: 0, words: '', keys: [] };
  const message = board.closest('[data-message]');
  return {
    id: Number(message.dataset.message),
    words: message.querySelector('.text')?.innerText ?? '',
    keys: [...board.children].map((row) => [...row.children].map((key) => key.textContent)),
  };
})()`;

const FOCUS = `(() => {
  const { row, col } = document.activeElement?.dataset ?? {};
  return row === undefined ? null : { row: Number(row), col: Number(col) };
})()`;

/** Where the focus stands to what is looked for: 0 there, 1 before it, -1 behind it. */
const towards = (target: string): string => `(() => {
  const target = ${target};
  if (!target) throw new Error('There is no ' + ${JSON.stringify(target)});
  const active = document.activeElement;
  if (active === target) return 0;
  if (!active || active === document.body) return 1;
  return active.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING ? 1 : -1;
})()`;

const key = (label: string): string =>
  `[...document.querySelectorAll('.keyboard .key')].findLast((one) => one.offsetParent && one.textContent === ${JSON.stringify(label)})`;
const control = (name: string): string =>
  `[...document.querySelectorAll('button')].find((one) => one.offsetParent && (one.getAttribute('aria-label') ?? one.textContent) === ${JSON.stringify(name)})`;

/** `settled`: waits until the bot is done, and says which screen has buttons then. */
export function handsOn(page: Page, settled: () => Promise<Omit<Shown, 'words'>>): Hands {
  const shown = () => page.evaluate<Shown>(SHOWN);

  const go = async (target: string) => {
    for (let steps = 0; steps < 60; steps += 1) {
      const way = await page.evaluate<number>(towards(target));
      if (way === 0) return;
      await page.keyboard.press(way === 1 ? 'Tab' : 'Shift+Tab');
    }
    throw new Error(`The keyboard does not reach ${target}`);
  };
  const changed = async (before: Shown): Promise<Shown> => {
    await expect.poll(shown, { timeout: 10_000, interval: 10 }).not.toEqual(before);
    const there = await settled();
    await expect.poll(shown, { timeout: 10_000, interval: 10 }).toMatchObject(there);
    return shown();
  };

  return {
    shown,
    async press(label) {
      const before = await shown();
      await go(key(label));
      await page.keyboard.press('Enter');
      return changed(before);
    },
    async type(text) {
      const before = await shown();
      await go("[...document.querySelectorAll('textarea')].find((one) => one.offsetParent)");
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
      return changed(before);
    },
    async open(name) {
      await go(control(name));
      await page.keyboard.press('Enter');
    },
    focus: () => page.evaluate(FOCUS),
  };
}
