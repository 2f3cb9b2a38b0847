import { ITEM_ID } from './code.rules.ts';
import { itemById, items } from './lookup.rules.ts';
import type { Contradiction, Edition } from './model.ts';
import { checkProofs } from './proofs.rules.ts';
import { mistake, recall, type Source } from './source.rules.ts';

/** What holds between the parts of an edition: order, ids used once, items that exist. */
export function checkConsistency(source: Source, edition: Edition): void {
  checkDirections(source, edition);
  checkItems(source, edition);
  checkProofs(source, edition);
  checkOnce(source, edition.contradictions, 'Contradiction');
  for (const contradiction of edition.contradictions) {
    checkContradiction(source, edition, contradiction);
  }
  checkOnce(source, edition.phrases.plan, 'Phrase');
  checkOnce(source, edition.phrases.notApplicable, 'Phrase');
}

function checkDirections(source: Source, edition: Edition): void {
  const slugs = new Set<string>();
  for (const [index, direction] of edition.directions.entries()) {
    if (direction.number !== index + 1) {
      mistake(
        source,
        recall(source, direction, 'number'),
        `Direction ${direction.number} stands in place ${index + 1}`,
        'Number the directions 1, 2, 3 … in their order',
      );
    }
    if (slugs.has(direction.slug)) {
      const wrong = `The slug "${direction.slug}" is used twice`;
      mistake(source, recall(source, direction, 'slug'), wrong, 'Give each direction its own');
    }
    slugs.add(direction.slug);
  }
}

function checkItems(source: Source, edition: Edition): void {
  const seen = new Set<string>();
  for (const direction of edition.directions) {
    let place = 0;
    for (const item of direction.groups.flatMap((group) => group.items)) {
      place += 1;
      const line = recall(source, item, 'id');
      const expected = `${direction.number}.${place}`;
      if (seen.has(item.id)) {
        mistake(source, line, `Item ${item.id} stands in the file twice`, 'Remove or renumber one');
      } else if (item.id !== expected || !ITEM_ID.test(item.id)) {
        mistake(
          source,
          line,
          `Item ${item.id} stands where ${expected} belongs`,
          'Number the items direction.place in their order, up to 99',
        );
      }
      seen.add(item.id);
    }
  }
}

function checkOnce(source: Source, things: readonly { id: string }[], what: string): void {
  const seen = new Set<string>();
  for (const thing of things) {
    if (seen.has(thing.id)) {
      const wrong = `${what} "${thing.id}" stands in the file twice`;
      mistake(source, recall(source, thing, 'id'), wrong, 'Give each its own id');
    }
    seen.add(thing.id);
  }
}

type Named = { readonly item: string; readonly place?: number };

function checkContradiction(source: Source, edition: Edition, it: Contradiction): void {
  const conditions = it.when.flatMap((condition): Named[] =>
    'differ' in condition ? [...condition.differ[0], ...condition.differ[1]] : [condition],
  );
  const line = recall(source, it);
  const unknown = [...it.items, ...conditions.map(({ item }) => item)].filter(
    (id) => !itemById(edition, id),
  );
  for (const id of new Set(unknown)) {
    const wrong = `Contradiction "${it.id}" names item ${id}, which does not exist`;
    mistake(source, line, wrong, `Use an id of ${firstAndLast(edition)}`);
  }
  for (const condition of conditions) {
    const item = itemById(edition, condition.item);
    if (!item || condition.place === undefined) continue;
    const count = item.numbers?.labels.length ?? 0;
    if (condition.place >= 1 && condition.place <= count) continue;
    mistake(
      source,
      line,
      `Contradiction "${it.id}" reads number ${condition.place} of item ${item.id}, which asks ${count}`,
      'Name a number the item asks for, counted from 1',
    );
  }
}

function firstAndLast(edition: Edition): string {
  const all = items(edition);
  return `${all[0]?.id} to ${all.at(-1)?.id}`;
}
