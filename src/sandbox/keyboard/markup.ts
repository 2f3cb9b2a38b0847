import { objectCheck, sentence } from '../bot-api/check/objects.ts';
import type { Check } from '../bot-api/check/values.ts';
import { badRequest, Refusal } from '../bot-api/refusal.ts';
import { checkInlineKeyboard } from './inline.ts';
import type { Markup, ReplyKeyboard } from './types.ts';

/** The check of `reply_markup`; where only inline keyboards are allowed, the others are refused. */
export function checkReplyMarkup(allowsReplyKeyboard: boolean): Check {
  return (value) => {
    const markup = readMarkup(value);
    if ('inline_keyboard' in markup) {
      return { kind: 'inline', keyboard: checkInlineKeyboard(markup) } satisfies Markup;
    }
    if (!allowsReplyKeyboard) throw badRequest('Inline keyboard expected');
    return readReplyMarkup(markup);
  };
}

function readMarkup(value: unknown): Record<string, unknown> {
  const parsed = typeof value === 'string' ? fromJson(value) : value;
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw badRequest('Object expected as reply markup');
  }
  return parsed as Record<string, unknown>;
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest("Can't parse reply keyboard markup JSON object");
  }
}

function readReplyMarkup(markup: Record<string, unknown>): Markup {
  if ('keyboard' in markup) return { kind: 'reply', keyboard: readReplyKeyboard(markup) };
  if ('remove_keyboard' in markup) {
    objectCheck('ReplyKeyboardRemove')(markup, 'reply_markup');
    return { kind: 'remove' };
  }
  objectCheck('ForceReply')(markup, 'reply_markup');
  return { kind: 'force-reply', placeholder: markup.input_field_placeholder as string | undefined };
}

function readReplyKeyboard(markup: Record<string, unknown>): ReplyKeyboard {
  const { keyboard } = markup;
  if (!Array.isArray(keyboard) || !keyboard.every((row) => Array.isArray(row))) {
    throw badRequest('Field "keyboard" of the ReplyKeyboardMarkup must be an Array of Arrays');
  }
  const rows = keyboard.map((row: unknown[]) =>
    row.map((button) => (typeof button === 'string' ? { text: button } : button)),
  );
  const whole = { ...markup, keyboard: rows };
  try {
    objectCheck('ReplyKeyboardMarkup')(whole, 'reply_markup');
  } catch (error) {
    if (!(error instanceof Refusal) || !error.message.includes('KeyboardButton')) throw error;
    const reason = sentence(error).replace("Can't parse KeyboardButton: ", '');
    throw badRequest(`Can't parse keyboard button: ${reason}`);
  }
  const checked = whole as unknown as ReplyKeyboard;
  if (checked.keyboard.some((row) => row.some((button) => button.text.trim() === ''))) {
    throw badRequest('Keyboard button text must be non-empty');
  }
  return checked;
}
