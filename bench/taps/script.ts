import { type Decoded, decode } from '../../src/chat/callback.ts';
import { RATINGS } from '../../src/domain/checklist/model.ts';

/** What the officer does with the screen before her. */
export type Deed =
  | { readonly press: string }
  | { readonly type: string }
  /** The screen says it is sent. */
  | { readonly done: true };

/** Answers other than "yes", by item. All of them are plain ratings. */
const PARTLY = new Set([601, 602, 701, 702]);
const NO = new Set([703, 801]);
const NOT_APPLICABLE = new Set([301, 501]);
/** What she types where numbers are asked; each is a "yes". */
const NUMBERS: Readonly<Record<number, string>> = {
  303: '27 0',
  802: '3 3 3',
  1001: '2 2',
  1203: '30 3 27',
  1208: '27 27',
};
const REASON = 'Мындай кызмат орду биздин мекемеде каралган эмес';

const place = (rating: (typeof RATINGS)[number]): number => RATINGS.indexOf(rating) + 1;

const wanted = (item: number): number =>
  place(PARTLY.has(item) ? 'partly' : NO.has(item) ? 'no' : 'yes');

/** The first of these kinds of button that the screen has, as its data. */
function chosen(
  shown: readonly Decoded[],
  data: readonly string[],
  ...fits: readonly ((button: Decoded) => boolean)[]
): Deed | null {
  for (const fit of fits) {
    const at = shown.findIndex(fit);
    const press = data[at];
    if (press !== undefined) return { press };
  }
  return null;
}

/**
 * The scripted officer: joins, answers 40 items yes (parts by "all", numbers typed), 4 partly and 2 no
 * with their plans from ready phrases, 2 not applicable with typed reasons, and submits.
 */
export function nextDeed(data: readonly string[], text: string): Deed {
  const shown = data.map(decode).filter((one): one is Decoded => one !== null);
  const is =
    (action: Decoded['action'], ...values: readonly number[]) =>
    (button: Decoded) =>
      button.action === action && values.every((value, n) => button.args[n + 2] === value);
  const has = (action: Decoded['action']) => shown.some((button) => button.action === action);

  if (has('withdraw')) return { done: true };
  if (has('cancel')) return { type: REASON };
  const before = chosen(shown, data, is('join'), is('submitSure'), is('submit'), is('planPhrase'));
  if (before) return before;
  if (has('planWho'))
    return (
      chosen(shown, data, is(/✓|Жооптуу: /.test(text) ? 'planUntil' : 'planWho')) ?? stuck(text)
    );
  if (has('reasonOwn')) return chosen(shown, data, is('reasonOwn')) ?? stuck(text);
  const item = shown.find(({ action }) => action === 'comment')?.args[1];
  if (item === undefined) return chosen(shown, data, is('goOn')) ?? stuck(text);
  if (NOT_APPLICABLE.has(item)) return chosen(shown, data, is('notApplicable')) ?? stuck(text);
  const answer = chosen(shown, data, is('rate', wanted(item)), is('partsAll'), is('fact'));
  const numbers = NUMBERS[item];
  return answer ?? (numbers === undefined ? stuck(text) : { type: numbers });
}

function stuck(text: string): never {
  throw new Error(`The officer of taps_full knows no further on this screen:\n${text}`);
}
