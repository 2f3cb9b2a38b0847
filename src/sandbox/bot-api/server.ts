import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Setting } from './method.ts';
import { type Answer, dispatch, refusedAnswer } from './dispatch.ts';
import { refusal, Refusal } from './refusal.ts';
import { readRequest } from './request.ts';

export interface BotApi {
  /** Answers `/bot<token>/<method>` and `/file/bot<token>/<path>`; false for any other path. */
  handle(req: IncomingMessage, res: ServerResponse, path: string, query: string): Promise<boolean>;
  /** Cuts the connections that were left hanging. */
  close(): void;
}

export function createBotApi(setting: Setting): BotApi {
  const hanging = new Set<ServerResponse>();
  const { state } = setting;

  async function call(
    req: IncomingMessage,
    res: ServerResponse,
    method: string,
    query: string,
  ): Promise<void> {
    const outcome = await dispatch(setting, method, readRequest(req, query), (callback) =>
      res.once('close', callback),
    );
    switch (outcome.kind) {
      case 'hang':
        hanging.add(res);
        res.on('close', () => hanging.delete(res));
        return;
      case 'reset':
        req.socket.resetAndDestroy();
        return;
      case 'answer':
        if (outcome.delayMs > 0) {
          await new Promise((resolve) => setTimeout(resolve, outcome.delayMs));
        }
        write(res, outcome.answer);
    }
  }

  function sendFile(res: ServerResponse, path: string): void {
    const file = state.filePaths.get(path);
    if (!file) throw refusal(404, 'file not found');
    res.writeHead(200, {
      'content-type': 'application/octet-stream',
      'content-length': file.bytes.length,
    });
    res.end(file.bytes);
  }

  return {
    async handle(req, res, path, query) {
      const found = /^\/(file\/)?bot([^/]*)(?:\/(.*))?$/.exec(path);
      if (!found) return false;
      const [, isFile, token = '', rest = ''] = found;
      try {
        checkToken(token, state.options.token);
        if (isFile) sendFile(res, decodeURIComponent(rest));
        else await call(req, res, rest, query);
      } catch (error) {
        write(res, refusedAnswer(error));
      }
      return true;
    },
    close() {
      for (const res of hanging) res.destroy();
    },
  };
}

function checkToken(token: string, expected: string): void {
  if (token === expected) return;
  if (!/^\d+:[A-Za-z0-9_-]+$/.test(token)) {
    throw refusal(401, 'invalid token specified');
  }
  throw new Refusal(401, 'Unauthorized');
}

function write(res: ServerResponse, { status, body, headers }: Answer): void {
  if (res.destroyed) return;
  const isText = typeof body === 'string';
  const text = isText ? body : JSON.stringify(body);
  res.writeHead(status, {
    'content-type': isText ? 'text/html' : 'application/json',
    'content-length': Buffer.byteLength(text),
    // The rest of a body that was refused before its end is not read.
    ...(status === 413 && { connection: 'close' }),
    ...headers,
  });
  res.end(text);
}
