import type { StoredFile, Chat, Message, Person } from './model.ts';
import type { State } from './state.ts';

type Json = Record<string, unknown>;

/** A User of the Bot API. */
export function renderUser({ card }: Person): Json {
  const { id, first_name, last_name, username, language_code } = card;
  return {
    id,
    is_bot: false,
    first_name,
    ...(last_name !== undefined && { last_name }),
    ...(username !== undefined && { username }),
    ...(language_code !== undefined && { language_code }),
  };
}

export function renderBot(state: State): Json {
  const { id, first_name, username } = state.options.bot;
  return { id, is_bot: true, first_name, username };
}

/** The User who wrote a message or did something. */
export function renderSender(state: State, from: 'bot' | number): Json {
  if (from === 'bot') return renderBot(state);
  const person = state.people.get(from);
  if (!person) throw new Error(`nobody has the id ${from}`);
  return renderUser(person);
}

/** A Chat of the Bot API. */
export function renderChat({ id, kind, title, isForum, person }: Chat): Json {
  if (!person) return { id, type: kind, title, ...(isForum && { is_forum: true }) };
  const { first_name, last_name, username } = person.card;
  return {
    id,
    type: 'private',
    first_name,
    ...(last_name !== undefined && { last_name }),
    ...(username !== undefined && { username }),
  };
}

/** A Message of the Bot API, with the message it replies to, one level deep. */
export function renderMessage(state: State, message: Message, nested = false): Json {
  const { threadId, editedAt, replyTo, album, forwardedFrom, keyboard } = message;
  const rendered: Json = {
    message_id: message.id,
    from: renderSender(state, message.from),
    chat: renderChat(message.chat),
    date: message.date,
  };
  if (threadId !== undefined) {
    rendered.message_thread_id = threadId;
    rendered.is_topic_message = true;
  }
  if (editedAt !== undefined) rendered.edit_date = editedAt;
  if (forwardedFrom) rendered.forward_origin = renderOrigin(state, forwardedFrom);
  if (replyTo && !nested) rendered.reply_to_message = renderMessage(state, replyTo, true);
  if (album !== undefined) rendered.media_group_id = album;
  if (message.protected) rendered.has_protected_content = true;
  renderContent(state, message, rendered);
  if (keyboard) rendered.reply_markup = keyboard;
  return rendered;
}

function renderOrigin(state: State, origin: Message): Json {
  return { type: 'user', sender_user: renderSender(state, origin.from), date: origin.date };
}

function renderContent(state: State, { content }: Message, rendered: Json): void {
  switch (content.kind) {
    case 'text':
      rendered.text = content.text.text;
      if (content.text.entities.length > 0) rendered.entities = content.text.entities;
      if (content.linkPreview) rendered.link_preview_options = content.linkPreview;
      return;
    case 'document':
      rendered.document = renderDocument(content.file);
      break;
    case 'photo':
      rendered.photo = renderPhoto(content.file);
      break;
    case 'voice':
      rendered.voice = { ...fileFields(content.file), duration: 3, mime_type: content.file.mime };
      break;
    case 'sticker':
      rendered.sticker = {
        ...fileFields(content.file),
        type: 'regular',
        width: content.file.width,
        height: content.file.height,
        is_animated: false,
        is_video: false,
        emoji: content.emoji,
      };
      return;
    case 'poll':
      rendered.poll = renderPoll(content.question, content.options);
      return;
    case 'contact': {
      const person = state.people.get(content.personId);
      rendered.contact = {
        phone_number: content.phone,
        first_name: person?.card.first_name ?? '',
        user_id: content.personId,
      };
      return;
    }
    case 'service':
      Object.assign(rendered, content.fields);
      return;
  }
  if (content.caption.text !== '') {
    rendered.caption = content.caption.text;
    if (content.caption.entities.length > 0) rendered.caption_entities = content.caption.entities;
  }
}

function fileFields({ fileId, uniqueId, bytes }: StoredFile): Json {
  return { file_id: fileId, file_unique_id: uniqueId, file_size: bytes.length };
}

function renderDocument(file: StoredFile): Json {
  return { file_name: file.name, mime_type: file.mime, ...fileFields(file) };
}

/** One size: the sandbox keeps a photo as it came. */
function renderPhoto(file: StoredFile): Json[] {
  return [{ ...fileFields(file), width: file.width, height: file.height }];
}

function renderPoll(question: string, options: string[]): Json {
  return {
    id: '1',
    question,
    options: options.map((text, index) => ({ persistent_id: `${index}`, text, voter_count: 0 })),
    total_voter_count: 0,
    is_closed: false,
    is_anonymous: true,
    type: 'regular',
    allows_multiple_answers: false,
  };
}
