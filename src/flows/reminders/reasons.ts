import type { Translate } from '../../chat/translator.ts';

/** Ready reasons for putting something off, in the order of their buttons; kept as "@" and the id. */
export const REASONS = ['underway', 'leave', 'funds', 'other'] as const;

/** A reason as it is kept, plain: a ready one in the reader's language, own words as typed. */
export function reasonWords(t: Translate, reason: string): string {
  const ready = REASONS.find((id) => reason === `@${id}`);
  return ready ? t.plain(`reminders:later.phrase.${ready}`) : reason;
}
