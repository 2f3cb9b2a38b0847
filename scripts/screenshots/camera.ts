import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

const FOLDER = path.resolve('docs/screenshots');

export const pictureAt = (name: string): string => path.join(FOLDER, `${name}.png`);

export const WIDE = { viewport: { width: 1440, height: 900 } };
/** A small phone, with the pixels of one. */
export const PHONE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 };

/** Opens the page, lets `arrange` bring it to where it is to be seen, and keeps the picture. */
export async function take(
  browser: Browser,
  url: string,
  name: string,
  look: BrowserContextOptions,
  arrange: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(look);
  const page = await context.newPage();
  await page.goto(url);
  await page.getByRole('navigation', { name: 'Чаттар' }).waitFor();
  await arrange(page);
  await page.screenshot({ path: pictureAt(name) });
  await context.close();
  process.stdout.write(`docs/screenshots/${name}.png\n`);
}

/** Shows one person's chat at its end. */
export const show = (name: string) => async (page: Page) => {
  await page
    .getByRole('navigation', { name: 'Чаттар' })
    .getByRole('button', { name: new RegExp(name) })
    .click();
  await page.getByRole('region', { name: new RegExp(`^Чат: ${name}`) }).waitFor();
};
