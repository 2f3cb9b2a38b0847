import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { freshFolder } from '../support/folder.ts';
import { end, openTelegram, runBot, runMain, TOKEN } from './process.ts';

const EDITION = 'monitoring-memo.2022-03-22.yaml';
const SHIPPED = path.resolve(import.meta.dirname, '../../checklists', EDITION);

/** One English sentence on standard error, nothing else. */
const ONE_SENTENCE = /^[A-Z][^\n]*\.\n$/;

async function refusal(env: Readonly<Record<string, string>>): Promise<string> {
  const { code, out, error } = await runMain({ DATA_DIR: freshFolder(), ...env }).ended;
  expect({ code, out }).toEqual({ code: 1, out: '' });
  return error;
}

describe('a wrong environment variable stops the start with one sentence that names it', () => {
  const WRONG: Readonly<Record<string, string>> = {
    BOT_TOKEN: 'no token',
    BOT_API_ROOT: 'our-telegram',
    DATABASE_URL: 'postgres://localhost/eskertkich',
    OPERATOR_IDS: '100,me',
    HTTP_HOST: 'every where',
    HTTP_PORT: '70000',
    WEBHOOK_URL: 'http://bot.example.kg/hook',
    WEBHOOK_SECRET: 'a secret',
    TIME_ZONE: 'Asia/Naryn',
    SECRET_KEY: 'short',
    BACKUP_KEEP: '-3',
    HTTPS_PROXY: 'our-proxy',
    LOG_LEVEL: 'loud',
  };
  const names = Object.keys(WRONG);
  test.for([names.slice(0, 5), names.slice(5, 9), names.slice(9)])('%s', async (some) => {
    const told = await Promise.all(
      some.map(async (name) => ({ name, error: await refusal({ [name]: WRONG[name] ?? '' }) })),
    );
    for (const { name, error } of told) {
      expect(error).toMatch(ONE_SENTENCE);
      expect(error.startsWith(`${name} `)).toBe(true);
      // Neither a secret nor anything else that was set is printed.
      expect(error).not.toContain(WRONG[name]);
    }
  });
});

test('DATA_DIR that cannot be a folder, or a port in use, stops the start', async () => {
  const file = path.join(freshFolder(), 'file');
  writeFileSync(file, '');
  const telegram = await openTelegram();
  const { port } = new URL(telegram.url);
  const [folder, below, taken] = await Promise.all([
    refusal({ DATA_DIR: file }),
    refusal({ DATA_DIR: path.join(file, 'data') }),
    refusal({ HTTP_PORT: port }),
  ]);
  for (const error of [folder, below]) {
    expect(error).toMatch(ONE_SENTENCE);
    expect(error).toContain('DATA_DIR');
  }
  expect(taken).toBe(`127.0.0.1:${port} is in use: stop what listens there, or set HTTP_PORT.\n`);
});

test('a token that Telegram does not know stops the start', async () => {
  const telegram = await openTelegram();
  const error = await refusal({
    BOT_TOKEN: `${TOKEN}X`,
    BOT_API_ROOT: telegram.url,
    LOG_LEVEL: 'silent',
  });
  expect(error).toMatch(ONE_SENTENCE);
  expect(error).toContain('BOT_TOKEN');
});

test('a second bot on the same data is refused, and may start when the first is gone', async () => {
  const telegram = await openTelegram();
  const dataDir = freshFolder();
  const first = await runBot(telegram, dataDir);
  const env = { BOT_TOKEN: TOKEN, BOT_API_ROOT: telegram.url, LOG_LEVEL: 'silent' };
  const error = await refusal({ ...env, DATA_DIR: dataDir });
  expect(error).toBe(
    `Another Eskertkich is running on DATA_DIR (${dataDir}): stop it first, or set another DATA_DIR.\n`,
  );
  await end(first, 'SIGKILL');
  const second = await runBot(telegram, dataDir);
  expect((await end(second, 'SIGTERM')).code).toBe(0);
});

test('the sandbox does not start where a real database stands', async () => {
  const dataDir = freshFolder();
  writeFileSync(path.join(dataDir, 'eskertkich.db'), '');
  const error = await refusal({ DATA_DIR: dataDir });
  expect(error).toMatch(ONE_SENTENCE);
  expect(error).toContain('npm start -- --sandbox');
});

test('a missing or broken key of a checklist stops the start with file, line and cure', async () => {
  const shipped = readFileSync(SHIPPED, 'utf8');
  const spoiled = async (text: string): Promise<string> => {
    const dataDir = freshFolder();
    // The sandbox keeps its own folder under DATA_DIR.
    const folder = path.join(dataDir, 'sandbox', 'checklists');
    mkdirSync(folder, { recursive: true });
    chmodSync(path.join(dataDir, 'sandbox'), 0o700);
    writeFileSync(path.join(folder, EDITION), text);
    return refusal({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
  };
  const line = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length;
  const type = /\n +type: [a-z]+\n/.exec(shipped)?.[0] ?? '';
  const unknown = shipped.replace(type, type.replace(/: [a-z]+/, ': essay'));
  const [broken, wrong, missing] = await Promise.all([
    spoiled(shipped.replace('\ndirections:', '\ndirections: [')),
    spoiled(unknown),
    spoiled(shipped.replace(/\n +ky: [^\n]+/, '')),
  ]);
  for (const error of [broken, wrong, missing]) {
    expect(error).toMatch(new RegExp(`${EDITION.replaceAll('.', '\\.')}:\\d+`));
    expect(error).not.toMatch(/ at .*\.ts:/);
  }
  expect(wrong).toContain(`:${line(unknown, 'type: essay')}`);
}, 40_000);
