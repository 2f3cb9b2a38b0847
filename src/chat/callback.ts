import { ACTIONS, type ActionName } from './actions.ts';

/** Callback data is at most 64 bytes (Bot API, InlineKeyboardButton). */
export const DATA_LIMIT = 64;

const NAMES = new Map(
  Object.entries(ACTIONS).map(([name, { code }]) => [code as string, name as ActionName]),
);

const FORM = /^([a-z]{1,3})((?:\.[0-9a-z]{1,11})*)$/;

/** An action's code and its whole numbers in base 36: "ra.c.8f.1.0". */
export function encode(action: ActionName, args: readonly number[] = []): string {
  const { code, args: names } = ACTIONS[action];
  if (args.length !== names.length) throw new Error(`${action} takes ${names.join(', ')}`);
  for (const arg of args) {
    if (!Number.isSafeInteger(arg) || arg < 0) throw new Error(`${action}: ${arg} is no id`);
  }
  const data = [code, ...args.map((arg) => arg.toString(36))].join('.');
  if (data.length > DATA_LIMIT) throw new Error(`${action}: ${data} is over ${DATA_LIMIT} bytes`);
  return data;
}

export interface Decoded {
  readonly action: ActionName;
  readonly args: readonly number[];
}

/** null: truncated, forged or of a form this bot never sent. */
export function decode(data: string): Decoded | null {
  const match = FORM.exec(data);
  const action = match?.[1] === undefined ? undefined : NAMES.get(match[1]);
  if (!match || action === undefined) return null;
  const args = (match[2] ?? '')
    .split('.')
    .slice(1)
    .map((part) => Number.parseInt(part, 36));
  if (args.length !== ACTIONS[action].args.length) return null;
  if (!args.every((arg) => Number.isSafeInteger(arg))) return null;
  return { action, args };
}
