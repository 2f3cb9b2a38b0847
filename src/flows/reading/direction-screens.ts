import { bold, escapeHtml } from '../../chat/html.ts';
import type { Screen } from '../../chat/screen.ts';
import type { Translate } from '../../chat/translator.ts';
import type {
  FrozenDirection,
  FrozenItem,
  FrozenSubmission,
} from '../../domain/assessment/frozen.model.ts';
import { itemsIn } from '../../domain/assessment/frozen.rules.ts';
import { itemCode } from '../../domain/checklist/code.rules.ts';
import { BUTTON_ROOM, shortened } from './fitting.ts';
import type { Links } from './links.ts';
import { answerWords } from './words.ts';

/** The document's directions, each with how many of its items are answered. */
export function directionsScreen(
  document: FrozenSubmission,
  title: string,
  links: Links,
  t: Translate,
): Screen {
  return {
    text: `${title}\n\n${bold(t('review:reading.directions'))}`,
    rows: [
      ...document.directions.map((direction) => [
        { text: directionButton(direction, t), data: links.direction(direction.number) },
      ]),
      [links.back],
    ],
  };
}

function directionButton(direction: FrozenDirection, t: Translate): string {
  const items = itemsIn({ directions: [direction] });
  const values = {
    n: direction.number,
    answered: items.filter(({ rating }) => rating !== null).length,
    total: items.length,
  };
  const room = BUTTON_ROOM - t.plain('review:reading.direction', { ...values, title: '' }).length;
  const title = shortened(direction.title[t.language], room);
  return t.plain('review:reading.direction', { ...values, title });
}

/** One direction: a button for each item with its answer. null: the document has none such. */
export function directionScreen(
  document: FrozenSubmission,
  number: number,
  title: string,
  links: Links,
  t: Translate,
): Screen | null {
  const direction = document.directions.find((one) => one.number === number);
  if (!direction) return null;
  const heading = t('review:reading.heading', {
    n: direction.number,
    title: direction.heading[t.language],
  });
  return {
    text: `${title}\n\n${bold(heading)}`,
    rows: [
      ...itemsIn({ directions: [direction] }).map((item) => [
        { text: itemButton(item, t), data: links.item(itemCode(item.id)) },
      ]),
      [{ text: t.plain('review:button.directions'), data: links.directions }, links.back],
    ],
  };
}

function itemButton(item: FrozenItem, t: Translate): string {
  const n = item.evidence.length;
  const key = n > 0 ? 'review:reading.entryDocuments' : 'review:reading.entry';
  const room = BUTTON_ROOM - t.plain(key, { item: item.id, answer: '', n }).length;
  return t.plain(key, { item: item.id, answer: shortened(answerWords(item, t), room), n });
}

/** The first line of every screen of a document: what it is and whose. */
export const documentTitle = (document: FrozenSubmission, t: Translate): string =>
  document.number === null
    ? escapeHtml(document.organisation.name)
    : t('review:submission.title', {
        number: document.number,
        org: document.organisation.name,
      });
