import type { ServerResponse } from 'node:http';
import type { Events } from '../world/events.ts';

export interface EventStreams {
  /** Tells the page of everything that happens, as server-sent events, until it goes away. */
  open(res: ServerResponse): void;
  close(): void;
}

export function createEventStreams(events: Events): EventStreams {
  const open = new Set<ServerResponse>();
  let lastId = 0;
  let stop: (() => void) | undefined;

  /** Nothing is rendered while no page looks. */
  function listen(): void {
    stop ??= events.listen((name, payload) => {
      if (name === 'call') return;
      const text = `id: ${++lastId}\nevent: ${name}\ndata: ${JSON.stringify(payload)}\n\n`;
      for (const res of open) res.write(text);
    });
  }

  return {
    open(res) {
      res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      res.write(': open\n\n');
      open.add(res);
      listen();
      res.on('close', () => {
        open.delete(res);
        if (open.size > 0) return;
        stop?.();
        stop = undefined;
      });
    },
    close() {
      for (const res of open) res.end();
    },
  };
}
