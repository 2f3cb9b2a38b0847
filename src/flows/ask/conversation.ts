import type { Conversation, ConversationFlavor } from '@grammyjs/conversations';
import type { Context } from 'grammy';
import type { Screen } from '../../chat/screen.ts';
import type { Dialog, Reply, Visit } from '../../chat/visit.ts';
import { withWayOut } from './way-out.ts';
import type { Form } from './form.ts';

/** The name under which the one conversation is registered. */
export const ASK = 'ask';

/** The outside of a typed step: the update's visit, and the way its replies go out. */
export interface Outside {
  readonly visit: Visit;
  /** This update was read before a crash: its answer counts already, the question is open now. */
  readonly repeated: boolean;
  deliver(reply: Reply): Promise<void>;
  /** Sends a question and says which message it is. */
  ask(question: Screen): Promise<number | null>;
  /** A question that is answered loses its buttons; null: its message is not known. */
  close(messageId: number | null): Promise<void>;
  /** Keeps a failure for the edge: nothing may be thrown inside a conversation. */
  fail(error: unknown): void;
}

type Outcome =
  | { readonly kind: 'again'; readonly asked: number | null }
  | { readonly kind: 'end' }
  | { readonly kind: 'on'; readonly dialog: Dialog };

/**
 * Runs any form as a conversation: the question, the answer, the sentence and the question again, or
 * what was asked for. What is no text (a file, a voice message, a corrected message) goes to the flows
 * and leaves the question open. Only plain JSON crosses `external`, and everything with an effect is
 * inside it.
 */
export function askConversation<OC extends ConversationFlavor<Context>>(
  forms: ReadonlyMap<string, Form>,
  outside: (ctx: OC) => Outside,
) {
  const question = async (form: Form, args: Dialog['args'], { visit, ask }: Outside) =>
    ask(withWayOut(await form.ask(visit, args), form, visit, args));

  const answered = async (
    form: Form,
    args: Dialog['args'],
    text: string,
    asked: number | null,
    out: Outside,
  ): Promise<Outcome> => {
    if (out.repeated) return { kind: 'again', asked: await question(form, args, out) };
    const { visit } = out;
    const read = form.read(text, visit, args);
    if (!read.ok) {
      const again = await out.ask(withWayOut({ text: read.error, rows: [] }, form, visit, args));
      await out.close(asked);
      return { kind: 'again', asked: again };
    }
    const reply = await form.done(visit, args, read.value);
    await out.deliver(reply);
    await out.close(asked);
    return reply.dialog ? { kind: 'on', dialog: reply.dialog } : { kind: 'end' };
  };

  return async (conversation: Conversation<OC>, _ctx: Context, first: Dialog): Promise<void> => {
    let dialog = first;
    for (;;) {
      const { name, args } = dialog;
      const form = forms.get(name);
      if (!form) return;
      let asked = await conversation.external((ctx: OC): Promise<number | null> => {
        const out = outside(ctx);
        return question(form, args, out).catch((error: unknown) => {
          out.fail(error);
          return null;
        });
      });
      let outcome: Outcome = { kind: 'again', asked };
      while (outcome.kind === 'again') {
        const { message } = await conversation.wait();
        const text = message?.text;
        if (text === undefined) return conversation.skip({ next: true });
        const open = asked;
        outcome = await conversation.external((ctx: OC): Promise<Outcome> => {
          const out = outside(ctx);
          return answered(form, args, text, open, out).catch((error: unknown): Outcome => {
            out.fail(error);
            return { kind: 'again', asked: open };
          });
        });
        if (outcome.kind === 'again') asked = outcome.asked;
      }
      if (outcome.kind === 'end') return;
      dialog = outcome.dialog;
    }
  };
}
