import { encode } from '../../chat/callback.ts';
import type { Screen } from '../../chat/screen.ts';
import type { Visit } from '../../chat/visit.ts';
import type { Form, FormArgs } from './form.ts';

/** A question with the way out below it: the form's own, else cancelling. */
export function withWayOut(screen: Screen, form: Form, visit: Visit, args: FormArgs): Screen {
  const cancel = { text: visit.t.plain('general:cancel'), data: encode('cancel') };
  return { text: screen.text, rows: [...screen.rows, [form.out?.(visit, args) ?? cancel]] };
}
