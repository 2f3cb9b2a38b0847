import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers a request; false: not its path. */
export type Route = (req: IncomingMessage, res: ServerResponse) => Promise<boolean>;

export interface HttpServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Listens and asks the routes in their order. Rejects when the port is taken. */
export function listen(
  host: string,
  port: number,
  routes: readonly Route[],
  onFailure: (error: unknown) => void,
): Promise<HttpServer> {
  const answer = async (req: IncomingMessage, res: ServerResponse) => {
    try {
      for (const route of routes) if (await route(req, res)) return;
      res.writeHead(404, { 'content-type': 'text/plain' }).end('Not found\n');
    } catch (error) {
      onFailure(error);
      if (!res.headersSent) res.writeHead(500);
      res.end();
    }
  };
  const server: Server = createServer((req, res) => void answer(req, res));
  server.keepAliveTimeout = 65_000;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      resolve({
        port: (server.address() as AddressInfo).port,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}

export const sendText = (res: ServerResponse, status: number, text: string): true => {
  res
    .writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
    .end(text);
  return true;
};

/** Empty for an address that is none. */
export const pathOf = (req: IncomingMessage): string =>
  URL.parse(req.url ?? '/', 'http://here')?.pathname ?? '';
