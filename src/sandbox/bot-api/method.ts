import type { LongPoll } from '../delivery/long-poll.ts';
import type { Webhook } from '../delivery/webhook.ts';
import type { State } from '../world/state.ts';
import type { Upload } from './upload.ts';

/** What a method acts on. */
export interface Context {
  state: State;
  longPoll: LongPoll;
  webhook: Webhook;
  /** Parts of a multipart request that are named by no parameter: the targets of attach://name. */
  attached: ReadonlyMap<string, Upload>;
}

/** Carries out a checked call and returns its `result`; throws a Refusal. */
export type Method = (context: Context, parameters: Record<string, unknown>) => unknown;

/**
 * A method with the shape of its parameters. The cast is safe because no call reaches a method
 * before its parameters were checked against the specification, which names the same shape.
 */
export function method<P>(carryOut: (context: Context, parameters: P) => unknown): Method {
  return (context, parameters) => carryOut(context, parameters as P);
}
