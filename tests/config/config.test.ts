import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';

const TOKEN = '123456789:AAEhBP0av28_xyz-ABCDEFGHIJKLMNOPQRST';

const refusal = (env: Record<string, string>): string => {
  const read = readConfig(env);
  if (read.ok) throw new Error(`accepted: ${JSON.stringify(read.value)}`);
  return read.error;
};

test('nothing set means the sandbox, on this machine only, with everything under ./data', () => {
  expect(readConfig({})).toEqual({
    ok: true,
    value: {
      botToken: null,
      botApiRoot: 'https://api.telegram.org',
      databaseFile: path.resolve('data/eskertkich.db'),
      dataDir: path.resolve('data'),
      operatorIds: [],
      httpHost: '127.0.0.1',
      httpPort: 8080,
      webhook: null,
      timeZone: 'Asia/Bishkek',
      secretKey: null,
      backupDir: null,
      backupKeep: 14,
      httpsProxy: null,
      logLevel: 'info',
    },
  });
});

test('every variable of the contract is read', () => {
  expect(
    readConfig({
      BOT_TOKEN: TOKEN,
      BOT_API_ROOT: 'http://127.0.0.1:9000/',
      DATABASE_URL: 'file:/srv/bot/main.db',
      DATA_DIR: '/srv/bot',
      OPERATOR_IDS: '100, 4503599627370495',
      HTTP_HOST: '0.0.0.0',
      HTTP_PORT: '0',
      WEBHOOK_URL: 'https://bot.example.kg/hook',
      WEBHOOK_SECRET: 'Abc_123-x',
      TIME_ZONE: 'Asia/Almaty',
      SECRET_KEY: '0123456789abcdef',
      BACKUP_DIR: '/srv/backup',
      BACKUP_KEEP: '3',
      HTTPS_PROXY: 'http://proxy.example:3128',
      LOG_LEVEL: 'debug',
      PATH: '/usr/bin',
    }),
  ).toEqual({
    ok: true,
    value: {
      botToken: TOKEN,
      botApiRoot: 'http://127.0.0.1:9000',
      databaseFile: '/srv/bot/main.db',
      dataDir: '/srv/bot',
      operatorIds: [100, 4503599627370495],
      httpHost: '0.0.0.0',
      httpPort: 0,
      webhook: { url: 'https://bot.example.kg/hook', secret: 'Abc_123-x' },
      timeZone: 'Asia/Almaty',
      secretKey: '0123456789abcdef',
      backupDir: '/srv/backup',
      backupKeep: 3,
      httpsProxy: 'http://proxy.example:3128',
      logLevel: 'debug',
    },
  });
});

test('an empty variable is an unset one', () => {
  expect(readConfig({ BOT_TOKEN: '', OPERATOR_IDS: ' ', HTTP_PORT: '' })).toEqual(readConfig({}));
});

describe('a wrong value is refused with one sentence that names variable and cure', () => {
  test.each([
    [{ BOT_TOKEN: 'my-bot' }, /^BOT_TOKEN is not a bot token: copy it from @BotFather/],
    [{ BOT_API_ROOT: 'api.telegram.org' }, /^BOT_API_ROOT must be an http or https URL/],
    [{ BOT_API_ROOT: 'ftp://x.example' }, /^BOT_API_ROOT must be an http or https URL/],
    [
      { DATABASE_URL: 'postgres://u:p@h/db' },
      /^DATABASE_URL names PostgreSQL, which is not supported yet: set a file/,
    ],
    [{ DATABASE_URL: 'postgresql://u:p@h/db' }, /^DATABASE_URL names PostgreSQL/],
    [{ DATABASE_URL: 'mysql://h/db' }, /^DATABASE_URL must name an SQLite file/],
    [{ DATABASE_URL: 'file:' }, /^DATABASE_URL must name an SQLite file/],
    [{ OPERATOR_IDS: '12,@anna' }, /^OPERATOR_IDS must be Telegram user ids, digits only/],
    [{ OPERATOR_IDS: '12,,13' }, /^OPERATOR_IDS must be/],
    [{ OPERATOR_IDS: '-100' }, /^OPERATOR_IDS must be/],
    [{ OPERATOR_IDS: '4503599627370496' }, /^OPERATOR_IDS must be/],
    [{ HTTP_HOST: 'http://127.0.0.1' }, /^HTTP_HOST must be a host name/],
    [{ HTTP_PORT: '80a' }, /^HTTP_PORT must be a port number, 0 to 65535/],
    [{ HTTP_PORT: '65536' }, /^HTTP_PORT must be a port number/],
    [
      { WEBHOOK_URL: 'http://bot.example.kg', BOT_TOKEN: TOKEN, WEBHOOK_SECRET: 'x' },
      /^WEBHOOK_URL must be an https URL/,
    ],
    [
      { WEBHOOK_URL: 'https://bot.example.kg', BOT_TOKEN: TOKEN },
      /^WEBHOOK_SECRET is missing while WEBHOOK_URL is set/,
    ],
    [
      { WEBHOOK_URL: 'https://bot.example.kg', WEBHOOK_SECRET: 'x' },
      /^BOT_TOKEN is missing while WEBHOOK_URL is set/,
    ],
    [{ WEBHOOK_SECRET: 'with space' }, /^WEBHOOK_SECRET must be 1 to 256 characters/],
    [{ WEBHOOK_SECRET: 'x'.repeat(257) }, /^WEBHOOK_SECRET must be 1 to 256 characters/],
    [{ TIME_ZONE: 'Bishkek' }, /^TIME_ZONE is not a time zone: use a name such as Asia\/Bishkek/],
    [{ SECRET_KEY: 'short' }, /^SECRET_KEY must have at least 16 characters/],
    [{ BACKUP_KEEP: '0' }, /^BACKUP_KEEP must be a number of backups to keep, 1 to 1000/],
    [{ HTTPS_PROXY: 'proxy:3128' }, /^HTTPS_PROXY must be an http or https URL/],
    [
      { LOG_LEVEL: 'loud' },
      /^LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent/,
    ],
  ] as [Record<string, string>, RegExp][])('%j', (env, sentence) => {
    expect(refusal(env)).toMatch(sentence);
    expect(refusal(env)).toMatch(/^[^\n]+\.$/);
  });
});

test('a webhook over http is for this machine only', () => {
  for (const url of [
    'http://127.0.0.1:8080/hook',
    'http://localhost/hook',
    'http://[::1]:1/hook',
  ]) {
    expect(readConfig({ BOT_TOKEN: TOKEN, WEBHOOK_URL: url, WEBHOOK_SECRET: 's' })).toMatchObject({
      ok: true,
      value: { webhook: { url, secret: 's' } },
    });
  }
});

test('a refusal never repeats a secret', () => {
  expect(refusal({ BOT_TOKEN: 'sekret token' })).not.toContain('sekret');
  expect(refusal({ SECRET_KEY: 'hunter2' })).not.toContain('hunter2');
  expect(refusal({ WEBHOOK_SECRET: 'hunter 2' })).not.toContain('hunter');
  expect(refusal({ DATABASE_URL: 'postgres://u:hunter2@h/db' })).not.toContain('hunter2');
});
