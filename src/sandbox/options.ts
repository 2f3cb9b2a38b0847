/** A text in the three languages of the sandbox's page. */
export interface Localised {
  ky: string;
  ru: string;
  en: string;
}

/** Somebody who can talk to the bot. `role` is shown above the chat. */
export interface SandboxPerson {
  id: number;
  first_name: string;
  last_name?: string;
  username?: string;
  language_code?: string;
  role: Localised;
  /** An invitation lying in that person's chat: a button opens the bot with `startParameter`. */
  letter?: { text: Localised; startParameter: string };
}

/** A group as it stands at the start; its first member is its owner. The bot, if in it, is an administrator. */
export interface SandboxGroup {
  /** Negative; a forum needs the id of a supergroup, −100…. */
  id: number;
  title: string;
  isForum: boolean;
  memberIds: number[];
  botIsMember: boolean;
}

/** A call of the bot that passed the checks of the specification, before it is applied. */
export interface ApiCall {
  method: string;
  parameters: Readonly<Record<string, unknown>>;
}

/**
 * What happens to a call instead of the ordinary.
 *
 * - `respond`: not applied; this answer is sent (an object as JSON, a string as HTML)
 * - `reset-before`, `reset-after`: the connection is cut, the call not applied or applied
 * - `hang`: not applied and never answered
 * - `delay`: applied at once, answered after `ms`
 */
export type Intervention =
  | { kind: 'respond'; status: number; body: unknown; headers?: Record<string, string> }
  | { kind: 'reset-before' }
  | { kind: 'reset-after' }
  | { kind: 'hang' }
  | { kind: 'delay'; ms: number };

/** The one point where a test can make the Bot API fail. */
export type Intercept = (call: ApiCall) => Intervention | undefined;

export interface SandboxOptions {
  token: string;
  bot: { id: number; first_name: string; username: string };
  /** The sandbox's clock, in milliseconds since the epoch. */
  now: () => number;
  /** Moves that clock forward; absent, the page hides the control. */
  advanceClock?: (ms: number) => Promise<void>;
  /** When the next working morning of the bot begins, by the same clock, in milliseconds since the epoch. */
  nextMorning?: () => Promise<number>;
  /** Resets what stands behind the bot, after the world is cleared; absent, the page hides the control. */
  reset?: () => Promise<void>;
  people: SandboxPerson[];
  groups: SandboxGroup[];
  intercept?: Intercept;
}
