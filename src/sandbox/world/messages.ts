import type { Chat, Content, Message } from './model.ts';
import { renderMessage } from './render.ts';
import { seconds, type State } from './state.ts';
import { viewMessage } from './view.ts';

export type Draft = Pick<Message, 'chat' | 'from' | 'content'> &
  Partial<
    Pick<
      Message,
      | 'threadId'
      | 'keyboard'
      | 'frozen'
      | 'forceReply'
      | 'replyTo'
      | 'album'
      | 'forwardedFrom'
      | 'protected'
    >
  >;

/** Puts a message at the end of its chat. */
export function addMessage(state: State, draft: Draft): Message {
  const message: Message = { id: nextMessageId(state, draft.chat), date: seconds(state), ...draft };
  draft.chat.messages.set(message.id, message);
  state.events.emit('message', () => viewMessage(message));
  return message;
}

/** Supergroups number their messages each; private chats and basic groups share one count. */
export function nextMessageId(state: State, chat: Chat): number {
  if (chat.kind !== 'supergroup') return ++state.lastMessageId;
  chat.lastMessageId = (chat.lastMessageId ?? 0) + 1;
  return chat.lastMessageId;
}

/** Tells the bot of a message, unless its privacy mode or its absence hides it. */
export function deliverMessage(state: State, message: Message, kind = 'message'): void {
  if (isHidden(message)) return;
  state.updates.push(kind, message.chat.id, renderMessage(state, message));
}

/**
 * A bot that is not an administrator sees in groups only commands, replies to itself and events
 * (core.telegram.org/bots/features, «Privacy mode»).
 */
function isHidden({ chat, content, replyTo }: Message): boolean {
  if (chat.botStatus === 'left' || chat.botStatus === 'kicked') return true;
  if (chat.person || chat.botStatus === 'administrator' || content.kind === 'service') return false;
  const isCommand = content.kind === 'text' && content.text.text.startsWith('/');
  return !isCommand && replyTo?.from !== 'bot';
}

/** An event of the chat that nobody wrote; the bot gets it as a message. */
export function addService(
  state: State,
  chat: Chat,
  from: 'bot' | number,
  content: Omit<Extract<Content, { kind: 'service' }>, 'kind'>,
  threadId?: number,
): Message {
  const message = addMessage(state, {
    chat,
    from,
    content: { kind: 'service', ...content },
    ...(threadId !== undefined && { threadId }),
  });
  deliverMessage(state, message);
  return message;
}

/** Marks a message as changed now and tells the page. */
export function touchMessage(state: State, message: Message): void {
  message.editedAt = seconds(state);
  state.events.emit('edit', () => viewMessage(message));
}

/** Takes a message out of its chat for everyone. */
export function removeMessage(state: State, message: Message): void {
  message.deleted = true;
  message.chat.messages.delete(message.id);
  state.events.emit('delete', () => viewMessage(message));
}

/** The text or the caption of a message; undefined for kinds that have neither. */
export function wordsOf({ content }: Message) {
  if (content.kind === 'text') return content.text;
  return 'caption' in content ? content.caption : undefined;
}
