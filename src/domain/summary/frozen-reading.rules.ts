import type { FrozenSubmission } from '../assessment/frozen.model.ts';
import type { Localised, PaperLanguage } from '../shared/language.ts';
import { isLocalDate, numericDate } from '../shared/paper-dates.ts';
import { cleanText } from './clean-text.rules.ts';
import type { PaperWords } from './words.model.ts';

/** Names of people by id, as they are on the day the paper is made. */
export type Names = ReadonlyMap<number, string>;

/**
 * The frozen document, for papers: every text in it cleaned of characters that hide or turn text.
 * Throws an Error on a schema number that papers cannot be drawn from.
 */
export function readFrozen(json: string): FrozenSubmission {
  const submission = JSON.parse(json, (_key, value: unknown) =>
    typeof value === 'string' ? cleanText(value) : value,
  ) as FrozenSubmission;
  const schema: number = submission.schema;
  if (schema !== 1 && schema !== 2)
    throw new Error(`No paper can be drawn from schema ${schema} of a submission`);
  return submission;
}

/** The person's name, or the words for a name that was erased. */
export function personName(names: Names, id: number, words: PaperWords): string {
  return cleanText(names.get(id) ?? '') || words.people.erased;
}

/** A ready phrase in the paper's language, or the officer's own words as typed. */
export const phrase = (text: Localised | string, language: PaperLanguage): string =>
  typeof text === 'string' ? text : text[language];

/** Editions are named by their date; in papers it stands as 22.03.2022. */
export const editionName = (edition: string): string =>
  isLocalDate(edition) ? numericDate(edition) : edition;
