import { GrammyError, HttpError } from 'grammy';

/** What a log may hold of a failure: no text of a message, no name, no token. */
export interface Failure {
  readonly error: string;
  readonly stack?: string;
}

/** Their messages quote the data they stumbled over. */
const QUOTES_DATA = new Set(['SyntaxError', 'PrismaClientValidationError', 'ZodError']);

/** Lines of the stack below the message. */
const STACK_LINES = 6;

/**
 * A failure for the log. An error object itself never goes there: grammY's carries the message it was
 * sending, and a parser's quotes what it read.
 */
export function failureOf(error: unknown): Failure {
  if (error instanceof GrammyError) {
    return { error: `${error.method}: ${error.error_code} ${error.description}` };
  }
  if (error instanceof HttpError) {
    const cause = error.error as { code?: string; name?: string } | undefined;
    return { error: `${error.message} ${cause?.code ?? cause?.name ?? ''}`.trim() };
  }
  if (!(error instanceof Error)) return { error: typeof error };
  const { name, message } = error;
  const code = (error as { code?: unknown }).code;
  const words = QUOTES_DATA.has(name) ? name : `${name}: ${message}`;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    error: typeof code === 'string' && !words.includes(code) ? `${words} (${code})` : words,
    stack: frames.slice(0, STACK_LINES).join('\n'),
  };
}
