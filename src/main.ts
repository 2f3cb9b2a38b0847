import { createApp, wordsOf } from './app.ts';
import { configOfProcess } from './config.ts';

const fail = (sentence: string): never => {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
};

// Node itself would print the error with all it carries, the text of a message too.
process.on('uncaughtException', (error) => {
  fail(`Eskertkich stopped on a mistake of its own: ${wordsOf(error)}`);
});

/** What is to be closed; until the start is through, nothing is acknowledged that could be lost. */
let close = (): Promise<void> => Promise.resolve();
let stopping = false;
const end = () => {
  if (stopping) process.exit(1);
  stopping = true;
  void close().then(() => process.exit(0));
};
process.on('SIGINT', end);
process.on('SIGTERM', end);

const config = configOfProcess();
if (!config.ok) fail(config.error);
else {
  const sandbox = process.argv.includes('--sandbox');
  const app = await createApp(config.value, (reason) => fail(reason.message), { sandbox });
  if (!app.ok) fail(app.error);
  else {
    const { url, stop, sandbox: stage } = app.value;
    close = stop;
    process.stdout.write(
      stage
        ? `Eskertkich, the sandbox: open ${url} in a browser.\n`
        : `Eskertkich runs on Telegram; its health is at ${url}/healthz.\n`,
    );
  }
}
