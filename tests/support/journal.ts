import type { CallRecord } from '../../src/sandbox/world/events.ts';
import type { World } from '../../src/sandbox/world.ts';

/** Timers of the bot may end a little early against the clock of the journal. */
const TIMER_SLACK_MS = 25;

/** Every call of the bot and its outcome, in the order in which the calls ended. */
export interface Journal {
  readonly calls: readonly CallRecord[];
  /** The calls of one method. */
  of(method: string): CallRecord[];
  /** The place where the journal ends now, for `since`. */
  mark(): number;
  /**
   * The first call after `since` (all, if absent) that matches, as soon as it has ended. After
   * `withinMs` it fails and says what was seen instead.
   */
  until(
    matches: (call: CallRecord) => boolean,
    options?: { since?: number; withinMs?: number },
  ): Promise<CallRecord>;
  /** Calls that were refused though no fault was ordered: mistakes of the bot. */
  refused(): CallRecord[];
  /**
   * Manners that show only across calls, one sentence for each breach: every press answered once,
   * no call to somebody after 403, none to a chat before its retry_after is over.
   */
  breaches(): string[];
}

/** Keeps a journal from now on. */
export function keepJournal(world: World): Journal {
  const calls: CallRecord[] = [];
  const contacts: { chatId: number; at: number }[] = [];
  const waiting = new Set<(call: CallRecord) => void>();
  world.listen((name, payload) => {
    const at = performance.now();
    if (name === 'call') {
      const call = payload as CallRecord;
      calls.push(call);
      for (const tell of waiting) tell(call);
    } else if (name === 'message') {
      const { chatId, from } = payload as { chatId: number; from: unknown };
      if (from !== 'bot') contacts.push({ chatId, at });
    } else if (name === 'person') {
      const { id, blocked } = payload as { id: number; blocked: boolean };
      if (!blocked) contacts.push({ chatId: id, at });
    }
  });

  return {
    calls,
    of: (method) => calls.filter((call) => call.method === method),
    mark: () => calls.length,
    until(matches, { since = 0, withinMs = 5000 } = {}) {
      const found = calls.slice(since).find(matches);
      if (found) return Promise.resolve(found);
      return new Promise((resolve, reject) => {
        const tell = (call: CallRecord) => {
          if (!matches(call)) return;
          clearTimeout(timer);
          waiting.delete(tell);
          resolve(call);
        };
        const timer = setTimeout(() => {
          waiting.delete(tell);
          const seen = calls.slice(since).map(summary).join('\n  ') || 'no call at all';
          reject(
            new Error(`no call matched ${String(matches)} within ${withinMs} ms; seen:\n  ${seen}`),
          );
        }, withinMs);
        waiting.add(tell);
      });
    },
    refused: () => calls.filter((call) => !call.ok && call.fault === undefined),
    breaches: () => [
      ...unanswered(world, calls),
      ...afterForbidden(calls, contacts),
      ...tooSoon(calls),
    ],
  };
}

/** A call in one line. */
export function summary({ method, parameters, status, description, fault }: CallRecord): string {
  const said = JSON.stringify(parameters).slice(0, 200);
  const outcome = description ?? (status === 0 ? 'no answer' : String(status));
  return `${method} ${said} → ${outcome}${fault ? ` (ordered: ${fault})` : ''}`;
}

function unanswered(world: World, calls: CallRecord[]): string[] {
  const tried = new Set(
    calls
      .filter((call) => call.method === 'answerCallbackQuery')
      .map((call) => call.parameters.callback_query_id),
  );
  return world
    .callbacks()
    .filter(({ id, answer, expired }) => (expired ? !tried.has(id) : !answer))
    .map(
      ({ id, personId, data }) => `the press ${id} of "${data}" by ${personId} was not answered`,
    );
}

function afterForbidden(calls: CallRecord[], contacts: { chatId: number; at: number }[]): string[] {
  const breaches: string[] = [];
  for (const forbidden of calls.filter((call) => call.status === 403)) {
    const chatId = forbidden.parameters.chat_id;
    const back = contacts.find((seen) => seen.chatId === chatId && seen.at > forbidden.endedAt);
    const next = calls.find(
      (call) =>
        call.parameters.chat_id === chatId &&
        call.startedAt > forbidden.endedAt &&
        call.startedAt < (back?.at ?? Number.POSITIVE_INFINITY),
    );
    if (next) breaches.push(`called again after 403: ${summary(next)}`);
  }
  return breaches;
}

function tooSoon(calls: CallRecord[]): string[] {
  const breaches: string[] = [];
  for (const { parameters, endedAt, retryAfter } of calls) {
    if (retryAfter === undefined || parameters.chat_id === undefined) continue;
    const free = endedAt + retryAfter * 1000 - TIMER_SLACK_MS;
    const early = calls.find(
      (call) =>
        call.parameters.chat_id === parameters.chat_id &&
        call.startedAt > endedAt &&
        call.startedAt < free,
    );
    if (early) {
      const missing = Math.round(free - early.startedAt);
      breaches.push(`${missing} ms before retry_after was over: ${summary(early)}`);
    }
  }
  return breaches;
}
