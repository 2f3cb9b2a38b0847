import { createHash } from 'node:crypto';
import { conversations, createConversation } from '@grammyjs/conversations';
import { Bot } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';
import type { ActionName } from '../chat/actions.ts';
import { decode } from '../chat/callback.ts';
import type { Action, Dialog, MessageHandler, Reply, Visit } from '../chat/visit.ts';
import type { InboxRow } from '../domain/inbox/model.ts';
import { ASK, askConversation } from '../flows/ask/conversation.ts';
import type { Form } from '../flows/ask/form.ts';
import type { EdgeContext } from './context.ts';
import { type ConversationStates, stateAdapter } from './conversation-states.ts';
import type { Desk } from './desk.ts';
import { type Download, toIncoming } from './incoming.ts';

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
        .sort()
        .join('\n'),
    )
    .digest('hex')
    .slice(0, 12);

/**
 * Puts the middleware in its fixed order and returns the function that handles one update of the
 * inbox, replies included. It throws what went wrong, so that the inbox tries again.
 */
export function composeBot(options: BotOptions): (update: Update, row: InboxRow) => Promise<void> {
  const { bot, journeys, states, download, visit: open } = options;
  const rows = new WeakMap<Update, InboxRow>();
  const forms = new Map(journeys.forms.map((form) => [form.name, form]));

  const deliver = async (ctx: EdgeContext, reply: Reply) => {
    if (!ctx.edge) return;
    await ctx.edge.desk.deliver(reply);
    if (reply.dialog) await ctx.conversation.enter(ASK, reply.dialog satisfies Dialog);
  };

  bot.use(async (ctx, next) => {
    const row = rows.get(ctx.update);
    if (!row) throw new Error('An update reached the bot beside the inbox');
    const opened = await open(ctx.update, row);
    if (!opened) {
      await journeys.outsidePrivate(ctx.update);
      return;
    }
    ctx.edge = { ...opened, applied: row.applied, failure: undefined };
    await next();
    if (ctx.edge.failure !== undefined) throw ctx.edge.failure;
    await opened.desk.close();
  });

  bot.use(async (ctx, next) => {
    if (!ctx.edge?.applied) return next();
    await ctx.edge.desk.deliver({ ...(await journeys.present(ctx.edge.visit)), fresh: true });
  });

  bot.use(
    conversations<EdgeContext, never>({
      storage: {
        type: 'key',
        version: versionOf(journeys.forms),
        getStorageKey: (ctx) => String(ctx.chatId ?? 0),
        adapter: stateAdapter(states),
      },
    }),
  );

  bot.on('message:text', async (ctx, next) => {
    const match = /^\/([a-z]{1,32})(?:@\w+)?(?:\s+(.*))?$/s.exec(ctx.msg.text);
    const command = match?.[1] === undefined ? undefined : journeys.commands[match[1]];
    if (!command || !ctx.edge) return next();
    await ctx.conversation.exitAll();
    const { visit } = ctx.edge;
    const refusal =
      match?.[1] === 'start' || match?.[1] === 'help' ? null : await journeys.stranger(visit);
    await deliver(ctx, refusal ?? (await command(visit, match?.[2]?.trim() ?? '')));
  });

  bot.on('callback_query:data', async (ctx) => {
    if (!ctx.edge) return;
    const { visit } = ctx.edge;
    const decoded = decode(ctx.callbackQuery.data);
    const action = decoded && journeys.actions[decoded.action];
    await ctx.conversation.exitAll();
    if (!decoded || !action) {
      await deliver(ctx, await journeys.unknownButton(visit));
      return;
    }
    const refusal = OPEN_TO_ALL.has(decoded.action) ? null : await journeys.stranger(visit);
    await deliver(ctx, refusal ?? (await action(visit, decoded.args)));
  });

  bot.use(
    createConversation<EdgeContext, never>(
      askConversation<EdgeContext>(forms, (ctx) => ({
        get visit() {
          if (!ctx.edge) throw new Error('A typed step outside a private chat');
          return ctx.edge.visit;
        },
        deliver: async (reply) => ctx.edge?.desk.deliver(reply),
        fail: (error) => {
          if (ctx.edge) ctx.edge.failure = error;
        },
      })) as never,
      ASK,
    ),
  );

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
    await bot.handleUpdate(update);
  };
}

/** grammY needs to know who it is before it handles updates. */
export const introduce = (bot: Bot<EdgeContext>, me: UserFromGetMe): void => {
  bot.botInfo = me;
};
