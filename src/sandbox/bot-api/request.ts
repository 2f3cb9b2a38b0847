import type { IncomingMessage } from 'node:http';
import { type Part, parseMultipart } from './multipart.ts';
import { badRequest, Refusal } from './refusal.ts';
import { isUpload } from './upload.ts';

/** Bytes of one upload (core.telegram.org/bots/api, «Sending files»: 50 MB), and room for the rest. */
const UPLOAD_BYTES = 50 * 1024 * 1024;
const ROOM_FOR_FIELDS = 1024 * 1024;
const BODY_BYTES = UPLOAD_BYTES + ROOM_FOR_FIELDS;

/** What a request says: parameters by name, files among them. */
export type RequestFields = Record<string, unknown>;

function tooLarge(): Refusal {
  return new Refusal(413, 'Request Entity Too Large');
}

/** Reads the parameters of a call from the query and from a JSON, urlencoded or multipart body. */
export async function readRequest(req: IncomingMessage, query: string): Promise<RequestFields> {
  const fields: RequestFields = query === '' ? {} : Object.fromEntries(new URLSearchParams(query));
  if (Number(req.headers['content-length'] ?? 0) > BODY_BYTES) throw tooLarge();
  const type = req.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) {
    for (const [name, value] of await readMultipart(req, UPLOAD_BYTES)) fields[name] = value;
    return fields;
  }
  const body = await readBody(req);
  if (body.length === 0) return fields;
  if (type.startsWith('application/json')) return Object.assign(fields, readJson(body));
  if (type.startsWith('application/x-www-form-urlencoded')) {
    return Object.assign(fields, Object.fromEntries(new URLSearchParams(body.toString())));
  }
  throw badRequest(`unsupported content type "${type}"`);
}

function readBody(req: IncomingMessage, limit = BODY_BYTES): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    req.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) reject(tooLarge());
      else chunks.push(chunk);
    });
    req.on('end', () =>
      resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)),
    );
    req.on('error', reject);
  });
}

function readJson(body: Buffer): Record<string, unknown> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body.toString());
  } catch {
    throw badRequest("can't parse request JSON object");
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw badRequest('request JSON must be an object');
  }
  return parsed as Record<string, unknown>;
}

/** The parts of a multipart request; a file of more than `limit` bytes is refused with 413. */
export async function readMultipart(req: IncomingMessage, limit: number): Promise<Part[]> {
  const body = await readBody(req, limit + ROOM_FOR_FIELDS);
  const parts = parseMultipart(body, req.headers['content-type'] ?? '');
  if (parts.some(([, value]) => isUpload(value) && value.bytes.length > limit)) throw tooLarge();
  return parts;
}
