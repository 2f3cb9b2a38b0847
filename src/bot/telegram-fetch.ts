import { Agent, type Dispatcher, ProxyAgent, request } from 'undici';

/** What grammY hands to a fetch of one's own, as far as it is used here. */
interface Init {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | NodeJS.ReadableStream;
  readonly signal?: AbortSignal;
}

/** A long poll lasts 30 s; a large file on a thin line may take minutes. */
const TIMES = { headersTimeout: 120_000, bodyTimeout: 120_000, keepAliveTimeout: 60_000 };

export interface TelegramFetch {
  readonly fetch: typeof globalThis.fetch;
  /** Cuts what is still under way. */
  close(): Promise<void>;
}

/**
 * The HTTP client under grammY: undici with kept-alive connections, twice as fast as the built-in one.
 * The signal is passed on, so that grammY's time-outs and aborts cut the request itself.
 */
export function createTelegramFetch(proxy: string | null): TelegramFetch {
  const dispatcher: Dispatcher = proxy
    ? new ProxyAgent({ uri: proxy, ...TIMES })
    : new Agent({ ...TIMES, connections: 256 });
  const fetch = async (url: string | URL, init: Init = {}) => {
    const { statusCode, body } = await request(url, {
      dispatcher,
      method: init.method === 'POST' ? 'POST' : 'GET',
      headers: init.headers ?? {},
      body: (init.body as string | undefined) ?? null,
      signal: init.signal ?? null,
    });
    return {
      ok: statusCode < 400,
      status: statusCode,
      json: () => body.json(),
      arrayBuffer: () => body.arrayBuffer(),
    };
  };
  return {
    fetch: fetch as unknown as typeof globalThis.fetch,
    close: () => dispatcher.destroy(),
  };
}
