import { encode } from '../../chat/callback.ts';
import { bold, escapeHtml } from '../../chat/html.ts';
import type { Button, Screen } from '../../chat/screen.ts';
import type { Translate } from '../../chat/translator.ts';
import type { Answer } from '../../domain/assessment/model.ts';
import { itemCode } from '../../domain/checklist/code.rules.ts';
import type { Direction, Edition, Item } from '../../domain/checklist/model.ts';
import { answerWords } from './wording.ts';

/** As many as a phone shows without scrolling; the memo's fourteen make two pages. */
export const DIRECTIONS_A_PAGE = 7;

type Answers = ReadonlyMap<number, Answer>;

const itemsOf = (direction: Direction): Item[] => direction.groups.flatMap(({ items }) => items);
const isAnswered = ({ id }: Item, answers: Answers): boolean =>
  (answers.get(itemCode(id))?.rating ?? null) !== null;
const answered = (items: readonly Item[], answers: Answers): number =>
  items.filter((item) => isAnswered(item, answers)).length;

/** The directions somebody answers, with how much of each is answered. `page` from 0. */
export function directionsScreen(
  t: Translate,
  edition: Edition,
  assessmentId: number,
  answers: Answers,
  page: number,
): Screen {
  const mine = edition.directions.filter((one) =>
    itemsOf(one).some(({ id }) => answers.has(itemCode(id))),
  );
  const pages = Math.max(1, Math.ceil(mine.length / DIRECTIONS_A_PAGE));
  const now = Math.min(Math.max(page, 0), pages - 1);
  const first = now * DIRECTIONS_A_PAGE;
  const shown = mine.slice(first, first + DIRECTIONS_A_PAGE);
  const total = mine.flatMap(itemsOf).length;
  const turn = pages === 1 ? null : now + 1 < pages ? now + 1 : 0;
  const home: Button = { text: t.plain('walk:button.home'), data: encode('home') };
  return {
    text: [
      bold(
        t('walk:directions.title', {
          from: shown[0]?.number ?? 1,
          to: shown.at(-1)?.number ?? 1,
        }),
      ),
      t('walk:directions.answered', { n: answered(mine.flatMap(itemsOf), answers), total }),
    ].join('\n'),
    rows: [
      ...shown.map((direction) => [directionButton(t, direction, assessmentId, answers)]),
      turn === null ? [home] : [home, turnButton(mine, assessmentId, now, turn)],
    ],
  };
}

/** A full row of a small phone. */
const ROW = 32;

function directionButton(
  t: Translate,
  direction: Direction,
  assessmentId: number,
  answers: Answers,
): Button {
  const items = itemsOf(direction);
  const n = answered(items, answers);
  const before = `${n === items.length ? '✓ ' : ''}${direction.number}. `;
  const after = ` · ${n}/${items.length}`;
  const room = ROW - before.length - after.length;
  const title = direction.title[t.language];
  const short = title.length > room ? `${title.slice(0, room - 1).trimEnd()}…` : title;
  const data = encode('direction', [assessmentId, direction.number]);
  return { text: `${before}${short}${after}`, data };
}

function turnButton(
  mine: readonly Direction[],
  assessmentId: number,
  now: number,
  turn: number,
): Button {
  const there = mine.slice(turn * DIRECTIONS_A_PAGE, (turn + 1) * DIRECTIONS_A_PAGE);
  const span = `${there[0]?.number ?? ''}–${there.at(-1)?.number ?? ''}`;
  const data = encode('directions', [assessmentId, turn]);
  return { text: turn > now ? `${span} ›` : `‹ ${span}`, data };
}

/** Item buttons in a row: "✓ 12.10" fits a quarter of a small phone. */
const ITEMS_A_ROW = 4;

/** One direction: its items with their answers, each a tap away. */
export function directionScreen(
  t: Translate,
  direction: Direction,
  assessmentId: number,
  answers: Answers,
): Screen {
  const items = itemsOf(direction).filter(({ id }) => answers.has(itemCode(id)));
  const lines = items.map((item) => {
    const answer = answers.get(itemCode(item.id));
    const { rating = null, fact = null, later = false } = answer ?? {};
    const words =
      rating === null
        ? t(later ? 'walk:directions.postponed' : 'walk:directions.open')
        : bold(escapeHtml(answerWords(t, item, { rating, fact })));
    return `${item.id} ${escapeHtml(item.question[t.language])} – ${words}`;
  });
  const buttons = items.map((item): Button => {
    const done = isAnswered(item, answers);
    const data = encode('card', [assessmentId, itemCode(item.id)]);
    return { text: done ? `✓ ${item.id}` : item.id, data };
  });
  const rows = Array.from({ length: Math.ceil(buttons.length / ITEMS_A_ROW) }, (_, row) =>
    buttons.slice(row * ITEMS_A_ROW, (row + 1) * ITEMS_A_ROW),
  );
  const page = Math.floor((direction.number - 1) / DIRECTIONS_A_PAGE);
  const title = `${direction.number}. ${direction.title[t.language]}`;
  return {
    text: `${bold(escapeHtml(title))}\n\n${lines.join('\n\n')}`,
    rows: [
      ...rows,
      [
        {
          text: t.plain('walk:button.directions'),
          data: encode('directions', [assessmentId, page]),
        },
        { text: t.plain('walk:button.home'), data: encode('home') },
      ],
    ],
  };
}
