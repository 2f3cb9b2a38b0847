import type { Screen } from '../../src/chat/screen.ts';
import { decode, encode } from '../../src/chat/callback.ts';
import type { ActionName } from '../../src/chat/actions.ts';
import type {
  Action,
  IncomingFile,
  IncomingMessage,
  MessageHandler,
  Reply,
} from '../../src/chat/visit.ts';
import {
  cardShown,
  openCardOf,
  receiptShown,
  screenShown,
} from '../../src/domain/assessment/card.service.ts';
import type { Language } from '../../src/domain/shared/language.ts';
import type { Form } from '../../src/flows/ask/form.ts';
import { createWalk, type Walk } from '../../src/flows/self-assessment/walk.ts';
import { NOW, type Office, type Who } from './visit.ts';

/** One person's chat with the walk: messages come and change as the edge makes them. */
export interface Phone {
  readonly walk: Walk;
  /** Milliseconds since 1970; a test may move it. */
  now: number;
  language: Language;
  /** The last reply, whole. */
  last: Reply;
  /** Messages of the bot by id, as they look now. */
  readonly messages: Map<number, Screen>;
  /** The message that was sent or changed last, less a receipt above it. */
  readonly screen: Screen;
  readonly screenId: number;
  open(): Promise<Reply>;
  /** Presses the newest button with this text. */
  tap(text: string): Promise<Reply>;
  /** Presses a button by its data, in the newest message unless told. */
  press(data: string, messageId?: number): Promise<Reply>;
  say(text: string, more?: Partial<IncomingMessage>): Promise<Reply>;
  send(file: Partial<IncomingFile>, more?: Partial<IncomingMessage>): Promise<Reply>;
  /** Answers the form the last reply opened. */
  fill(text: string): Promise<Reply | string>;
}

const END: Screen = { text: 'the check before sending', rows: [] };
const SENT: Screen = { text: 'what was sent', rows: [] };

/** Each phone has message ids of its own, as if much had been said before. */
let phones = 0;

/** A journey beside the walk: its actions, questions and the messages it takes before the walk. */
export interface Beside {
  readonly actions: Partial<Record<ActionName, Action>>;
  readonly forms: readonly Form[];
  readonly onMessage?: MessageHandler;
}

export function phoneOf(
  office: Office,
  who: Who | 'stranger',
  language: Language = 'ky',
  beside: Beside | null = null,
): Phone {
  const walk = createWalk({
    check: () => Promise.resolve({ screen: END }),
    nextDoubt: () => Promise.resolve({ screen: END }),
    sent: () => Promise.resolve({ screen: SENT }),
  });
  const actions = { ...walk.actions, ...beside?.actions };
  const forms = [...walk.forms, ...(beside?.forms ?? [])];
  const { database } = office;
  const chatId = office.telegramId(who);
  phones += 1;
  let newest = phones * 10_000;
  const visit = (pressed: number | null) =>
    office.visit(who, { pressed, now: phone.now, language: phone.language });

  const deliver = async (reply: Reply, personId: number, pressed: number | null) => {
    phone.last = reply;
    const { note, screen, card, fresh, dialog } = reply;
    if (note) {
      phone.messages.set(++newest, note);
      if (reply.noteOf !== undefined) await receiptShown(database, reply.noteOf, newest);
    }
    for (const edit of reply.edits ?? []) phone.messages.set(edit.messageId, edit.screen);
    const form = beside?.forms.find(({ name }) => name === dialog?.name);
    const question = form && dialog ? await form.ask(await visit(null), dialog.args) : null;
    if (question) phone.messages.set(++newest, question);
    if (!screen) return reply;
    if (pressed !== null && fresh !== true) {
      phone.messages.set(pressed, screen);
      phone.shown = pressed;
      if (!card) await screenShown(database, personId, pressed);
      return reply;
    }
    const messageId = ++newest;
    phone.messages.set(messageId, screen);
    phone.shown = messageId;
    const former = await openCardOf(database, personId);
    await cardShown(database, { personId, chatId, messageId, card: card ?? null, former });
    const old = former?.messageId ? phone.messages.get(former.messageId) : undefined;
    if (former?.messageId && old) phone.messages.set(former.messageId, { ...old, rows: [] });
    return reply;
  };

  const message = (more: Partial<IncomingMessage>): IncomingMessage => ({
    chatId,
    messageId: ++newest,
    text: null,
    caption: null,
    file: null,
    other: null,
    replyTo: null,
    album: null,
    edited: false,
    ...more,
  });
  const handle = async (incoming: IncomingMessage) => {
    const here = await visit(null);
    const reply =
      (await beside?.onMessage?.(here, incoming)) ?? (await walk.onMessage(here, incoming));
    if (!reply) throw new Error('The walk did not want this message');
    return deliver(reply, here.actor.personId, null);
  };

  const phone: Phone & { shown: number } = {
    walk,
    now: NOW,
    language,
    last: {},
    shown: 0,
    messages: new Map(),
    get screen() {
      const screen = phone.messages.get(phone.shown);
      if (!screen) throw new Error('Nothing is on the screen');
      return screen;
    },
    get screenId() {
      return phone.shown;
    },
    async open() {
      const here = await visit(null);
      return deliver(await walk.home(here), here.actor.personId, null);
    },
    async tap(text) {
      for (const [id, { rows }] of [...phone.messages].toReversed()) {
        const button = rows.flat().find((one) => one.text === text);
        if (button && 'data' in button) return phone.press(button.data, id);
      }
      const there = phone.screen.rows.flat().map((one) => one.text);
      throw new Error(`No button «${text}»; there are ${there.join(' | ')}`);
    },
    async press(data, messageId = phone.shown) {
      const decoded = decode(data);
      const here = await visit(messageId);
      const action = decoded && actions[decoded.action];
      if (!action) throw new Error(`The walk has no action for ${data}`);
      return deliver(await action(here, decoded.args), here.actor.personId, messageId);
    },
    say: (text, more = {}) => handle(message({ text, ...more })),
    send: (file, more = {}) =>
      handle(
        message({
          file: {
            name: null,
            mime: null,
            size: null,
            photo: false,
            fetch: () => Promise.reject(new Error('fetched')),
            ...file,
          },
          ...more,
        }),
      ),
    async fill(text) {
      const { dialog } = phone.last;
      const form = forms.find(({ name }) => name === dialog?.name);
      if (!form || !dialog) throw new Error('No form is open');
      const here = await visit(null);
      const read = form.read(text, here, dialog.args);
      if (!read.ok) return read.error;
      return deliver(await form.done(here, dialog.args, read.value), here.actor.personId, null);
    },
  };
  return phone;
}

/** The texts of a screen's buttons, row by row. */
export const buttonsOf = ({ rows }: Screen): string[][] =>
  rows.map((row) => row.map(({ text }) => text));

/** What stands in the database of one item's answer, less what nobody set. */
export async function answerOf(office: Office, item: number): Promise<Record<string, unknown>> {
  const where = { assessmentId_item: { assessmentId: office.assessmentId, item } };
  const row = await office.database.client.answer.findUniqueOrThrow({ where });
  const { assessmentId: _id, item: _item, answeredAt: _at, ...fields } = row;
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== false),
  );
}

/** Opens an item's card in the message now on the screen, as the list of a direction does. */
export const jump = (phone: Phone, office: Office, item: number): Promise<Reply> =>
  phone.press(encode('card', [office.assessmentId, item]));
