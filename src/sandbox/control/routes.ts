import type { IncomingMessage, ServerResponse } from 'node:http';
import { readMultipart } from '../bot-api/request.ts';
import { isUpload } from '../bot-api/upload.ts';
import type { World } from '../world.ts';
import { deeds } from './deeds.ts';
import type { EventStreams } from './event-stream.ts';
import { isOwnRequest } from './origin.ts';

/** Bytes of a JSON body, and of a file somebody sends: larger than a bot can take, so that it shows. */
const BODY_BYTES = 1024 * 1024;
const FILE_BYTES = 100 * 1024 * 1024;

/** Answers `/sandbox/…`, the way the page and the curious do what people do. */
export async function handleControl(
  { world, streams }: { world: World; streams: EventStreams },
  req: IncomingMessage,
  res: ServerResponse,
  { pathname, searchParams }: URL,
): Promise<void> {
  if (!isOwnRequest(req)) {
    sendJson(res, 403, { error: 'the sandbox is steered from its own page on this machine only' });
    return;
  }
  const name = pathname.slice('/sandbox/'.length);
  try {
    if (req.method === 'POST') {
      const done =
        name === 'upload' ? await upload(world, req, searchParams) : await act(world, req, name);
      sendJson(res, 200, done ?? {});
    } else if (name === 'state') sendJson(res, 200, world.state());
    else if (name === 'events') streams.open(res);
    else if (name.startsWith('file/')) sendFile(world, res, decodeURIComponent(name.slice(5)));
    else throw new Error(`there is no /sandbox/${name}`);
  } catch (error) {
    sendJson(res, 400, { error: error instanceof Error ? error.message : String(error) });
  }
}

async function act(world: World, req: IncomingMessage, name: string): Promise<unknown> {
  const deed = deeds.get(name);
  if (!deed) throw new Error(`there is no /sandbox/${name}`);
  return await deed(world, (await readJson(req)) as never);
}

async function readJson(req: IncomingMessage): Promise<unknown> {
  let text = '';
  req.setEncoding('utf8');
  for await (const chunk of req) {
    text += chunk;
    if (text.length > BODY_BYTES) throw new Error('the body is too large');
  }
  const body: unknown = JSON.parse(text === '' ? '{}' : text);
  if (typeof body !== 'object' || body === null) throw new Error('the body must be a JSON object');
  return body;
}

async function upload(world: World, req: IncomingMessage, query: URLSearchParams) {
  const number = (name: string) => (query.has(name) ? Number(query.get(name)) : undefined);
  const parts = await readMultipart(req, FILE_BYTES);
  return world.upload({
    personId: number('personId') ?? 0,
    chatId: number('chatId') ?? 0,
    threadId: number('threadId'),
    replyTo: number('replyTo'),
    caption: query.get('caption') ?? undefined,
    as: query.get('as') === 'photo' ? 'photo' : 'document',
    files: parts.map(([, value]) => value).filter(isUpload),
  });
}

function sendJson(res: ServerResponse, status: number, body: unknown): void {
  const bytes = Buffer.from(JSON.stringify(body));
  res.writeHead(status, {
    'content-type': 'application/json',
    'content-length': bytes.length,
    'cache-control': 'no-store',
  });
  res.end(bytes);
}

/** A file a person opens. It is never shown as a page of this origin: it could steer the sandbox. */
function sendFile(world: World, res: ServerResponse, fileId: string): void {
  const file = world.file(fileId);
  if (!file) throw new Error(`there is no file ${fileId}`);
  const isShown = /^(image\/(png|jpeg|gif|webp)|application\/pdf)$/.test(file.mime);
  const name = `filename*=UTF-8''${encodeURIComponent(file.name)}`;
  res.writeHead(200, {
    'content-type': file.mime,
    'content-length': file.bytes.length,
    'content-disposition': `${isShown ? 'inline' : 'attachment'}; ${name}`,
    'x-content-type-options': 'nosniff',
  });
  res.end(file.bytes);
}
