// What the control API of the sandbox says, as the page reads it.

export interface Localised {
  ky: string;
  ru: string;
  en: string;
}

export interface Person {
  id: number;
  first_name: string;
  last_name?: string;
  role: Localised;
  letter?: { text: Localised; startParameter: string };
  blocked: boolean;
}

export interface Topic {
  id: number;
  name: string;
}

export interface Group {
  id: number;
  title: string;
  isForum: boolean;
  memberIds: number[];
  topics: Topic[];
}

/** Offsets and lengths count UTF-16 units, as the Bot API says. */
export interface Entity {
  type: string;
  offset: number;
  length: number;
  url?: string;
}

export interface InlineButton {
  text: string;
  callback_data?: string;
  url?: string;
  copy_text?: { text: string };
  disabled?: unknown;
  style?: string;
}

export interface ReplyKeyboard {
  keyboard?: (string | { text: string; request_contact?: boolean })[][];
  one_time_keyboard?: boolean;
  input_field_placeholder?: string;
}

export interface Message {
  id: number;
  chatId: number;
  threadId?: number;
  from: 'bot' | number;
  /** Unix seconds of the sandbox's clock. */
  date: number;
  editedAt?: number;
  text?: string;
  caption?: string;
  entities?: Entity[];
  captionEntities?: Entity[];
  document?: { fileId: string; name: string; size: number; mime?: string };
  photo?: { fileId: string; width: number; height: number };
  album?: string;
  keyboard?: { inline_keyboard: InlineButton[][] };
  replyTo?: number;
  pinned?: boolean;
  /** A sentence in Kyrgyz for what is neither text nor a file: an event of the chat, a sticker. */
  service?: string;
  forceReply?: { placeholder?: string };
  deleted?: boolean;
}

export interface Chat {
  id: number;
  personId: number | null;
  messages: Message[];
  replyKeyboard: ReplyKeyboard | null;
}

export interface State {
  bot: { id: number; first_name: string; username: string };
  /** Milliseconds. */
  now: number;
  canAdvance: boolean;
  canReset: boolean;
  people: Person[];
  groups: Group[];
  chats: Chat[];
  /** The menu of each chat, by its id. */
  commands: Record<string, { command: string; description: string }[]>;
}

/** The state, and how the page looks at it; what a person did here and a reload would lose. */
export interface World extends State {
  /** performance.now() at the moment `now` was true. */
  readAt: number;
}

export interface Callback {
  personId: number;
  queryId: string;
  text?: string;
  alert?: boolean;
  url?: string;
}
