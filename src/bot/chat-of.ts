import type { Update } from 'grammy/types';

/** The chat whose order an update belongs to; a person's id where there is no chat; 0: none. */
export function chatOf(update: Update): number {
  const message = update.message ?? update.edited_message ?? update.channel_post;
  const pressed = update.callback_query;
  return (
    message?.chat.id ??
    pressed?.message?.chat.id ??
    pressed?.from.id ??
    update.my_chat_member?.chat.id ??
    0
  );
}
