import { type Command, InvalidArgumentError } from 'commander';
import { type Context, openContext } from './context.ts';
import type { Outcome } from './outcome.ts';
import type { Ports, Settings } from './ports.ts';

/** Refused by a service or by the machine: exit code 1, the sentence on standard error. */
export class Refused extends Error {}

/** Options of a command as commander read them; withJson adds one to each. */
type Shared = object;

const wantsJson = (options: Shared): boolean => 'json' in options && options.json === true;

export interface Runner {
  /** A command on the open database. */
  onDatabase(options: Shared, act: (context: Context) => Promise<Outcome>): Promise<void>;
  /** A command that opens nothing. */
  onSettings(options: Shared, act: (settings: Settings) => Promise<Outcome>): Promise<void>;
  /** A command that reads nothing of this machine. */
  plain(options: Shared, act: () => Outcome): void;
}

/** Adds --json: one JSON object and nothing else. */
export const withJson = (command: Command): Command =>
  command.option('--json', 'print one JSON object and nothing else');

export function createRunner(ports: Ports): Runner {
  const tell = (options: Shared, outcome: Outcome) => {
    if (!outcome.ok) throw new Refused(outcome.error);
    const { json, lines } = outcome.value;
    const text = wantsJson(options) ? JSON.stringify(json) : lines.join('\n');
    if (text !== '') ports.write(`${text}\n`);
  };
  const settingsOf = (): Settings => {
    const settings = ports.settings();
    if (!settings.ok) throw new Refused(settings.error);
    return settings.value;
  };
  return {
    async onDatabase(options, act) {
      const context = await openContext(ports, settingsOf());
      if (!context.ok) throw new Refused(context.error);
      try {
        tell(options, await act(context.value));
      } finally {
        await context.value.close();
      }
    },
    async onSettings(options, act) {
      tell(options, await act(settingsOf()));
    },
    plain: (options, act) => tell(options, act()),
  };
}

/** An id: a whole number from 1. */
export function id(text: string): number {
  if (!/^[1-9]\d{0,9}$/.test(text))
    throw new InvalidArgumentError('It must be an id, for example 12.');
  return Number(text);
}

/** Ids given one after another: --org 1 2 3. */
export const ids = (text: string, before: readonly number[] = []): number[] => [
  ...before,
  ...text.split(',').map(id),
];
