import { ok, type Result, refused } from '../shared/result.ts';
import { checkConsistency } from './consistency.rules.ts';
import type { ChecklistMistake } from './mistakes.rules.ts';
import type { Direction, Edition, Group, Phrase } from './model.ts';
import { contradictionOf } from './parse-contradiction.rules.ts';
import { itemOf } from './parse-item.rules.ts';
import {
  fieldsOf,
  flagOf,
  listOf,
  numberOf,
  openSource,
  type Place,
  remember,
  type Source,
  textOf,
} from './source.rules.ts';
import { BUTTON_LENGTH, localisedOf } from './text.rules.ts';

/**
 * Reads one edition of a checklist from its YAML text (docs/guides/checklists.md). Refuses with
 * every mistake found, each with its line and cure; `file` is only named in them. What holds
 * between the parts (order, unknown items, proofs used twice) is looked at once each is whole.
 */
export function parseEdition(text: string, file: string): Result<Edition, ChecklistMistake[]> {
  const { source, root } = openSource(text, file);
  if (!root) return refused(source.mistakes);
  const edition = editionOf(source, root);
  if (source.mistakes.length === 0) checkConsistency(source, edition);
  return source.mistakes.length === 0 ? ok(edition) : refused(source.mistakes);
}

function editionOf(source: Source, root: Place): Edition {
  const fields = fieldsOf(source, root, 'The checklist', {
    required: [
      'id',
      'edition',
      'title',
      'preamble',
      'preambleTranslated',
      'phrases',
      'directions',
      'contradictions',
    ],
  });
  const translated = nested(source, fields.get('preambleTranslated'), 'preambleTranslated', [
    'ru',
    'en',
  ]);
  const phrases = nested(source, fields.get('phrases'), 'phrases', ['plan', 'notApplicable']);
  return {
    id: textOf(source, fields.get('id'), 'id'),
    edition: textOf(source, fields.get('edition'), 'edition'),
    title: localisedOf(source, fields.get('title'), 'title'),
    preamble: textOf(source, fields.get('preamble'), 'preamble'),
    preambleTranslated: {
      ru: textOf(source, translated.get('ru'), 'preambleTranslated.ru'),
      en: textOf(source, translated.get('en'), 'preambleTranslated.en'),
    },
    directions: listOf(source, fields.get('directions'), 'directions').map((entry) =>
      directionOf(source, entry),
    ),
    contradictions: listOf(source, fields.get('contradictions'), 'contradictions').map((entry) =>
      contradictionOf(source, entry),
    ),
    phrases: {
      plan: phrasesOf(source, phrases.get('plan'), 'phrases.plan'),
      notApplicable: phrasesOf(source, phrases.get('notApplicable'), 'phrases.notApplicable'),
    },
  };
}

function directionOf(source: Source, place: Place): Direction {
  const fields = fieldsOf(source, place, 'A direction', {
    required: ['number', 'slug', 'title', 'heading', 'memoHeading', 'groups'],
    optional: ['note', 'personalData'],
  });
  const number = numberOf(source, fields.get('number'), 'The number of a direction');
  const name = `Direction ${number}`;
  const note = fields.get('note');
  const direction: Direction = {
    number,
    slug: textOf(source, fields.get('slug'), `${name}: slug`),
    title: localisedOf(source, fields.get('title'), `${name}: title`, BUTTON_LENGTH),
    heading: localisedOf(source, fields.get('heading'), `${name}: heading`),
    memoHeading: textOf(source, fields.get('memoHeading'), `${name}: memoHeading`),
    note: note ? localisedOf(source, note, `${name}: note`) : null,
    personalData: flagOf(source, fields.get('personalData'), `${name}: personalData`),
    groups: listOf(source, fields.get('groups'), `${name}: groups`).map((entry) =>
      groupOf(source, entry, name),
    ),
  };
  remember(source, direction, place.line, fields);
  return direction;
}

function groupOf(source: Source, place: Place, name: string): Group {
  const fields = fieldsOf(source, place, `${name}: a group`, {
    required: ['items'],
    optional: ['lead', 'heading'],
  });
  const lead = fields.get('lead');
  const heading = fields.get('heading');
  return {
    lead: lead ? textOf(source, lead, `${name}: lead`) : null,
    heading: heading ? localisedOf(source, heading, `${name}: heading of a group`) : null,
    items: listOf(source, fields.get('items'), `${name}: items`).map((entry) =>
      itemOf(source, entry),
    ),
  };
}

const phrasesOf = (source: Source, place: Place | undefined, what: string): readonly Phrase[] =>
  listOf(source, place, what).map((entry) => {
    const fields = fieldsOf(source, entry, `${what}: a phrase`, { required: ['id', 'text'] });
    const phrase: Phrase = {
      id: textOf(source, fields.get('id'), `${what}: id`),
      text: localisedOf(source, fields.get('text'), `${what}: text`, BUTTON_LENGTH),
    };
    remember(source, phrase, entry.line, fields);
    return phrase;
  });

const nested = (
  source: Source,
  place: Place | undefined,
  what: string,
  required: readonly string[],
) => (place ? fieldsOf(source, place, what, { required }) : new Map<string, Place>());
