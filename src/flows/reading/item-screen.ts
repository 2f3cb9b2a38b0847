import type { Button, Screen } from '../../chat/screen.ts';
import type { Translate } from '../../chat/translator.ts';
import { itemsIn } from '../../domain/assessment/frozen.rules.ts';
import type { FrozenSubmission } from '../../domain/assessment/frozen.model.ts';
import { itemCode } from '../../domain/checklist/code.rules.ts';
import { BUTTON_ROOM, shortened } from './fitting.ts';
import { itemText } from './item-lines.ts';
import type { Links } from './links.ts';

/** Buttons of files under one item; the rest is in the paper's list and with the organisation. */
const FILES_SHOWN = 10;

/** One item with everything said of it, and the ways to its neighbours. null: no such item. */
export function itemScreen(
  document: FrozenSubmission,
  code: number,
  reading: {
    readonly title: string;
    readonly names: ReadonlyMap<number, string>;
    readonly links: Links;
    readonly t: Translate;
  },
): Screen | null {
  const { title, names, links, t } = reading;
  const items = itemsIn(document);
  const place = items.findIndex(({ id }) => itemCode(id) === code);
  const item = items[place];
  if (!item) return null;
  const direction = Math.trunc(code / 100);
  const { file } = links;
  const files = file
    ? item.evidence.flatMap((one): Button[][] =>
        one.kind === 'file' ? [[{ text: fileButton(one.name, t), data: file(one.fileId) }]] : [],
      )
    : [];
  const neighbour = (at: number, look: (id: string) => string): Button[] => {
    const other = items[at];
    return other ? [{ text: look(other.id), data: links.item(itemCode(other.id)) }] : [];
  };
  return {
    text: itemText({ item, document, names }, title, t),
    rows: [
      ...files.slice(0, FILES_SHOWN),
      [
        ...neighbour(place - 1, (id) => `‹ ${id}`),
        {
          text: t.plain('review:reading.toDirection', { n: direction }),
          data: links.direction(direction),
        },
        ...neighbour(place + 1, (id) => `${id} ›`),
      ],
      [links.back],
    ],
  };
}

function fileButton(name: string, t: Translate): string {
  const room = BUTTON_ROOM - t.plain('review:reading.openFile', { name: '' }).length;
  return t.plain('review:reading.openFile', { name: shortened(name, room) });
}
