import { encode } from '../../chat/callback.ts';
import { bold, escapeHtml } from '../../chat/html.ts';
import type { Button, Screen } from '../../chat/screen.ts';
import type { Translate } from '../../chat/translator.ts';
import { itemCode } from '../../domain/checklist/code.rules.ts';
import type { Edition } from '../../domain/checklist/model.ts';

const A_ROW = 4;

/** Items of one direction to choose from, and the neighbouring directions. `direction` from 1. */
export function chooseItemScreen(
  t: Translate,
  edition: Edition,
  direction: number,
  to: (code: number) => string,
  page: (direction: number) => string,
): Screen {
  const { directions } = edition;
  const found = directions.findIndex(({ number }) => number === direction);
  const index = Math.max(0, found);
  const now = directions[index];
  if (!now) throw new Error(`edition ${edition.id} has no direction`);
  const items = now.groups.flatMap((group) => group.items);
  const buttons = items.map(({ id }): Button => ({ text: id, data: to(itemCode(id)) }));
  const rows = Array.from({ length: Math.ceil(buttons.length / A_ROW) }, (_, row) =>
    buttons.slice(row * A_ROW, (row + 1) * A_ROW),
  );
  const before = directions.at(index - 1);
  const after = directions[(index + 1) % directions.length];
  const turn = [before, after].flatMap((one, place): Button[] =>
    one && one !== now
      ? [{ text: place === 0 ? `‹ ${one.number}` : `${one.number} ›`, data: page(one.number) }]
      : [],
  );
  const questions = items.map(({ id, question }) => `${id} ${escapeHtml(question[t.language])}`);
  return {
    text: [
      t('walk:receipt.whereTo'),
      bold(escapeHtml(`${now.number}. ${now.title[t.language]}`)),
      questions.join('\n'),
    ].join('\n\n'),
    rows: [...rows, turn],
  };
}

/** Where a document goes. */
export const evidenceTargets = (
  t: Translate,
  edition: Edition,
  assessmentId: number,
  evidence: number,
  direction: number,
): Screen =>
  chooseItemScreen(
    t,
    edition,
    direction,
    (code) => encode('evidenceTo', [assessmentId, evidence, code]),
    (page) => encode('evidenceMove', [assessmentId, evidence, page]),
  );

/** Where the comment of an item goes. */
export const commentTargets = (
  t: Translate,
  edition: Edition,
  assessmentId: number,
  item: number,
  direction: number,
): Screen =>
  chooseItemScreen(
    t,
    edition,
    direction,
    (code) => encode('commentTo', [assessmentId, item, code]),
    (page) => encode('commentMove', [assessmentId, item, page]),
  );
