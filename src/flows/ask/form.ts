import type { Reply, Visit } from '../../chat/visit.ts';
import type { Button, Screen } from '../../chat/screen.ts';
import type { Result } from '../../domain/shared/result.ts';

/**
 * One typed step: a question, how the answer is read, and what is done with it. Several steps are
 * several forms: `done` returns a reply that opens the next one. The conversations engine (decision 1)
 * runs every form the same way: it asks again with the sentence of `read`, ends on /cancel, on the
 * cancel button, on any other button and after its time limit.
 */
export interface Form<Value = unknown> {
  /** Unique and never reused for another question. */
  readonly name: string;
  /** The question, with what the flow offers besides typing. The engine adds the way out. */
  ask(visit: Visit, args: FormArgs): Promise<Screen>;
  /** Leads back to where the question was asked; absent: the cancel button, and what is open. */
  out?(visit: Visit, args: FormArgs): Button;
  /** The value, or one sentence in the person's language that names the cure. */
  read(text: string, visit: Visit, args: FormArgs): Result<Value, string>;
  /** Calls the service and says what comes next. */
  done(visit: Visit, args: FormArgs, value: Value): Promise<Reply>;
}

/** Plain ids and words, so that they survive storage between two messages. */
export type FormArgs = readonly (number | string)[];
