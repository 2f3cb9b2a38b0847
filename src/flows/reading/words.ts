import type { Translate } from '../../chat/translator.ts';
import type { FrozenItem, FrozenOwner } from '../../domain/assessment/frozen.model.ts';
import type { Localised } from '../../domain/shared/language.ts';
import { fileSize } from '../../domain/summary/file-size.rules.ts';

/** A ready phrase in the reader's language, or the words as typed. */
export const said = (text: Localised | string, t: Translate): string =>
  typeof text === 'string' ? text : text[t.language];

/** The answer in the item's own words, else in the word of its rating. */
export function answerWords(
  item: Pick<FrozenItem, 'rating' | 'answerLabel'>,
  t: Translate,
): string {
  if (item.rating === null) return t.plain('review:reading.rating.none');
  return item.answerLabel?.[t.language] ?? t.plain(`review:reading.rating.${item.rating}`);
}

export function ownerName(
  who: FrozenOwner,
  names: ReadonlyMap<number, string>,
  t: Translate,
): string {
  if (who.kind === 'head') return t.plain('review:reading.head');
  if (who.kind === 'named') return who.name;
  return names.get(who.personId) ?? t.plain('review:reading.erased');
}

export const sizeWords = (bytes: number, t: Translate): string =>
  fileSize(bytes, [
    t.plain('review:reading.bytes'),
    t.plain('review:reading.kilobytes'),
    t.plain('review:reading.megabytes'),
  ]);
