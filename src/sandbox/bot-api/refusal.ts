/** Fields of `parameters` in a refused answer. */
export interface RefusalParameters {
  retry_after?: number;
  migrate_to_chat_id?: number;
}

const PREFIX: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  501: 'Not Implemented',
};

/** A call the Bot API does not carry out; it becomes the answer `{"ok":false,…}`. */
export class Refusal extends Error {
  readonly code: number;
  readonly parameters: RefusalParameters | undefined;

  constructor(code: number, description: string, parameters?: RefusalParameters) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

/**
 * A refusal worded as Telegram's server words it: the prefix of the code, then the message with its
 * first letter lowered, unless the second character is `_` or a capital, so that MESSAGE_TOO_LONG
 * stays (tdlib/telegram-bot-api, Client.cpp, fail_query_with_error).
 */
export function refusal(code: number, message: string, parameters?: RefusalParameters): Refusal {
  const keep = /^.[_A-Z]/u.test(message);
  const text = keep ? message : message.charAt(0).toLowerCase() + message.slice(1);
  return new Refusal(code, `${PREFIX[code] ?? 'Error'}: ${text}`, parameters);
}

/** A refusal with code 400, by far the most common. */
export function badRequest(message: string): Refusal {
  return refusal(400, message);
}
