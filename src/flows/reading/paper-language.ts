import type { Language, PaperLanguage } from '../../domain/shared/language.ts';

/** Official papers are in Kyrgyz and Russian; who reads English gets the Kyrgyz one. */
export const paperLanguage = (language: Language): PaperLanguage =>
  language === 'ru' ? 'ru' : 'ky';
