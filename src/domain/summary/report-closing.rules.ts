import type { FrozenSubmission } from '../assessment/frozen.model.ts';
import { type Names, personName } from './frozen-reading.rules.ts';
import type { Block } from './report.model.ts';
import type { PaperWords } from './words.model.ts';

/** Answers that do not fit together, as the officer kept and explained them; nothing when none. */
export function contradictionBlocks(
  { contradictions }: FrozenSubmission,
  words: PaperWords,
): readonly Block[] {
  if (contradictions.length === 0) return [];
  const { contradictions: said } = words;
  return [
    { kind: 'heading', level: 1, text: said.heading, note: null },
    ...contradictions.flatMap(({ items, text, explanation }): readonly Block[] => [
      {
        kind: 'paragraph',
        style: 'body',
        text: said.items(items, text[words.language]),
        note: null,
      },
      {
        kind: 'paragraph',
        style: 'body',
        text: explanation ? said.explained(explanation) : said.unexplained,
        note: null,
      },
    ]),
  ];
}

/** Lines for the officer and the head; a head's name only where it is beyond doubt. */
export function signatureBlocks(
  submission: FrozenSubmission,
  names: Names,
  words: PaperWords,
): readonly Block[] {
  const { signatures, people } = words;
  const head = submission.confirmedBy ?? onlyOf(submission.organisation.heads);
  return [
    {
      kind: 'signatures',
      heading: signatures.heading,
      lines: [
        {
          post: people.officer,
          name: personName(names, submission.submittedBy, words),
          under: signatures.under,
        },
        {
          post: people.head,
          name: head === null ? '' : personName(names, head, words),
          under: signatures.under,
        },
      ],
      stamp: signatures.stamp,
    },
  ];
}

const onlyOf = (ids: readonly number[]): number | null =>
  ids.length === 1 ? (ids[0] ?? null) : null;
