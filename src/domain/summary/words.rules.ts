import type { PaperLanguage } from '../shared/language.ts';
import { kyrgyzWords } from './words-ky.rules.ts';
import type { PaperWords } from './words.model.ts';
import { russianWords } from './words-ru.rules.ts';

/** The words of papers in a language. */
export const wordsOf = (language: PaperLanguage): PaperWords =>
  language === 'ky' ? kyrgyzWords : russianWords;
