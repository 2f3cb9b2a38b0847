import { objectCheck, sentence } from '../bot-api/check/objects.ts';
import { badRequest, Refusal } from '../bot-api/refusal.ts';
import { linkFault } from './link.ts';
import type { InlineButton, InlineKeyboard } from './types.ts';

/** Bytes of callback_data (core.telegram.org/bots/api, InlineKeyboardButton). */
const DATA_BYTES = 64;
/** Characters of a copy_text button (CopyTextButton). */
const COPY_TEXT_LENGTH = 256;
/** Buttons of one keyboard and bytes of its JSON (tginfo/Telegram-Limits#187). */
const BUTTONS = 100;
const MARKUP_BYTES = 10_000;

const ACTIONS = [
  'callback_data',
  'url',
  'web_app',
  'copy_text',
  'disabled',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'login_url',
  'callback_game',
  'pay',
] as const;
/** Actions that only invoices and games may have. */
const FOREIGN_ACTIONS = ['callback_game', 'pay'];

/** Checks an inline keyboard with Telegram's messages; undefined if it has no buttons. */
export function checkInlineKeyboard(markup: Record<string, unknown>): InlineKeyboard | undefined {
  const rows = markup.inline_keyboard;
  if (!Array.isArray(rows) || !rows.every((row) => Array.isArray(row))) {
    throw badRequest(
      'Field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
    );
  }
  for (const row of rows) for (const button of row) checkButton(button);
  objectCheck('InlineKeyboardMarkup')(markup, 'reply_markup');
  const kept = (rows as InlineButton[][]).filter((row) => row.length > 0);
  if (kept.length === 0) return undefined;
  const count = kept.reduce((sum, row) => sum + row.length, 0);
  if (count > BUTTONS || Buffer.byteLength(JSON.stringify(kept)) > MARKUP_BYTES) {
    throw badRequest('Reply markup is too long');
  }
  return { ...markup, inline_keyboard: kept };
}

function checkButton(value: unknown): void {
  try {
    objectCheck('InlineKeyboardButton')(value, 'button');
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const reason = sentence(error).replace("Can't parse InlineKeyboardButton: ", '');
    throw badRequest(`Can't parse inline keyboard button: ${reason}`);
  }
  const button = value as InlineButton & Record<string, unknown>;
  const actions = ACTIONS.filter(
    (action) => button[action] !== undefined && button[action] !== false,
  );
  if (actions.length === 0) {
    throw badRequest(
      "Can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    );
  }
  if (actions.length > 1) {
    throw badRequest(
      `Can't parse inline keyboard button: exactly one action is expected, found ${actions.join(', ')}`,
    );
  }
  if (button.text.trim() === '') throw badRequest('Inline keyboard button text must be non-empty');
  checkAction(button);
}

function checkAction(button: InlineButton & Record<string, unknown>): void {
  const { callback_data: data, url, web_app: app, copy_text: copy } = button;
  if (data !== undefined && (data === '' || Buffer.byteLength(data) > DATA_BYTES)) {
    throw badRequest('BUTTON_DATA_INVALID');
  }
  if (copy && (copy.text === '' || copy.text.length > COPY_TEXT_LENGTH)) {
    throw badRequest('BUTTON_COPY_TEXT_INVALID');
  }
  if (FOREIGN_ACTIONS.some((action) => button[action] !== undefined)) {
    throw badRequest('BUTTON_TYPE_INVALID');
  }
  if (url !== undefined) {
    const fault = linkFault(url);
    if (fault) throw badRequest(`Inline keyboard button URL '${url}' is invalid: ${fault}`);
  }
  if (app) {
    const fault =
      linkFault(app.url) ?? (/^https:/i.test(app.url) ? undefined : 'Only HTTPS links are allowed');
    if (fault)
      throw badRequest(`Inline keyboard button Web App URL '${app.url}' is invalid: ${fault}`);
  }
}
