import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { SandboxOptions } from '../../src/sandbox/options.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import type { World } from '../../src/sandbox/world.ts';
import { createFaults, type Faults } from '../support/faults.ts';
import { type Journal, keepJournal } from '../support/journal.ts';

export const TOKEN = '4200:TEST-token_of_the_sandbox';
export const BOT_ID = 4200;

const role = { ky: 'Кадр иши боюнча жооптуу', ru: 'Ответственная за кадры', en: 'HR officer' };
/** An officer who has opened the bot, one who has not but is in the group, and one unknown to it. */
export const AIGUL = { id: 101, first_name: 'Айгүл', last_name: 'Токтогулова', role };
export const BAKYT = { id: 102, first_name: 'Бакыт', username: 'bakyt_kg', role };
export const CHYNARA = { id: 103, first_name: 'Чынара', language_code: 'ky', role };
export const GROUP = -500;
export const FORUM = -1_001_234_567_890;

/** What the Bot API answered: the HTTP status and the body. */
export interface Reply {
  status: number;
  body: { ok: boolean; result?: unknown; description?: string };
}

export interface Telegram {
  /** `http://127.0.0.1:<port>` */
  base: string;
  world: World;
  faults: Faults;
  journal: Journal;
  clock: { now: number };
  /** A call by raw HTTP with a JSON body. */
  call(method: string, parameters?: unknown): Promise<Reply>;
  /** The `result` of a call that must succeed. */
  result<Result = { message_id: number }>(method: string, parameters?: unknown): Promise<Result>;
  /** A multipart call. */
  form(method: string, fields: Record<string, string | File>): Promise<Reply>;
}

/** A sandbox of its own behind a real HTTP server, closed when the test ends. */
export async function openTelegram(change: Partial<SandboxOptions> = {}): Promise<Telegram> {
  // The first moment of firstNumber: messages are 1, 2, 3 here.
  const clock = { now: Date.parse('2026-01-01T00:00:00Z') };
  const faults = createFaults();
  const sandbox = createSandbox({
    token: TOKEN,
    bot: { id: BOT_ID, first_name: 'Эскерткич', username: 'eskertkich_bot' },
    now: () => clock.now,
    people: [AIGUL, BAKYT, CHYNARA],
    groups: [
      { id: GROUP, title: 'Комиссия', isForum: false, memberIds: [101, 102], botIsMember: true },
      { id: FORUM, title: 'Форум', isForum: true, memberIds: [101, 102], botIsMember: true },
    ],
    intercept: faults.intercept,
    ...change,
  });
  const server = createServer((req, res) => {
    sandbox.handle(req, res).then(
      (handled) => {
        if (!handled) res.writeHead(404).end();
      },
      (error: unknown) => res.destroy(error instanceof Error ? error : undefined),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    await sandbox.close();
    server.close();
    server.closeAllConnections();
  });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { world } = sandbox;
  world.start(AIGUL.id);
  for (const { update_id } of world.pendingUpdates()) await confirm(base, update_id);

  const call = async (method: string, parameters: unknown = {}) =>
    await read(
      fetch(`${base}/bot${TOKEN}/${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(parameters),
      }),
    );
  const journal = keepJournal(world);
  return {
    base,
    world,
    faults,
    journal,
    clock,
    call,
    async result<Result>(method: string, parameters: unknown) {
      const { body } = await call(method, parameters);
      if (!body.ok) throw new Error(`${method} was refused: ${body.description}`);
      return body.result as Result;
    },
    async form(method, fields) {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      return await read(fetch(`${base}/bot${TOKEN}/${method}`, { method: 'POST', body: form }));
    },
  };
}

async function confirm(base: string, updateId: number): Promise<void> {
  await fetch(`${base}/bot${TOKEN}/getUpdates?offset=${updateId + 1}`);
}

async function read(responding: Promise<Response>): Promise<Reply> {
  const response = await responding;
  return { status: response.status, body: (await response.json()) as Reply['body'] };
}

/** The reply with which Telegram refuses a call. */
export function refusedWith(
  code: number,
  description: string,
  parameters?: Record<string, number>,
): Reply {
  const body = { ok: false, error_code: code, description, ...(parameters && { parameters }) };
  return { status: code, body };
}

/** An inline keyboard of one button. */
export function oneButton(button: Record<string, unknown>) {
  return { inline_keyboard: [[button]] };
}

/** The first bytes of a PNG of that size: what the sandbox looks at. */
export function pngBytes(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(64);
  bytes.set(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}
