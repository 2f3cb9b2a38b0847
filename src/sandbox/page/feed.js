/**
 * @typedef {{ name: string, data: any }} Happening one event of the sandbox, its data as sent
 */

const NAMES = [
  'message',
  'edit',
  'delete',
  'pin',
  'typing',
  'callback',
  'keyboard',
  'clock',
  'topic',
  'person',
  'group',
  'commands',
  'reset',
];

/**
 * Follows the sandbox. At each (re)connection `load` reads the whole state; what happens while it
 * reads is told after it, so nothing falls between.
 * @param {{ load: () => Promise<unknown>, happened: (event: Happening) => unknown,
 *   connected: (is: boolean) => unknown }} listener
 */
export function follow({ load, happened, connected }) {
  const source = new EventSource('/sandbox/events');
  /** @type {Happening[] | null} */
  let waiting = [];
  source.addEventListener('open', () => void reload());
  source.addEventListener('error', () => connected(false));
  for (const name of NAMES) {
    source.addEventListener(name, (event) => {
      const one = { name, data: JSON.parse(event.data) };
      if (waiting) waiting.push(one);
      else happened(one);
    });
  }
  /** Reads everything anew. */
  async function reload() {
    waiting ??= [];
    try {
      await load();
    } catch {
      connected(false);
      setTimeout(() => void reload(), 1000);
      return;
    }
    connected(true);
    const missed = waiting;
    waiting = null;
    for (const one of missed) happened(one);
  }
  return { reload };
}
