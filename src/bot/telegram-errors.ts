import { GrammyError, HttpError } from 'grammy';

const refusedWith = (error: unknown, code: number, ...beginnings: readonly string[]): boolean =>
  error instanceof GrammyError &&
  error.error_code === code &&
  (beginnings.length === 0 || beginnings.some((text) => error.description.startsWith(text)));

/** The message looks so already. */
export const isUnchanged = (error: unknown): boolean =>
  refusedWith(error, 400, 'Bad Request: message is not modified');

/** The callback was answered, or its time is over. */
export const isTooLate = (error: unknown): boolean =>
  refusedWith(error, 400, 'Bad Request: query is too old');

/** The message is gone or was never one with text. */
export const isUneditable = (error: unknown): boolean =>
  refusedWith(
    error,
    400,
    'Bad Request: message to edit not found',
    "Bad Request: message can't be edited",
    'Bad Request: there is no text in the message to edit',
    'Bad Request: MESSAGE_ID_INVALID',
  );

/** Blocked, deactivated, kicked, never started: nothing will arrive until the person acts. */
export const isUnreachable = (error: unknown): boolean =>
  refusedWith(error, 403) ||
  refusedWith(error, 400, 'Bad Request: chat not found', 'Bad Request: USER_IS_BLOCKED');

export const isTopicGone = (error: unknown): boolean =>
  refusedWith(error, 400, 'Bad Request: message thread not found', 'Bad Request: TOPIC_DELETED');

/** Bots may fetch 20 MB (Bot API, getFile). */
export const isTooBig = (error: unknown): boolean =>
  refusedWith(error, 400, 'Bad Request: file is too big');

/** A group became a supergroup: its new id. */
export const migratedTo = (error: unknown): number | null =>
  error instanceof GrammyError ? (error.parameters.migrate_to_chat_id ?? null) : null;

/** How long Telegram asks to wait, in milliseconds; null: it did not. */
export const askedToWait = (error: unknown): number | null =>
  error instanceof GrammyError && error.parameters.retry_after !== undefined
    ? error.parameters.retry_after * 1000
    : null;

/** The token was revoked (401, 404) or is in use elsewhere (409): it is not about the message. */
const ABOUT_THE_BOT = [401, 404, 409];

/** It is the line, Telegram or the token, not this call: the same call may succeed later. */
export const isPassing = (error: unknown): boolean =>
  error instanceof HttpError ||
  (error instanceof GrammyError &&
    (error.error_code >= 500 ||
      error.error_code === 429 ||
      ABOUT_THE_BOT.includes(error.error_code)));

/** Any other refusal for good: sent again, it would be refused again. */
export const isRefused = (error: unknown): boolean =>
  error instanceof GrammyError && !isPassing(error);
