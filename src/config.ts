import path from 'node:path';
import { z } from 'zod';
import { ok, type Result, refused } from './domain/shared/result.ts';

/** The bot's name in the sandbox, as it stands in links. */
export const SANDBOX_BOT = 'eskertkich_demo_bot';

/** The environment, checked. Empty variables count as unset. */
export interface Config {
  /** null: the sandbox. */
  readonly botToken: string | null;
  readonly botApiRoot: string;
  /** Absolute path of the SQLite file. */
  readonly databaseFile: string;
  /** Absolute path. */
  readonly dataDir: string;
  /** Telegram user ids. */
  readonly operatorIds: readonly number[];
  readonly httpHost: string;
  /** 0: any free port. */
  readonly httpPort: number;
  /** null: long polling. */
  readonly webhook: { readonly url: string; readonly secret: string } | null;
  /** IANA name. */
  readonly timeZone: string;
  /** null: made and kept in DATA_DIR. */
  readonly secretKey: string | null;
  /** Absolute path; null: no backups of its own accord. */
  readonly backupDir: string | null;
  /** How many backups stay. */
  readonly backupKeep: number;
  readonly httpsProxy: string | null;
  readonly logLevel: LogLevel;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Telegram: setWebhook, secret_token. */
const WEBHOOK_SECRET = /^[A-Za-z0-9_-]{1,256}$/;
/** BotFather's form: the bot's id, a colon, the secret; whether it is a live one Telegram tells. */
const BOT_TOKEN = /^\d{1,20}:[A-Za-z0-9_-]+$/;
/** Telegram: ids of users have at most 52 significant bits. */
const LARGEST_USER_ID = 2 ** 52 - 1;
/** Below this a secret can be guessed. */
const SHORTEST_SECRET = 16;

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

const operatorIds = z
  .string()
  .transform((list) => list.split(',').map((id) => id.trim()))
  .refine(
    (ids) => ids.every((id) => /^\d+$/.test(id) && Number(id) > 0 && Number(id) <= LARGEST_USER_ID),
    'must be Telegram user ids, digits only, separated by commas',
  )
  .transform((ids) => ids.map(Number));

const whole = (from: number, to: number, what: string) =>
  z
    .string()
    .refine(
      (text) => /^\d{1,9}$/.test(text) && Number(text) >= from && Number(text) <= to,
      `must be ${what}, ${from} to ${to}`,
    )
    .transform(Number);

const databaseUrl = z
  .string()
  .refine(
    (url) => !/^postgres(ql)?:/i.test(url),
    'names PostgreSQL, which is not supported yet: set a file (file:/srv/eskertkich/eskertkich.db), or unset it to keep the database in DATA_DIR',
  )
  .refine(
    (url) => url.startsWith('file:') && url.length > 'file:'.length && !url.includes('?'),
    'must name an SQLite file, for example file:/srv/eskertkich/eskertkich.db',
  );

const environment = z.object({
  BOT_TOKEN: z
    .string()
    .regex(
      BOT_TOKEN,
      'is not a bot token: copy it from @BotFather (123456789:AA…), or unset it for the sandbox',
    )
    .optional(),
  BOT_API_ROOT: z
    .string()
    .refine(isHttp, 'must be an http or https URL, for example https://api.telegram.org')
    .transform((url) => url.replace(/\/+$/, ''))
    .default('https://api.telegram.org'),
  DATABASE_URL: databaseUrl.optional(),
  DATA_DIR: z.string().default('./data'),
  OPERATOR_IDS: operatorIds.default([]),
  HTTP_HOST: z
    .string()
    .regex(
      /^[A-Za-z0-9.:-]+$/,
      'must be a host name or an address to listen on, for example 127.0.0.1',
    )
    .default('127.0.0.1'),
  HTTP_PORT: whole(0, 65_535, 'a port number').default(8080),
  WEBHOOK_URL: z
    .string()
    .refine(
      isSafeWebhook,
      'must be an https URL (http only for this machine itself); unset it for long polling',
    )
    .optional(),
  WEBHOOK_SECRET: z
    .string()
    .regex(WEBHOOK_SECRET, 'must be 1 to 256 characters of A-Z, a-z, 0-9, _ and -')
    .optional(),
  TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'is not a time zone: use a name such as Asia/Bishkek')
    .default('Asia/Bishkek'),
  SECRET_KEY: z
    .string()
    .min(
      SHORTEST_SECRET,
      `must have at least ${SHORTEST_SECRET} characters; unset it and one is made and kept in DATA_DIR`,
    )
    .optional(),
  BACKUP_DIR: z.string().optional(),
  BACKUP_KEEP: whole(1, 1000, 'a number of backups to keep').default(14),
  HTTPS_PROXY: z
    .string()
    .refine(
      isHttp,
      'must be an http or https URL of a proxy, for example http://proxy.example:3128',
    )
    .optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
});

/**
 * Validates the environment (variables and defaults: README.md). The refusal is one English sentence
 * that names the variable, what is wrong with it and the cure; it never repeats a secret's value.
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
): Result<Config, string> {
  const set = Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => {
      const trimmed = value?.trim();
      return trimmed ? [[name, trimmed]] : [];
    }),
  );
  const parsed = environment.safeParse(set);
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    return refused(
      `${first?.path.join('.') ?? 'The environment'} ${first?.message ?? 'is wrong'}.`,
    );
  }
  const values = parsed.data;
  if (values.WEBHOOK_URL !== undefined && values.WEBHOOK_SECRET === undefined) {
    return refused(
      'WEBHOOK_SECRET is missing while WEBHOOK_URL is set: set it to a long random string of A-Z, a-z, 0-9, _ and -.',
    );
  }
  if (values.WEBHOOK_URL !== undefined && values.BOT_TOKEN === undefined) {
    return refused(
      'BOT_TOKEN is missing while WEBHOOK_URL is set: set the token of the bot the webhook is for, or unset WEBHOOK_URL.',
    );
  }
  const dataDir = path.resolve(values.DATA_DIR);
  return ok({
    botToken: values.BOT_TOKEN ?? null,
    botApiRoot: values.BOT_API_ROOT,
    databaseFile: values.DATABASE_URL
      ? path.resolve(values.DATABASE_URL.slice('file:'.length))
      : path.join(dataDir, 'eskertkich.db'),
    dataDir,
    operatorIds: values.OPERATOR_IDS,
    httpHost: values.HTTP_HOST,
    httpPort: values.HTTP_PORT,
    webhook:
      values.WEBHOOK_URL !== undefined && values.WEBHOOK_SECRET !== undefined
        ? { url: values.WEBHOOK_URL, secret: values.WEBHOOK_SECRET }
        : null,
    timeZone: values.TIME_ZONE,
    secretKey: values.SECRET_KEY ?? null,
    backupDir: values.BACKUP_DIR === undefined ? null : path.resolve(values.BACKUP_DIR),
    backupKeep: values.BACKUP_KEEP,
    httpsProxy: values.HTTPS_PROXY ?? null,
    logLevel: values.LOG_LEVEL,
  });
}

function isHttp(text: string): boolean {
  return ['http:', 'https:'].includes(urlOf(text)?.protocol ?? '');
}

function isSafeWebhook(text: string): boolean {
  const url = urlOf(text);
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.has(url.hostname));
}

const urlOf = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null);

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** The configuration of this process; the only look at its environment. */
export const configOfProcess = (): Result<Config, string> => readConfig(process.env);
