import type { Update } from 'grammy/types';

/** A text message of a person in the private chat. */
export const said = (updateId: number, personId: number, text: string): Update => ({
  update_id: updateId,
  message: {
    message_id: updateId,
    date: 1_790_000_000,
    chat: { id: personId, type: 'private', first_name: 'Айгүл' },
    from: { id: personId, is_bot: false, first_name: 'Айгүл' },
    text,
  },
});

/** Waits as long as it is told, really. */
export const sleep = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** A gate: whoever waits passes when it is opened. */
export function gate(): { open: () => void; passed: Promise<void> } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { open: resolve, passed: promise };
}
