import type { Conversation, ConversationFlavor } from '@grammyjs/conversations';
import type { Context } from 'grammy';
import type { Dialog, Reply, Visit } from '../../chat/visit.ts';
import type { Form } from './form.ts';
import { withCancel } from './cancel.ts';

/** The name under which the one conversation is registered. */
export const ASK = 'ask';

/** A question left unanswered so long is forgotten (milliseconds): typed text means the open card again. */
export const TIME_LIMIT = 2 * 60 * 60 * 1000;

/** The outside of a typed step: the update's visit, and the way its replies go out. */
export interface Outside {
  readonly visit: Visit;
  deliver(reply: Reply): Promise<void>;
  /** Keeps a failure for the edge: nothing may be thrown inside a conversation. */
  fail(error: unknown): void;
}

type Outcome =
  | { readonly kind: 'again' }
  | { readonly kind: 'end' }
  | { readonly kind: 'on'; readonly dialog: Dialog };

/**
 * Runs any form as a conversation: the question, the answer, the sentence and the question again, or
 * what was asked for. Only plain JSON crosses `external`, and everything with an effect is inside it.
 */
export function askConversation<OC extends ConversationFlavor<Context>>(
  forms: ReadonlyMap<string, Form>,
  outside: (ctx: OC) => Outside,
) {
  return async (
    conversation: Conversation<OC, Context>,
    _ctx: Context,
    first: Dialog,
  ): Promise<void> => {
    let dialog = first;
    for (;;) {
      const { name, args } = dialog;
      const form = forms.get(name);
      if (!form) return;
      await conversation.external(async (ctx: OC) => {
        const out = outside(ctx);
        try {
          await out.deliver({ note: withCancel(await form.ask(out.visit, args), out.visit.t) });
        } catch (error) {
          out.fail(error);
        }
      });
      let outcome: Outcome = { kind: 'again' };
      while (outcome.kind === 'again') {
        const answer = await conversation.wait({ maxMilliseconds: TIME_LIMIT });
        const text = answer.message?.text;
        if (text === undefined) return conversation.halt({ next: true });
        outcome = await conversation.external(async (ctx: OC): Promise<Outcome> => {
          const out = outside(ctx);
          try {
            const read = form.read(text, out.visit, args);
            if (!read.ok) {
              await out.deliver({ note: withCancel({ text: read.error, rows: [] }, out.visit.t) });
              return { kind: 'again' };
            }
            const reply = await form.done(out.visit, args, read.value);
            await out.deliver(reply);
            return reply.dialog ? { kind: 'on', dialog: reply.dialog } : { kind: 'end' };
          } catch (error) {
            out.fail(error);
            return { kind: 'again' };
          }
        });
      }
      if (outcome.kind === 'end') return;
      dialog = outcome.dialog;
    }
  };
}
