import { expect, test } from 'vitest';
import { escapeHtml, visible } from '../../src/chat/html.ts';
import { translate } from '../../src/chat/translator.ts';
import { parseHtml } from '../../src/sandbox/text/html.ts';

test.each([
  ['<b>Бакыт</b>', '&lt;b&gt;Бакыт&lt;/b&gt;'],
  ['Ош & Баткен', 'Ош &amp; Баткен'],
  ['&lt;', '&amp;lt;'],
  ['"Көк-Жар"', '&quot;Көк-Жар&quot;'],
  ['Жеңил 🐎 ат', 'Жеңил 🐎 ат'],
])('«%s» is shown as typed', (typed, escaped) => {
  expect(escapeHtml(typed)).toBe(escaped);
  expect(parseHtml(escaped)).toEqual({ text: typed, entities: [] });
});

test.each([
  ['a right-to-left override', 'Ош\u202Eтекст'],
  ['isolates', '\u2066Ош\u2069текст'],
  ['an Arabic letter mark', 'Ош\u061Cтекст'],
  ['a zero-width space', 'Ош\u200Bтекст'],
  ['a zero-width joiner', 'Ош\u200Dтекст'],
  ['a byte order mark', 'Ош\uFEFFтекст'],
  ['a soft hyphen', 'Ош\u00ADтекст'],
  ['a line separator', 'Ош\u2028текст'],
  ['a Mongolian vowel separator', 'Ош\u180Eтекст'],
  ['an interlinear annotation', 'Ош\uFFF9текст'],
  ['a control character', 'Ош\u0007текст'],
  ['NUL', 'Ош\u0000текст'],
  ['DEL and C1', 'Ош\u007F\u0085текст'],
])('%s in a name is left out', (_name, typed) => {
  expect([visible(typed), escapeHtml(typed)]).toEqual(['Оштекст', 'Оштекст']);
});

test('line breaks and tabs of a comment stay', () => {
  expect(visible('бир\nэки\tүч')).toBe('бир\nэки\tүч');
});

test('a value in the words of a screen is escaped once, in a button not at all', () => {
  const t = translate('ky');
  const contact = { phone: '<0312> & "5"' };
  expect(t('errors:invitation.used', contact)).toContain('&lt;0312&gt; &amp; &quot;5&quot;');
  expect(t.plain('errors:invitation.used', contact)).toContain('<0312> & "5"');
});
