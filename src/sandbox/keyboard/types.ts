/** An inline button in the shape of the Bot API; it has exactly one action. */
export interface InlineButton {
  text: string;
  callback_data?: string;
  url?: string;
  style?: string;
  web_app?: { url: string };
  copy_text?: { text: string };
  switch_inline_query?: string;
  switch_inline_query_current_chat?: string;
  disabled?: Record<string, never>;
}

/** An InlineKeyboardMarkup of the Bot API. */
export interface InlineKeyboard {
  inline_keyboard: InlineButton[][];
  force_reply?: boolean;
}

/** A ReplyKeyboardMarkup of the Bot API. */
export interface ReplyKeyboard {
  keyboard: ({ text: string } & Record<string, unknown>)[][];
  is_persistent?: boolean;
  resize_keyboard?: boolean;
  one_time_keyboard?: boolean;
  input_field_placeholder?: string;
  selective?: boolean;
}

/** The reply markup of a call, checked. */
export type Markup =
  | { kind: 'inline'; keyboard: InlineKeyboard | undefined }
  | { kind: 'reply'; keyboard: ReplyKeyboard }
  | { kind: 'remove' }
  | { kind: 'force-reply'; placeholder: string | undefined };
