import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { InlineKeyboardMarkup } from 'grammy/types';
import { createStage, type Screen } from './fake/stage.ts';
import { type Line, type Order, serveOrders } from './fake/orders.ts';

/**
 * A fake Telegram in a process of its own: hands out the taps of its officers and answers each call
 * without looking at it twice. It is steered by the messages of the process that forked it.
 */
const stage = createStage();
const line: Line = { delayMs: 0, firstPollAt: 0, calls: 0, gate: null };

interface Call {
  readonly chat_id?: number;
  readonly message_id?: number;
  readonly text?: string;
  readonly callback_query_id?: string;
  readonly reply_markup?: InlineKeyboardMarkup | string;
  readonly offset?: number;
  readonly timeout?: number;
}

const ME = { id: 1, is_bot: true, first_name: 'Bench', username: 'bench_bot' };
const UNASKED: Readonly<Record<string, unknown>> = { getMe: ME, getWebhookInfo: { url: '' } };

const screenOf = ({ text = '', reply_markup }: Call): Screen => {
  const markup = typeof reply_markup === 'object' ? reply_markup.inline_keyboard : [];
  const buttons = markup
    .flat()
    .flatMap((button) =>
      'callback_data' in button && button.callback_data ? [button.callback_data] : [],
    );
  return { text, buttons };
};

const write = (res: ServerResponse, result: unknown) => {
  const body = Buffer.from(JSON.stringify({ ok: true, result }));
  res.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
  res.end(body);
};

/** Telegram asks to wait a second. */
const refuse = (res: ServerResponse) => {
  const description = 'Too Many Requests: retry after 1';
  const parameters = { retry_after: 1 };
  res.writeHead(429, { 'content-type': 'application/json' });
  res.end(JSON.stringify({ ok: false, error_code: 429, description, parameters }));
};

/** After the delay of the line; `then` follows when the answer is out. */
const reply = (res: ServerResponse, result: unknown, then?: () => void) => {
  const out = () => {
    write(res, result);
    then?.();
  };
  if (line.delayMs === 0) out();
  else setTimeout(out, line.delayMs);
};

const message = (chatId: number, messageId: number) => ({
  message_id: messageId,
  date: 1,
  chat: { id: chatId, type: 'private', first_name: '-' },
});

function handle(method: string, call: Call, res: ServerResponse): void {
  const { chat_id: chatId = 0, message_id: messageId = 0 } = call;
  if (method === 'getUpdates') {
    line.firstPollAt ||= Date.now();
    stage.updates.poll(res, call.offset ?? 0, call.timeout ?? 0, reply);
    return;
  }
  line.calls += 1;
  if (method === 'editMessageText') {
    reply(res, true, () => stage.edited(chatId, messageId, screenOf(call)));
  } else if (method === 'answerCallbackQuery') {
    reply(res, true, () => stage.callbackAnswered(call.callback_query_id ?? ''));
  } else if (method.startsWith('send') && line.gate?.pass(chatId) === false) {
    refuse(res);
  } else if (method === 'sendMessage') {
    const sent = stage.sent(chatId, screenOf(call));
    reply(res, message(chatId, sent));
  } else if (method === 'sendDocument') {
    stage.documentSent();
    reply(res, { ...message(chatId, 1), document: { file_id: '1', file_unique_id: '1' } });
  } else reply(res, UNASKED[method] ?? true);
}

const server = createServer((req: IncomingMessage, res: ServerResponse) => {
  const method = req.url?.slice(req.url.lastIndexOf('/') + 1) ?? '';
  const chunks: Buffer[] = [];
  req.on('data', (chunk: Buffer) => chunks.push(chunk));
  req.on('end', () => {
    const json = req.headers['content-type']?.startsWith('application/json') && chunks.length > 0;
    handle(method, json ? (JSON.parse(Buffer.concat(chunks).toString()) as Call) : {}, res);
  });
});
server.keepAliveTimeout = 120_000;

serveOrders(stage, line);
process.on('disconnect', () => process.exit(0));
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ port } satisfies Order['ready']);
});
