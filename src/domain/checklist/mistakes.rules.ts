/** One thing wrong in a checklist's file, said so that its legal editor can put it right. */
export interface ChecklistMistake {
  readonly file: string;
  /** 1-based; null when the mistake is of the file or the folder as a whole. */
  readonly line: number | null;
  readonly wrong: string;
  readonly cure: string;
}

/** One mistake a line, in the order of the file: `file:line: what is wrong. What to do.` */
export const formatMistakes = (mistakes: readonly ChecklistMistake[]): string =>
  mistakes
    .toSorted((a, b) => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0))
    .map(({ file, line, wrong, cure }) => `${file}${line ? `:${line}` : ''}: ${wrong}. ${cure}.`)
    .join('\n');
