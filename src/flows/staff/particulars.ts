import type { RecordFacts, RecordKind } from '../../domain/register/model.ts';

/** What a record holds beside its kind and date. */
export type Particulars = Pick<RecordFacts, 'what' | 'hours' | 'orderNo'>;

const HOURS = /(\d{1,4})\s*(?:саат|час\p{L}*|ч\.|hours?|h\b)\.?/iu;
const ORDER = /(?:№|no\.?\s|n\s?°)\s*\S.*$/iu;

/**
 * Particulars typed in one message: «72 саат, № 45», «Ардак грамота, № 45». Of a training the hours; of a
 * reward or penalty the words before the number; what is left is the number of the order.
 */
export function readParticulars(text: string, kind: RecordKind | undefined): Particulars {
  if (kind === 'reward' || kind === 'penalty') {
    const orderNo = ORDER.exec(text)?.[0] ?? null;
    const what = orderNo === null ? text : tidy(text.slice(0, text.indexOf(orderNo)));
    return { what: what || null, hours: null, orderNo };
  }
  const hours = kind === 'training' ? HOURS.exec(text) : null;
  const orderNo = hours ? tidy(text.replace(hours[0], '')) : text;
  return { what: null, hours: hours ? Number(hours[1]) : null, orderNo: orderNo || null };
}

/** Without the commas and blanks that parted it from what stood beside it. */
const tidy = (text: string): string => text.replace(/^[\s,;·–-]+|[\s,;·–-]+$/gu, '');
