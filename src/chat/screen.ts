/** What a person sees: one message. `text` is Telegram HTML, values already escaped. */
export interface Screen {
  readonly text: string;
  readonly rows: readonly (readonly Button[])[];
}

/** A button says what happens. Its look never carries meaning alone. */
export type Button =
  | { readonly text: string; readonly data: string; readonly style?: 'primary' | 'danger' }
  | { readonly text: string; readonly url: string }
  | { readonly text: string; readonly copy: string };

/** Telegram's limit for a message, in UTF-16 units after parsing (Bot API, sendMessage). */
export const MESSAGE_LIMIT = 4096;
