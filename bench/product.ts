import { once } from 'node:events';
import { type FakeTelegram, printed, type Program, startProgram } from './processes.ts';

export const TOKEN = '1:bench';

export interface Product extends Program {
  /** Where /metrics answers. */
  readonly url: string;
}

/** Starts the bot as it runs on Telegram and waits until it takes updates. */
export async function startProduct(
  fake: FakeTelegram,
  dataDir: string,
  nodeOptions: readonly string[] = [],
): Promise<Product> {
  const env = {
    BOT_TOKEN: TOKEN,
    BOT_API_ROOT: fake.url,
    DATA_DIR: dataDir,
    HTTP_PORT: '0',
    LOG_LEVEL: 'warn',
  };
  const program = startProgram('src/main.ts', env, nodeOptions);
  const url = await printed(program.child, /(http:\/\/\S+)\/healthz/);
  return { ...program, url };
}

/** Starts one of the yardsticks; it is ready when it has polled. */
export async function startYardstick(
  name: 'bare-bot' | 'smallest-bot',
  fake: FakeTelegram,
  env: Readonly<Record<string, string>>,
): Promise<Program> {
  const program = startProgram(`bench/${name}.ts`, {
    BOT_TOKEN: TOKEN,
    BOT_API_ROOT: fake.url,
    ...env,
  });
  const failed = once(program.child, 'exit').then(([code]) => {
    throw new Error(`${name} ended (${String(code)}) before it polled`);
  });
  await Promise.race([printed(program.child, /polling/), failed]);
  return program;
}
