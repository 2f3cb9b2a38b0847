import type { BotStatus, Chat } from './model.ts';
import { renderBot, renderChat, renderSender } from './render.ts';
import { seconds, type State } from './state.ts';

type Json = Record<string, unknown>;

/** Rights of an administrator; in the sandbox a bot has all of them or none. */
const RIGHTS: Json = {
  can_be_edited: false,
  is_anonymous: false,
  can_manage_chat: true,
  can_delete_messages: true,
  can_manage_video_chats: false,
  can_restrict_members: false,
  can_promote_members: false,
  can_change_info: true,
  can_invite_users: true,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
  can_pin_messages: true,
  can_manage_topics: true,
};

/** What a restricted bot may do: nothing. */
const RESTRICTIONS: Json = {
  is_member: true,
  can_send_messages: false,
  can_send_audios: false,
  can_send_documents: false,
  can_send_photos: false,
  can_send_videos: false,
  can_send_video_notes: false,
  can_send_voice_notes: false,
  can_send_polls: false,
  can_send_other_messages: false,
  can_add_web_page_previews: false,
  can_change_info: false,
  can_invite_users: false,
  can_pin_messages: false,
  can_manage_topics: false,
  until_date: 0,
};

/** The bot as a ChatMember of the Bot API. */
export function renderBotMember(state: State, status: BotStatus): Json {
  const user = renderBot(state);
  if (status === 'administrator') return { user, status, ...RIGHTS };
  if (status === 'restricted') return { user, status, ...RESTRICTIONS };
  return { user, status, ...(status === 'kicked' && { until_date: 0 }) };
}

/** A person as a ChatMember of the Bot API; the first member of a group owns it. */
export function renderMember(state: State, chat: Chat, personId: number): Json {
  const user = renderSender(state, personId);
  if (chat.person) return { user, status: 'member' };
  if (!chat.memberIds.has(personId)) return { user, status: 'left' };
  const [ownerId] = chat.memberIds;
  if (personId === ownerId) return { user, status: 'creator', is_anonymous: false };
  return { user, status: 'member' };
}

/** Tells the bot that somebody changed its standing in a chat. */
export function deliverBotStatus(
  state: State,
  chat: Chat,
  by: 'bot' | number,
  change: { from: BotStatus; to: BotStatus },
): void {
  state.updates.push('my_chat_member', chat.id, {
    chat: renderChat(chat),
    from: renderSender(state, by),
    date: seconds(state),
    old_chat_member: renderBotMember(state, change.from),
    new_chat_member: renderBotMember(state, change.to),
  });
}
