import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { createSandbox } from '../../../src/sandbox/sandbox.ts';
import { CHAIR, COMMISSION, MEMBER, OFFICER } from './people.ts';

export const TOKEN = '7000000001:AAEskertkichPageTestTokenAAAAAAAAAAA';
/** 12.01.2026, a Monday, 09:05 in Bishkek. */
export const START = Date.UTC(2026, 0, 12, 3, 5);
/** 09:00 of the day after. */
const MORNING = START + (24 * 60 - 5) * 60_000;
export const NARROW = { viewport: { width: 360, height: 740 } };
export const WIDE = { viewport: { width: 1440, height: 900 } };

export type Json = Record<string, unknown>;

/** A sandbox, the page in a browser, and a bot whose part the test plays by plain HTTP. */
export interface Stage {
  page: Page;
  server: Server;
  /** What the page asked of the clock and the reset, in order. */
  asked: string[];
  /** One call of the bot; a refusal is an error. */
  call: (method: string, parameters: Json) => Promise<Json>;
  callForm: (method: string, form: FormData) => Promise<Json>;
  /** The next thing that reaches the bot, with its kind: `message`, `callback_query`… */
  next: (kind: string) => Promise<Json>;
  chat: (name: string) => Locator;
}

/** Opens the stage; `close` it through the returned function. */
export async function openStage(
  browser: Browser,
  look: BrowserContextOptions = WIDE,
): Promise<{ stage: Stage; close: () => Promise<void> }> {
  const asked: string[] = [];
  let now = START;
  const sandbox = createSandbox({
    token: TOKEN,
    bot: { id: 7000000001, first_name: 'Эскерткич', username: 'eskertkich_bot' },
    now: () => now,
    advanceClock: async (ms) => {
      now += ms;
      asked.push(`clock ${ms}`);
    },
    nextMorning: async () => MORNING,
    reset: async () => {
      asked.push('reset');
    },
    people: [OFFICER, CHAIR, MEMBER],
    groups: [COMMISSION],
  });
  const server = createServer((req, res) => {
    void sandbox.handle(req, res).then((known) => {
      if (!known) res.writeHead(404).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const context = await browser.newContext({ acceptDownloads: true, ...look });
  const page = await context.newPage();
  page.setDefaultTimeout(5000);

  const callForm = (method: string, form: FormData) => post(method, { body: form });
  const call = (method: string, parameters: Json) =>
    post(method, {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(parameters),
    });
  const post = async (method: string, request: RequestInit): Promise<Json> => {
    const response = await fetch(`${url}/bot${TOKEN}/${method}`, { method: 'POST', ...request });
    const body = (await response.json()) as { ok: boolean; result: Json; description?: string };
    if (!body.ok) throw new Error(`${method}: ${body.description}`);
    return body.result;
  };
  let offset = 0;
  const next = async (kind: string): Promise<Json> => {
    for (;;) {
      const updates = (await call('getUpdates', {
        offset,
        timeout: 5,
        limit: 1,
      })) as unknown as Json[];
      const [update] = updates;
      if (!update) throw new Error(`the bot got no ${kind} within 5 seconds`);
      offset = Number(update.update_id) + 1;
      if (kind in update) return update[kind] as Json;
    }
  };
  const chat = (name: string) => page.getByRole('region', { name: new RegExp(name) });
  await page.goto(url);
  await page.getByRole('navigation', { name: 'Чаттар' }).waitFor();
  const stage: Stage = { page, server, asked, call, callForm, next, chat };
  const close = async () => {
    await context.close();
    await sandbox.close();
    server.closeAllConnections();
    server.close();
  };
  return { stage, close };
}
