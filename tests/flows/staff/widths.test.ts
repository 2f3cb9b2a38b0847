import { expect, test } from 'vitest';
import { LANGUAGES } from '../../../src/domain/shared/language.ts';
import { SENTENCES } from '../../locales/words.ts';

/** Buttons that stand two in a row, with the longest number in them. */
const HALF =
  /^staff:(?:button\.(?:search|add|more|undoAt|done|later|why|correct|record|history|files|leave|return|remove|today|yesterday|erase|filesAll|filesNone|staff)|reminders|field\.(?!leftOn|fileDocuments|labourBook)|group\.|record\.(?!hours|order)|files\.book(?:Yes|No))/;
const FULL = /^staff:(?:button\.|file\.|training\.|rank\.)/;

test.each(LANGUAGES)('buttons of the staff list fit a small phone in %s', (language) => {
  const wide = SENTENCES[language].flatMap(({ key, text }) => {
    // Numbers of lines on a page have one digit, counts two.
    const n = text.replace('{{n}}', text.startsWith('{{n}}.') ? '7' : '10').length;
    const room = HALF.test(key) ? 16 : FULL.test(key) ? 32 : null;
    return room !== null && n > room ? [`${key}: ${text} (${n})`] : [];
  });
  expect(wide).toEqual([]);
});
