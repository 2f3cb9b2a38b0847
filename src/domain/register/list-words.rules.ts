import type { PaperLanguage } from '../shared/language.ts';
import { kyrgyzListWords } from './list-words-ky.rules.ts';
import type { ListWords } from './list-words.model.ts';
import { russianListWords } from './list-words-ru.rules.ts';

/** The words of lists in a language. */
export const listWords = (language: PaperLanguage): ListWords =>
  language === 'ky' ? kyrgyzListWords : russianListWords;

/** Every language in which lists are written; all are read. */
export const LIST_WORDS: readonly ListWords[] = [kyrgyzListWords, russianListWords];
