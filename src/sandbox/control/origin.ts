import type { IncomingMessage } from 'node:http';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

/**
 * Whether a request may steer the sandbox: it names this machine as its host (a foreign page cannot,
 * even by rebinding a name of its own) and comes from no other page.
 */
export function isOwnRequest({ headers }: IncomingMessage): boolean {
  const { host = '', origin } = headers;
  if (!LOOPBACK.test(host)) return false;
  return origin === undefined || origin.toLowerCase() === `http://${host}`.toLowerCase();
}
