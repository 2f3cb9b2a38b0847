import { createHash } from 'node:crypto';
import { conversations, createConversation } from '@grammyjs/conversations';
import { Bot, BotError } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';
import type { ActionName } from '../chat/actions.ts';
import { decode } from '../chat/callback.ts';
import type { Action, Dialog, MessageHandler, Reply, Visit } from '../chat/visit.ts';
import type { InboxRow } from '../domain/inbox/model.ts';
import { ASK, askConversation } from '../flows/ask/conversation.ts';
import type { Form } from '../flows/ask/form.ts';
import type { EdgeContext } from './context.ts';
import { type ConversationStates, stateStorage } from './conversation-states.ts';
import type { Desk } from './desk.ts';
import { type Download, toIncoming } from './incoming.ts';
import { createRests } from './rests.ts';
import { isUnreachable } from './telegram-errors.ts';

/** What people can do, put together by app.ts. */
export interface Journeys {
  readonly actions: Partial<Record<ActionName, Action>>;
  readonly forms: readonly Form[];
  /** Asked in their order; the last one answers everything. */
  readonly onMessage: readonly MessageHandler[];
  /** Commands of private chats. `argument` is what stands behind the command. */
  readonly commands: Readonly<Record<string, (visit: Visit, argument: string) => Promise<Reply>>>;
  /** What is open now: after a crash, a cancel or a button that leads nowhere. */
  readonly present: (visit: Visit) => Promise<Reply>;
  /** Somebody without any role; null: he has one. */
  readonly stranger: (visit: Visit) => Promise<Reply | null>;
  /** A button that this bot never sent, or no longer sends. */
  readonly unknownButton: (visit: Visit) => Promise<Reply>;
  /** Everything that happens in groups and to the bot's membership. */
  readonly outsidePrivate: (update: Update) => Promise<void>;
}

/** Actions that somebody without any role may call: they check the link he opened. */
const OPEN_TO_ALL: ReadonlySet<ActionName> = new Set([
  'join',
  'refuse',
  'joinLanguage',
  'language',
  'languages',
  'help',
]);

export interface BotOptions {
  readonly bot: Bot<EdgeContext>;
  readonly journeys: Journeys;
  readonly states: ConversationStates;
  readonly download: Download;
  readonly visit: (update: Update, row: InboxRow) => Promise<{ visit: Visit; desk: Desk } | null>;
  /** Telegram no longer delivers to this person. */
  readonly onUnreachable: (personId: number) => Promise<void>;
}

/** grammY's bot with our HTTP client; `me` is asked once by app.ts. */
export const newBot = (
  token: string,
  config: ConstructorParameters<typeof Bot<EdgeContext>>[1],
): Bot<EdgeContext> => new Bot<EdgeContext>(token, config);

/** The questions as they stand: other ones make stored states worthless, and they are dropped. */
const versionOf = (forms: readonly Form[]): string =>
  createHash('sha256')
    .update(
      forms
        .map(({ name }) => name)
        .toSorted()
        .join('\n'),
    )
    .digest('hex')
    .slice(0, 12);

/** A private message that is a command, known or not: "/start token", "/menu@bot". */
const COMMAND = /^\/([a-z]{1,32})(?:@\w+)?(?:\s+(.*))?$/s;

/** Commands that somebody without any role may give. */
const COMMANDS_OPEN_TO_ALL: ReadonlySet<string> = new Set(['start', 'help']);

/**
 * Puts the middleware in its fixed order and returns the function that handles one update of the
 * inbox, replies included. It throws what went wrong, so that the inbox tries again.
 */
