import type { World } from '../../src/sandbox/world.ts';
import type { MessageView } from '../../src/sandbox/world/view.ts';

/** What one person does and sees in the chat with the bot. Every deed waits until the bot has answered. */
export interface ChatClient {
  readonly personId: number;
  /** Opens the bot by a link. */
  start(token?: string): Promise<void>;
  /** Opens the bot by the letter lying in the chat. */
  openLetter(): Promise<void>;
  say(text: string, replyTo?: number): Promise<number>;
  /** Presses the button of the newest message that has one so labelled. Returns the toast, if any. */
  tap(label: string | RegExp): Promise<string | undefined>;
  /** Presses by callback data, as a forged client could. */
  press(data: string, messageId?: number): Promise<string | undefined>;
  upload(
    files: readonly { name: string; bytes: Uint8Array; mime?: string }[],
    how?: { as?: 'document' | 'photo'; caption?: string; replyTo?: number },
  ): Promise<void>;
  /** The newest message of the bot. */
  last(): MessageView;
  /** The newest message of the bot that has buttons. */
  card(): MessageView;
  /** All that stands in the chat. */
  messages(): MessageView[];
  /** Labels of the card's buttons, row by row. */
  buttons(): string[][];
  /** Callback data of a button. */
  dataOf(label: string | RegExp): string;
}

const fits = (text: string, label: string | RegExp): boolean =>
  typeof label === 'string' ? text === label : label.test(text);

export function createChat(world: World, personId: number, quiet: () => Promise<void>): ChatClient {
  const place = { personId, chatId: personId };
  const messages = () => world.messages(personId).filter((message) => message.deleted !== true);
  const fromBot = () => messages().filter(({ from }) => from === 'bot');

  const last = () => {
    const message = fromBot().at(-1);
    if (!message) throw new Error('The bot has said nothing yet');
    return message;
  };
  const rowsOf = (message: MessageView) => message.keyboard?.inline_keyboard ?? [];
  const card = () => {
    const message = fromBot().findLast((one) => rowsOf(one).length > 0);
    if (!message) throw new Error(`No message has buttons; the last one says: ${last().text}`);
    return message;
  };
  const find = (label: string | RegExp) => {
    for (const message of fromBot().toReversed()) {
      for (const button of rowsOf(message).flat()) {
        if (
          'callback_data' in button &&
          button.callback_data !== undefined &&
          fits(button.text, label)
        ) {
          return { message, data: button.callback_data };
        }
      }
    }
    throw new Error(
      `No button ${String(label)}; the card says:\n${card().text}\n${JSON.stringify(rowsOf(card()).map((row) => row.map(({ text }) => text)))}`,
    );
  };
  const press = async (data: string, messageId: number) => {
    const { queryId } = world.press({ ...place, messageId, data });
    await quiet();
    return world.callback(queryId)?.answer?.text;
  };

  return {
    personId,
    async start(token) {
      world.start(personId, token);
      await quiet();
    },
    async openLetter() {
      const letter = world.state().people.find(({ id }) => id === personId)?.letter;
      if (!letter) throw new Error(`No letter lies in the chat of ${personId}`);
      world.start(personId, letter.startParameter);
      await quiet();
    },
    async say(text, replyTo) {
      const sent = world.send({ ...place, text, ...(replyTo === undefined ? {} : { replyTo }) });
      await quiet();
      return sent.messageId;
    },
    tap(label) {
      const { message, data } = find(label);
      return press(data, message.id);
    },
    press: (data, messageId) => press(data, messageId ?? card().id),
    async upload(files, how = {}) {
      world.upload({
        ...place,
        as: how.as ?? 'document',
        files: files.map(({ name, bytes, mime }) => ({
          name,
          bytes: Buffer.from(bytes),
          mime: mime ?? 'application/octet-stream',
        })),
        ...(how.caption === undefined ? {} : { caption: how.caption }),
        ...(how.replyTo === undefined ? {} : { replyTo: how.replyTo }),
      });
      await quiet();
    },
    last,
    card,
    messages,
    buttons: () => rowsOf(card()).map((row) => row.map(({ text }) => text)),
    dataOf: (label) => find(label).data,
  };
}
