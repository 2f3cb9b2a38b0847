import { badRequest } from './refusal.ts';
import type { Upload } from './upload.ts';

export type Part = [name: string, value: string | Upload];

const HEADERS_END = Buffer.from('\r\n\r\n');

/**
 * The parts of a multipart/form-data body in their order: those with a file name as uploads, the
 * others as text. As lenient with names as Telegram's server: grammY sends file names without
 * quotes and in any alphabet, which stricter parsers drop.
 */
export function parseMultipart(body: Buffer, contentType: string): Part[] {
  const [, quoted, bare] = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? bare;
  if (boundary === undefined) throw malformed('it names no boundary');
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  // The first delimiter may stand at the very beginning, without its line break.
  const whole = Buffer.concat([Buffer.from('\r\n'), body]);
  const parts: Part[] = [];
  let at = whole.indexOf(delimiter);
  if (at < 0) throw malformed('its boundary is not in it');
  for (;;) {
    const start = at + delimiter.length;
    if (whole.toString('latin1', start, start + 2) === '--') return parts;
    at = whole.indexOf(delimiter, start);
    const headersEnd = whole.indexOf(HEADERS_END, start);
    if (at < 0 || headersEnd < 0 || headersEnd > at) throw malformed('it breaks off');
    const headers = whole.toString('utf8', start, headersEnd);
    parts.push(readPart(headers, whole.subarray(headersEnd + HEADERS_END.length, at)));
  }
}

function malformed(reason: string): Error {
  return badRequest(`Can't parse multipart body: ${reason}`);
}

function readPart(headers: string, content: Buffer): Part {
  const disposition = /^content-disposition:(.*)$/im.exec(headers)?.[1] ?? '';
  const name = attribute(disposition, 'name');
  if (name === undefined) throw malformed('a part has no name');
  const fileName = attribute(disposition, 'filename');
  if (fileName === undefined) return [name, content.toString()];
  const mime = /^content-type:\s*([^\s;]+)/im.exec(headers)?.[1] ?? 'application/octet-stream';
  return [name, { name: fileName, mime, bytes: Buffer.from(content) }];
}

function attribute(disposition: string, key: string): string | undefined {
  const found = new RegExp(`;\\s*${key}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\r\\n]*))`, 'i');
  const [, quoted, bare] = found.exec(disposition) ?? [];
  return quoted?.replace(/\\(["\\])/g, '$1') ?? bare?.trim();
}
