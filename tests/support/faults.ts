import type { ApiCall, Intercept, Intervention } from '../../src/sandbox/options.ts';

/** Faults of the Bot API waiting for their calls, in the order in which they were ordered. */
export interface Faults {
  /** Give this to createSandbox. */
  intercept: Intercept;
  /** The next calls of `method` meet these faults, one each. */
  order(method: string, ...faults: Intervention[]): void;
  /** As `order`, for the calls that `concerns` picks. */
  orderFor(method: string, concerns: (call: ApiCall) => boolean, ...faults: Intervention[]): void;
  /** How many have not met their call yet. */
  waiting(): number;
}

export function createFaults(): Faults {
  const queue: { method: string; concerns: (call: ApiCall) => boolean; fault: Intervention }[] = [];
  return {
    intercept(call) {
      const index = queue.findIndex(
        (ordered) => ordered.method === call.method && ordered.concerns(call),
      );
      return index < 0 ? undefined : queue.splice(index, 1)[0]?.fault;
    },
    order(method, ...faults) {
      this.orderFor(method, () => true, ...faults);
    },
    orderFor(method, concerns, ...faults) {
      for (const fault of faults) queue.push({ method, concerns, fault });
    },
    waiting: () => queue.length,
  };
}

/** An answer of Telegram with its own text, such as `refused(403, 'Forbidden: user is deactivated')`. */
export function refused(
  code: number,
  description: string,
  parameters?: Record<string, number>,
): Intervention {
  const body = { ok: false, error_code: code, description, ...(parameters && { parameters }) };
  return { kind: 'respond', status: code, body };
}

/** 429: nothing more to this chat for `seconds`. */
export function flood(seconds: number): Intervention {
  return {
    kind: 'respond',
    status: 429,
    body: {
      ok: false,
      error_code: 429,
      description: `Too Many Requests: retry after ${seconds}`,
      parameters: { retry_after: seconds },
    },
    headers: { 'retry-after': String(seconds) },
  };
}

export const blocked = refused(403, 'Forbidden: bot was blocked by the user');
export const restarting = refused(500, 'Internal Server Error: restart');
export const badGateway = refused(502, 'Bad Gateway');

/** What a proxy in front of Telegram answers instead of JSON. */
export const gatewayPage: Intervention = {
  kind: 'respond',
  status: 502,
  body: '<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>',
};

/** The connection is cut, the call not applied. */
export const resetBefore: Intervention = { kind: 'reset-before' };
/** The connection is cut after the call was applied: whoever repeats it does it twice. */
export const resetAfter: Intervention = { kind: 'reset-after' };
/** No answer ever. */
export const silence: Intervention = { kind: 'hang' };

/** Applied at once, answered late. */
export function late(ms: number): Intervention {
  return { kind: 'delay', ms };
}
