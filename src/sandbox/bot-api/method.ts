import type { LongPoll } from '../delivery/long-poll.ts';
import type { Webhook } from '../delivery/webhook.ts';
import type { State } from '../world/state.ts';
import type { Upload } from './upload.ts';

/** What all calls have in common. */
export type Setting = Omit<Context, 'attached' | 'onHangUp'>;

/** What a method acts on. */
export interface Context {
  state: State;
  longPoll: LongPoll;
  webhook: Webhook;
  /** Parts of a multipart request that are named by no parameter: the targets of attach://name. */
  attached: ReadonlyMap<string, Upload>;
  /** Calls back when the caller goes away before it is answered. */
  onHangUp: (callback: () => void) => void;
}

/**
 * Carries out a checked call and returns its `result`; throws a Refusal. Each method names the shape
 * of its own parameters: no call reaches it before they were checked against the specification.
 */
export type Method = (context: Context, parameters: never) => unknown;
