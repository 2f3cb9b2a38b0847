import { randomBytes } from 'node:crypto';
import { createTelegramFetch } from '../bot/telegram-fetch.ts';
import { configOfProcess, SANDBOX_BOT } from '../config.ts';
import { createListWorker } from '../worker/lists.ts';
import { createPaperWorker } from '../worker/papers.ts';
import { readSheet } from '../worker/read-sheet.ts';
import { createSweeper } from '../worker/sweep.ts';
import { botName } from './bot-name.ts';
import { runCli } from './run.ts';

const config = configOfProcess();

process.exitCode = await runCli(process.argv.slice(2), {
  settings: () => config,
  readSheet,
  async makePaper(job) {
    const papers = createPaperWorker();
    try {
      return await papers.make(job);
    } finally {
      await papers.close();
    }
  },
  sweeper: createSweeper,
  lists: createListWorker,
  async botUsername(settings) {
    const http = createTelegramFetch(config.ok ? config.value.httpsProxy : null);
    try {
      return await botName(settings, http.fetch, SANDBOX_BOT);
    } finally {
      await http.close();
    }
  },
  now: () => Date.now(),
  newToken: () => randomBytes(32).toString('base64url'),
  write: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
});
