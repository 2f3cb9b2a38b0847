import type { IncomingMessage, ServerResponse } from 'node:http';
import { dispatch } from './bot-api/dispatch.ts';
import { refusal } from './bot-api/refusal.ts';
import { createBotApi } from './bot-api/server.ts';
import { createEventStreams } from './control/event-stream.ts';
import { sendPageFile } from './control/page-files.ts';
import { handleControl } from './control/routes.ts';
import { createLongPoll } from './delivery/long-poll.ts';
import { createWebhook } from './delivery/webhook.ts';
import type { SandboxOptions } from './options.ts';
import { createState } from './world/state.ts';
import { createWorld, type World } from './world.ts';

export interface Sandbox {
  /**
   * Answers a request to the Bot API (`/bot…`, `/file/bot…`), the control API (`/sandbox/…`) or the
   * page (`/`, `/page/…`); false, with nothing sent, for any other path.
   */
  handle(req: IncomingMessage, res: ServerResponse): Promise<boolean>;
  /** What people do, in process. */
  world: World;
  /** Ends what waits: polls, event streams, hanging calls, deliveries to a webhook. */
  close(): Promise<void>;
}

/** A Telegram in memory, with one bot, its people and groups: strict in its checks, exact in its words. */
export function createSandbox(options: SandboxOptions): Sandbox {
  const state = createState(options);
  const longPoll = createLongPoll(state.updates);
  const webhook = createWebhook(state.updates, options.now, (body) => {
    const { method, ...fields } = body;
    void dispatch(setting, String(method), fields, () => {});
  });
  const setting = { state, longPoll, webhook };
  state.updates.onArrival = () => {
    longPoll.wake();
    webhook.wake();
  };
  const botApi = createBotApi(setting);
  const world = createWorld(state);
  const streams = createEventStreams(state.events);

  return {
    world,
    async handle(req, res) {
      const { url = '/' } = req;
      const mark = url.indexOf('?');
      const path = mark < 0 ? url : url.slice(0, mark);
      const query = mark < 0 ? '' : url.slice(mark + 1);
      if (await botApi.handle(req, res, path, query)) return true;
      if (path.startsWith('/sandbox/')) {
        await handleControl({ world, streams }, req, res, new URL(url, 'http://sandbox'));
        return true;
      }
      if (path !== '/' && !path.startsWith('/page/')) return false;
      await sendPageFile(res, path);
      return true;
    },
    close() {
      webhook.set(undefined);
      state.updates.onArrival = undefined;
      longPoll.end(refusal(500, 'restart'));
      botApi.close();
      streams.close();
      return Promise.resolve();
    },
  };
}
