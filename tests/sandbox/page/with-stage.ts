import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser } from '../../support/browser.ts';
import { openStage, type Stage } from './stage.ts';

/** One browser for a test file; each test gets its own sandbox and page, closed whatever happens. */
export function stages() {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  return async (
    play: (stage: Stage) => Promise<void>,
    look?: BrowserContextOptions,
  ): Promise<void> => {
    const { stage, close } = await openStage(browser, look);
    const broken: string[] = [];
    stage.page.on('pageerror', (error) => broken.push(String(error)));
    try {
      await play(stage);
    } finally {
      await close();
    }
    if (broken.length > 0) throw new Error(`the page threw: ${broken.join('; ')}`);
  };
}
