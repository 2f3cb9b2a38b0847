import { REFERENCE_LIMIT } from './model.ts';

const NUMBER = String.raw`[\p{L}\d][\p{L}\d/.-]*`;
const DATE = String.raw`(?:\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d{2}-\d{2})`;
/** Up to three words before the number: «буйрук», «айыл өкмөтүнүн токтому». */
const WORDS = String.raw`(?:\p{L}[\p{L}-]*\s+){0,3}`;
/** A title may stand behind it; a whole sentence makes it a comment. */
const TITLE = String.raw`(?:[\s,.;:–—-]+(?:от\s+)?.{0,80})?`;

/** «№ 45, 12.03.2025», «буйрук № 12», «приказ №12 от 10.01.2025 Штатное расписание». */
const WITH_SIGN = new RegExp(`^${WORDS}(?:№|N[oº°]?\\.?\\s|#)\\s*${NUMBER}${TITLE}$`, 'u');
/** «45, 12.03.2025», «01-17/45 от 12.03.2025»: without the sign only a date tells it from numbers. */
const WITH_DATE = new RegExp(`^${WORDS}${NUMBER}[\\s,]+(?:от\\s+)?${DATE}${TITLE}$`, 'u');

/** Does the text name a document by its number, with or without its date? */
export function isReference(text: string): boolean {
  if (text.includes('\n') || [...text].length > REFERENCE_LIMIT) return false;
  return /\d/.test(text) && (WITH_SIGN.test(text) || WITH_DATE.test(text));
}
