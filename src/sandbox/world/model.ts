import type { InlineKeyboard, ReplyKeyboard } from '../keyboard/types.ts';
import type { SandboxPerson } from '../options.ts';
import type { FormattedText } from '../text/entity.ts';

/** A person as the bot stands to them. */
export interface Person {
  card: SandboxPerson;
  /** Has opened the bot: only then may it write first. */
  started: boolean;
  blocked: boolean;
  deactivated: boolean;
}

/** A file on the sandbox's «server», with its bytes. */
export interface StoredFile {
  fileId: string;
  uniqueId: string;
  kind: FileKind;
  name: string;
  mime: string;
  bytes: Buffer;
  /** The path under /file/bot<token>/. */
  path: string;
  /** Of pictures, in pixels. */
  width?: number;
  height?: number;
}

export type FileKind = 'document' | 'photo' | 'voice' | 'sticker';

export type Content =
  | {
      kind: 'text';
      text: FormattedText;
      linkPreview?: Record<string, unknown>;
      /** What the chat shows where the bot gets more: the parameter of a link stays hidden. */
      shownAs?: string;
    }
  | { kind: 'document' | 'photo' | 'voice'; file: StoredFile; caption: FormattedText }
  | { kind: 'sticker'; file: StoredFile; emoji: string }
  | { kind: 'poll'; question: string; options: string[] }
  | { kind: 'contact'; phone: string; personId: number }
  /** What happened in the chat; `fields` are those of the Bot API's Message. */
  | { kind: 'service'; service: string; fields: Record<string, unknown> };

export interface Message {
  id: number;
  chat: Chat;
  from: 'bot' | number;
  /** Unix seconds. */
  date: number;
  editedAt?: number;
  threadId?: number;
  content: Content;
  keyboard?: InlineKeyboard;
  /** Sent with a reply keyboard, its removal or a forced reply: can never be edited. */
  frozen?: boolean;
  forceReply?: { placeholder?: string };
  replyTo?: Message;
  /** Common to the messages of one album. */
  album?: string;
  forwardedFrom?: Message;
  reactions?: Record<string, unknown>[];
  pinned?: boolean;
  deleted?: boolean;
  protected?: boolean;
}

export interface Topic {
  /** The id of the service message that opened it, which is its message_thread_id. */
  id: number;
  name: string;
  closed: boolean;
  iconColor: number;
}

export type ChatKind = 'private' | 'group' | 'supergroup';
export type BotStatus = 'administrator' | 'member' | 'restricted' | 'left' | 'kicked';

export interface Chat {
  id: number;
  kind: ChatKind;
  /** Of groups. */
  title: string;
  isForum: boolean;
  /** Of private chats. */
  person?: Person;
  /** People in a group, its owner first. */
  memberIds: Set<number>;
  botStatus: BotStatus;
  messages: Map<number, Message>;
  /** The number of the newest message of a supergroup. */
  lastMessageId?: number;
  topics: Map<number, Topic>;
  replyKeyboard?: ReplyKeyboard;
  /** The supergroup this group has become. */
  migratedTo?: number;
  deleted?: boolean;
}

/** A press of a button, waiting for its answer. */
export interface Callback {
  id: string;
  personId: number;
  chatId: number;
  messageId: number;
  data: string;
  /** Milliseconds of the sandbox's clock. */
  pressedAt: number;
  expired: boolean;
  answer?: { text?: string; alert: boolean; url?: string };
}
