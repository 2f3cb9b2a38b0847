import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname } from 'node:path';

const ROOT = new URL('../page/', import.meta.url);

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Sends a file of the page: `/` is index.html, `/page/x` is x. Nothing outside the folder is reached. */
export async function sendPageFile(res: ServerResponse, pathname: string): Promise<void> {
  const name = pathname === '/' ? 'index.html' : pathname.slice('/page/'.length);
  const type = TYPES[extname(name)];
  const isInside = /^[a-z0-9-]+(\/[a-z0-9-]+)*\.[a-z]+$/.test(name);
  const bytes = type && isInside ? await readPageFile(name) : undefined;
  if (!bytes) {
    res.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('not found\n');
    return;
  }
  res.writeHead(200, {
    'content-type': type,
    'content-length': bytes.length,
    'cache-control': 'no-cache',
    'content-security-policy':
      "default-src 'self'; img-src 'self' data: blob:; frame-ancestors 'none'",
  });
  res.end(bytes);
}

async function readPageFile(name: string): Promise<Buffer | undefined> {
  try {
    return await readFile(new URL(name, ROOT));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
