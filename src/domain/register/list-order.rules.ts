/** What stands before a «№», and the number of the order behind it. */
export interface Ordered {
  readonly before: string;
  /** null: there is none. */
  readonly orderNo: string | null;
}

const BETWEEN = /[\s,;]/u;

/** «12.03.2021, № 45-б» in its two parts. In one pass: a cell may be a thousand commas. */
export function parted(text: string): Ordered {
  const at = text.indexOf('№');
  if (at < 0) return { before: text, orderNo: null };
  let end = at;
  while (end > 0 && BETWEEN.test(text.charAt(end - 1))) end -= 1;
  return { before: text.slice(0, end), orderNo: text.slice(at + 1).trim() || null };
}
