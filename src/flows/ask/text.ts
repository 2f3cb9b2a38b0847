import type { Translate } from '../../chat/translator.ts';
import { ok, type Result, refused } from '../../domain/shared/result.ts';

/**
 * Typed text of 1 to `max` characters (code points), as typed but for the blanks around it; else the
 * sentence that names the cure.
 */
export function readText(text: string, t: Translate, max: number): Result<string, string> {
  const value = text.trim();
  if (value === '') return refused(t('errors:text.empty'));
  const n = [...value].length;
  return n > max ? refused(t('errors:text.tooLong', { n, max })) : ok(value);
}
