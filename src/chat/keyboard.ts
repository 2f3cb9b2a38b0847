import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import type { Button, Screen } from './screen.ts';

function toTelegram(button: Button): InlineKeyboardButton {
  const { text } = button;
  if ('url' in button) return { text, url: button.url };
  if ('copy' in button) return { text, copy_text: { text: button.copy } };
  return button.style
    ? { text, callback_data: button.data, style: button.style === 'primary' ? 'primary' : 'danger' }
    : { text, callback_data: button.data };
}

/** The one way in which a screen's buttons become Telegram's. */
export const keyboardOf = (rows: Screen['rows']): InlineKeyboardMarkup => ({
  inline_keyboard: rows.filter((row) => row.length > 0).map((row) => row.map(toTelegram)),
});
