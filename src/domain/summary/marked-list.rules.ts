import { listWords } from '../register/list-words.rules.ts';
import type { PaperLanguage } from '../shared/language.ts';
import { cleanText } from './clean-text.rules.ts';
import { guardFormula } from './formula-guard.rules.ts';
import type { MarkedBook } from './list-book.model.ts';
import type { SpokenProblem } from './list-job.model.ts';

/** The problems of a list, as comments for its cells and as a sheet of their own, from above. */
export function markedList(
  problems: readonly SpokenProblem[],
  language: PaperLanguage,
): MarkedBook {
  const { marked } = listWords(language);
  const ordered = problems.toSorted((a, b) => a.row - b.row);
  const plain = (text: string): string => guardFormula(cleanText(text));
  return {
    title: marked.title,
    summary: {
      name: marked.title,
      columns: [
        { heading: marked.sheet, width: 20 },
        { heading: marked.row, width: 8 },
        { heading: marked.column, width: 26 },
        { heading: marked.value, width: 30 },
        { heading: marked.cure, width: 64 },
        { heading: marked.weight, width: 16 },
      ],
      rows: ordered.map(({ sheet, row, column, value, sentence, stops }) => [
        plain(sheet) || null,
        row,
        column && plain([column.letter, column.heading].filter((part) => part !== '').join(' · ')),
        plain(value) || null,
        plain(sentence),
        stops ? marked.stops : marked.look,
      ]),
    },
    notes: ordered.map(({ sheet, row, column, sentence, stops }) => ({
      sheet,
      row,
      column: column?.letter ?? null,
      text: cleanText(sentence),
      stops,
    })),
  };
}