export function composeBot(options: BotOptions): (update: Update, row: InboxRow) => Promise<void> {
  const { bot, journeys, states, download, visit: open } = options;
  const rows = new WeakMap<Update, InboxRow>();
  const forms = new Map(journeys.forms.map((form) => [form.name, form]));
  const isRest = createRests();

  const deliver = async (ctx: EdgeContext, reply: Reply) => {
    if (!ctx.edge) return;
    await ctx.edge.desk.deliver(reply);
    if (!reply.dialog) return;
    await ctx.conversation.exitAll();
    await ctx.conversation.enter(ASK, reply.dialog satisfies Dialog);
  };

  bot.use(async (ctx, next) => {
    const row = rows.get(ctx.update);
    if (!row) throw new Error('An update reached the bot beside the inbox');
    const opened = await open(ctx.update, row);
    if (!opened) {
      await journeys.outsidePrivate(ctx.update);
      return;
    }
    ctx.edge = { ...opened, applied: row.applied, repeated: false, failure: undefined };
    if (ctx.message && isRest(ctx.message)) return;
    await next();
    if (ctx.edge.failure === undefined) await opened.desk.close();
    else if (!isUnreachable(ctx.edge.failure)) throw ctx.edge.failure;
    else await options.onUnreachable(opened.visit.actor.personId);
  });

  bot.use(
    conversations<EdgeContext, never>({
      storage: {
        version: versionOf(journeys.forms),
        type: 'context',
        adapter: stateStorage(states),
      },
    }),
  );

  bot.use(async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      if (!ctx.edge) throw error;
      ctx.edge.failure = asError(error);
    }
  });

  // The service ran before a crash. A typed answer finds its next question open; all else sees what is open.
  bot.use(async (ctx, next) => {
    if (!ctx.edge?.applied || (ctx.edge.repeated && ctx.message?.text !== undefined)) return next();
    const { visit, desk } = ctx.edge;
    await ctx.conversation.exitAll();
    await desk.showAgain((await journeys.stranger(visit)) ?? (await journeys.present(visit)));
  });

  // A command or a button leaves the question that is open. It stands before the questions, and they
  // before everything that opens one: only what has run for an update can be entered by it.
  bot.use(async (ctx, next) => {
    const command = COMMAND.test(ctx.message?.text ?? '') && ctx.edge?.applied !== true;
    if (command || ctx.callbackQuery) await ctx.conversation.exitAll();
    await next();
  });

  bot.use(
    createConversation<EdgeContext, never>(
      askConversation<EdgeContext>(forms, (ctx) => ({
        get visit() {
          if (!ctx.edge) throw new Error('A typed step outside a private chat');
          return ctx.edge.visit;
        },
        repeated: ctx.edge?.repeated === true,
        deliver: async (reply) => ctx.edge?.desk.deliver(reply),
        ask: async (screen) => (await ctx.edge?.desk.ask(screen)) ?? null,
        close: async (messageId) => {
          if (messageId !== null) await ctx.edge?.desk.strip(messageId);
        },
        fail: (error) => {
          if (ctx.edge) ctx.edge.failure = asError(error);
        },
      })) as never,
      ASK,
    ),
  );

  bot.on('message:text', async (ctx, next) => {
    const match = COMMAND.exec(ctx.msg.text);
    if (!match?.[1] || !ctx.edge || ctx.edge.applied) return next();
    const { visit } = ctx.edge;
    const [, name, argument = ''] = match;
    const command = Object.hasOwn(journeys.commands, name) ? journeys.commands[name] : undefined;
    const refusal = COMMANDS_OPEN_TO_ALL.has(name) ? null : await journeys.stranger(visit);
    const reply = async () => (command ? command(visit, argument.trim()) : journeys.present(visit));
    await deliver(ctx, refusal ?? (await reply()));
  });

  bot.on('callback_query:data', async (ctx) => {
    if (!ctx.edge) return;
    const { visit } = ctx.edge;
    const decoded = decode(ctx.callbackQuery.data);
    const action = decoded && journeys.actions[decoded.action];
    if (!decoded || !action) {
      await deliver(ctx, await journeys.unknownButton(visit));
      return;
    }
    const refusal = OPEN_TO_ALL.has(decoded.action) ? null : await journeys.stranger(visit);
    await deliver(ctx, refusal ?? (await action(visit, decoded.args)));
  });

  bot.on(['message', 'edited_message'], async (ctx) => {
    const message = ctx.msg;
    if (!ctx.edge || !message) return;
    const { visit } = ctx.edge;
    const refusal = await journeys.stranger(visit);
    if (refusal) return deliver(ctx, refusal);
    const incoming = toIncoming(message, ctx.editedMessage !== undefined, ctx.api, download);
    for (const handler of journeys.onMessage) {
      const reply = await handler(visit, incoming);
      if (reply) return deliver(ctx, reply);
    }
  });

  return async (update, row) => {
    rows.set(update, row);
    try {
      await bot.handleUpdate(update);
    } catch (error) {
      throw error instanceof BotError ? error.error : error;
    }
  };
}

const asError = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error('Something that is no error was thrown');

/** grammY needs to know who it is before it handles updates. */
export const introduce = (bot: Bot<EdgeContext>, me: UserFromGetMe): void => {
  bot.botInfo = me;
};
