import { createApp } from './app.ts';
import { configOfProcess } from './config.ts';

const fail = (sentence: string): never => {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
};

const config = configOfProcess();
if (!config.ok) fail(config.error);
else {
  const sandbox = process.argv.includes('--sandbox');
  const app = await createApp(config.value, (reason) => fail(reason.message), { sandbox });
  if (!app.ok) fail(app.error);
  else {
    const { url } = app.value;
    process.stdout.write(
      app.value.sandbox
        ? `Eskertkich, the sandbox: open ${url} in a browser.\n`
        : `Eskertkich runs on Telegram; its health is at ${url}/healthz.\n`,
    );
    let stopping = false;
    const stop = () => {
      if (stopping) process.exit(1);
      stopping = true;
      void app.value.stop().then(() => process.exit(0));
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  }
}
