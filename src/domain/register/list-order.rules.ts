/** What stands before a «№», and the number of the order behind it. */
export interface Ordered {
  readonly before: string;
  /** null: there is none. */
  readonly orderNo: string | null;
}

const BETWEEN = /[\s,;]/u;
/** «буйрук № 34», «приказ № 34»: the word belongs to the number. */
const ORDER = /^(?:буйрук|буйругу|тескеме|приказ)$/iu;

/** «12.03.2021, буйрук № 45-б» in its two parts. In one pass: a cell may be a thousand commas. */
export function parted(text: string): Ordered {
  const at = text.indexOf('№');
  if (at < 0) return { before: text, orderNo: null };
  let before = trimmed(text, at);
  const word = before.slice(before.lastIndexOf(' ') + 1);
  if (ORDER.test(word)) before = trimmed(before, before.length - word.length);
  return { before, orderNo: text.slice(at + 1).trim() || null };
}

function trimmed(text: string, from: number): string {
  let end = from;
  while (end > 0 && BETWEEN.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
