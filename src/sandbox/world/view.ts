import type { InlineKeyboard, ReplyKeyboard } from '../keyboard/types.ts';
import type { SandboxPerson } from '../options.ts';
import type { Entity } from '../text/entity.ts';
import type { Chat, Message } from './model.ts';
import { commandsFor } from './profile.ts';
import type { State } from './state.ts';

/** A message as the page and the tests see it. */
export interface MessageView {
  id: number;
  chatId: number;
  threadId?: number;
  from: 'bot' | number;
  /** Unix seconds. */
  date: number;
  editedAt?: number;
  text?: string;
  entities?: Entity[];
  caption?: string;
  captionEntities?: Entity[];
  document?: { fileId: string; name: string; size: number; mime: string };
  photo?: { fileId: string; width: number; height: number };
  album?: string;
  keyboard?: InlineKeyboard;
  replyTo?: number;
  pinned?: boolean;
  /** A sentence in Kyrgyz for what is neither text nor a file: an event of the chat, a sticker. */
  service?: string;
  deleted?: boolean;
  forceReply?: { placeholder?: string };
  reactions?: Record<string, unknown>[];
}

export interface ChatView {
  id: number;
  personId: number | null;
  messages: MessageView[];
  replyKeyboard: ReplyKeyboard | null;
}

export interface PersonView extends SandboxPerson {
  blocked: boolean;
}

export interface GroupView {
  id: number;
  title: string;
  isForum: boolean;
  memberIds: number[];
  topics: { id: number; name: string; closed: boolean }[];
  botStatus: Chat['botStatus'];
}

/** What `GET /sandbox/state` answers. */
export interface StateView {
  bot: { id: number; first_name: string; username: string };
  /** Milliseconds of the sandbox's clock. */
  now: number;
  canAdvance: boolean;
  canReset: boolean;
  people: PersonView[];
  groups: GroupView[];
  chats: ChatView[];
  /** The menu of each chat, by its id: what getMyCommands resolves to for the people in it. */
  commands: Record<string, { command: string; description: string }[]>;
}

export function viewMessage(message: Message): MessageView {
  const { id, chat, threadId, from, date, editedAt, album, keyboard, replyTo } = message;
  const view: MessageView = { id, chatId: chat.id, from, date };
  if (threadId !== undefined) view.threadId = threadId;
  if (editedAt !== undefined) view.editedAt = editedAt;
  if (album !== undefined) view.album = album;
  if (keyboard) view.keyboard = keyboard;
  if (replyTo) view.replyTo = replyTo.id;
  if (message.pinned) view.pinned = true;
  if (message.deleted) view.deleted = true;
  if (message.forceReply) view.forceReply = message.forceReply;
  if (message.reactions?.length) view.reactions = message.reactions;
  return Object.assign(view, viewContent(message));
}

function viewContent({ content }: Message): Partial<MessageView> {
  switch (content.kind) {
    case 'text':
      return content.shownAs === undefined
        ? { text: content.text.text, entities: content.text.entities }
        : { text: content.shownAs, entities: [] };
    case 'photo': {
      const { fileId, width = 0, height = 0 } = content.file;
      return { photo: { fileId, width, height }, ...viewCaption(content.caption) };
    }
    case 'document':
    case 'voice': {
      const { fileId, name, bytes, mime } = content.file;
      const document = { fileId, name, size: bytes.length, mime };
      return { document, ...viewCaption(content.caption) };
    }
    case 'sticker':
      return { service: `Стикер ${content.emoji}` };
    case 'poll':
      return { service: `Сурамжылоо: ${content.question}` };
    case 'contact':
      return { service: `Байланыш маалыматы: ${content.phone}` };
    case 'service':
      break;
  }
  return { service: content.service };
}

function viewCaption({ text, entities }: { text: string; entities: Entity[] }) {
  return text === '' ? {} : { caption: text, captionEntities: entities };
}

export function viewChat(chat: Chat): ChatView {
  return {
    id: chat.id,
    personId: chat.person?.card.id ?? null,
    messages: [...chat.messages.values()].map(viewMessage),
    replyKeyboard: chat.replyKeyboard ?? null,
  };
}

export function viewGroup(chat: Chat): GroupView {
  const { id, title, isForum, memberIds, topics, botStatus } = chat;
  const known = [...topics.values()].map(({ id, name, closed }) => ({ id, name, closed }));
  return { id, title, isForum, memberIds: [...memberIds], topics: known, botStatus };
}

export function viewState(state: State): StateView {
  const { options } = state;
  const chats = [...state.chats.values()].filter((chat) => !chat.deleted && !chat.migratedTo);
  return {
    bot: options.bot,
    now: options.now(),
    canAdvance: options.advanceClock !== undefined,
    canReset: options.reset !== undefined,
    people: [...state.people.values()].map(({ card, blocked }) => ({ ...card, blocked })),
    groups: chats.filter((chat) => !chat.person).map(viewGroup),
    chats: chats.map(viewChat),
    commands: Object.fromEntries(chats.map((chat) => [chat.id, commandsFor(state, chat)])),
  };
}
