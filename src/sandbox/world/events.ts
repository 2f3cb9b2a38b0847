/** What an observer may listen to, with what it is told. */
export interface EventPayloads {
  message: unknown;
  edit: unknown;
  delete: unknown;
  pin: unknown;
  typing: { chatId: number; threadId?: number; action: string };
  callback: { personId: number; queryId: string; text: string; alert: boolean; url?: string };
  keyboard: { chatId: number; replyKeyboard: unknown };
  topic: { chatId: number; topic: unknown };
  person: unknown;
  group: unknown;
  commands: unknown;
  clock: { now: number };
  reset: Record<string, never>;
  /** A call of the bot has ended; not sent to the page. */
  call: CallRecord;
}

/** A call of the bot and what came of it. */
export interface CallRecord {
  method: string;
  parameters: Readonly<Record<string, unknown>>;
  /** Milliseconds of the process's monotonic clock. */
  startedAt: number;
  endedAt: number;
  /** The fault a test ordered for this call. */
  fault?: string;
  /** HTTP status of the answer; 0 if the connection was cut or nothing came. */
  status: number;
  ok: boolean;
  result?: unknown;
  description?: string;
  retryAfter?: number;
}

export type EventName = keyof EventPayloads;
export type Listener = (name: EventName, payload: EventPayloads[EventName]) => void;

export interface Events {
  /** Tells the listener of everything; returns the way to stop. */
  listen(listener: Listener): () => void;
  /** The payload is made only if somebody listens. */
  emit<Name extends EventName>(name: Name, payload: () => EventPayloads[Name]): void;
}

export function createEvents(): Events {
  const listeners = new Set<Listener>();
  return {
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    emit(name, payload) {
      if (listeners.size === 0) return;
      const told = payload();
      for (const listener of listeners) listener(name, told);
    },
  };
}
