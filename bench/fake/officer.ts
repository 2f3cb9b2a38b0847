import { type Decoded, decode, encode } from '../../src/chat/callback.ts';
import { RATINGS } from '../../src/domain/checklist/model.ts';

const YES = RATINGS.indexOf('yes') + 1;
const NO_CASE = RATINGS.indexOf('no-case') + 1;
/** 10.1: "yes" asks for two numbers, which this officer does not type. */
const ASKS_NUMBERS = 1001;

/** A tap: the callback data, and the answer it gives, if it gives one. */
export interface Tap {
  readonly data: string;
  readonly answer: Answer | null;
}

export interface Answer {
  readonly assessmentId: number;
  /** Item code: direction * 100 + number. */
  readonly item: number;
  /** Of the answer as it will be. */
  readonly revision: number;
}

/** An officer of the fake Telegram: looks at the buttons of her message and presses one. */
export interface Officer {
  readonly chatId: number;
  /** The message with buttons that was edited or sent last; 0: none yet. */
  messageId: number;
  /** Callback data of its buttons, in their order. */
  buttons: readonly string[];
  /** What she has answered: the revision and rating as the bot acknowledged them. */
  readonly answered: Map<number, { revision: number; rating: number }>;
  /** Items put off, because they ask for typed numbers. */
  readonly putOff: Set<number>;
  /** Items that can be answered again and again without a question after it. */
  readonly cases: { readonly assessmentId: number; readonly item: number }[];
  turn: number;
}

export const newOfficer = (chatId: number): Officer => ({
  chatId,
  messageId: 0,
  buttons: [],
  answered: new Map(),
  putOff: new Set(),
  cases: [],
  turn: 0,
});

const isDecoded = (value: Decoded | null): value is Decoded => value !== null;

/**
 * The first button that answers an open item («Ооба», «Баары бар», a fact); else puts an item off, or
 * goes on; when all is answered, changes the answers of case items to and fro. null: no button helps.
 */
export function nextTap(officer: Officer): Tap | null {
  const shown = officer.buttons.map(decode).filter(isDecoded);
  return answering(officer, shown) ?? passing(officer, shown) ?? again(officer);
}

function answering(officer: Officer, shown: readonly Decoded[]): Tap | null {
  const suits = ({ action, args }: Decoded): boolean => {
    const [, item = 0, value] = args;
    const known = officer.answered.get(item)?.revision ?? 0;
    if ((args.at(-1) ?? 0) < known) return false;
    if (action === 'rate') return value === (item === ASKS_NUMBERS ? NO_CASE : YES);
    return action === 'partsAll' || action === 'fact';
  };
  const button = shown.find(suits);
  if (!button) return null;
  const [assessmentId = 0, item = 0] = button.args;
  const isCase = shown.some(({ action, args }) => action === 'rate' && args[2] === NO_CASE);
  if (isCase && button.action === 'rate' && item !== ASKS_NUMBERS)
    officer.cases.push({ assessmentId, item });
  const revision = (button.args.at(-1) ?? 0) + 1;
  return { data: encode(button.action, button.args), answer: { assessmentId, item, revision } };
}

function passing(officer: Officer, shown: readonly Decoded[]): Tap | null {
  const later = shown.find(({ action, args }) => {
    const [, item = 0] = args;
    return action === 'later' && !officer.answered.has(item) && !officer.putOff.has(item);
  });
  if (later) {
    officer.putOff.add(later.args[1] ?? 0);
    return { data: encode(later.action, later.args), answer: null };
  }
  const onward = officer.answered.size === 0 && shown.find(({ action }) => action === 'goOn');
  return onward ? { data: encode(onward.action, onward.args), answer: null } : null;
}

function again(officer: Officer): Tap | null {
  const chosen = officer.cases[officer.turn++ % officer.cases.length];
  const former = chosen && officer.answered.get(chosen.item);
  if (!former) return null;
  const { assessmentId, item } = chosen;
  const rating = former.rating === YES ? NO_CASE : YES;
  const data = encode('rate', [assessmentId, item, rating, former.revision]);
  return { data, answer: { assessmentId, item, revision: former.revision + 1 } };
}

/** The bot has acknowledged the answer. */
export function acknowledge(officer: Officer, { data, answer }: Tap): void {
  if (!answer) return;
  const decoded = decode(data);
  const rating = decoded?.action === 'rate' ? (decoded.args[2] ?? YES) : YES;
  officer.answered.set(answer.item, { revision: answer.revision, rating });
}

/** The bot did not take the answer: the officer does not know its revision and leaves it alone. */
export function giveUp(officer: Officer, item: number): void {
  const at = officer.cases.findIndex((one) => one.item === item);
  if (at >= 0) officer.cases.splice(at, 1);
}
