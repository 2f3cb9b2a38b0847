import { describe, expect, it } from 'vitest';
import type { Entity } from '../../../src/sandbox/text/entity.ts';
import { parseHtml } from '../../../src/sandbox/text/html.ts';

const refusalOf = (text: string) => {
  try {
    parseHtml(text);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'nothing was refused';
};

describe('HTML is refused as by TDLib', () => {
  const prefix = '🏟 🏟&lt;';
  it.each([
    ['<abacaba', 'Unclosed start tag at byte offset 13'],
    ['<abac aba>', 'Unsupported start tag "abac" at byte offset 13'],
    ['<i   =aba>', 'Empty attribute name in the tag "i" at byte offset 13'],
    ['<i    aba>', 'Can\'t find end tag corresponding to start tag "i"'],
    ['<i    aba  =  ', 'Unclosed start tag "i" at byte offset 13'],
    ['<i    aba  =  190azAz-.,', 'Unexpected end of name token at byte offset 27'],
    ['<i    aba  =  "&lt;&gt;&quot;>', 'Unclosed start tag at byte offset 13'],
    ["<i    aba  =  '&lt;&gt;&quot;>", 'Unclosed start tag at byte offset 13'],
    ['</', 'Unexpected end tag at byte offset 13'],
    ['<b></b></', 'Unexpected end tag at byte offset 20'],
    ['<i>a</i   ', 'Unclosed end tag at byte offset 17'],
    ['<i>a</em   >', 'Unmatched end tag at byte offset 17, expected "</i>", found "</em>"'],
    ['<span>a</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 13'],
  ])('%s', (text, reason) => {
    expect(refusalOf(prefix + text)).toBe(`Bad Request: can't parse entities: ${reason}`);
  });

  it('half a surrogate pair', () => {
    expect(refusalOf('&#57311;')).toContain('Text contains invalid Unicode characters');
  });
});

describe('HTML becomes text and entities:', () => {
  const bold = { type: 'bold', offset: 0, length: 1 };
  const cases: [html: string, text: string, entities: Entity[]][] = [
    ['&lt;&gt;&amp;&quot;&laquo;&#1255;&#x4E7;', '<>&"&laquo;ӧӧ', []],
    ['a & b &lt', 'a & b <', []],
    ['<b>Ы</b>', 'Ы', [bold]],
    ['<STRONG >Ы</strong >', 'Ы', [bold]],
    ['<b>Ы</>', 'Ы', [bold]],
    ['<b></b>Ы', 'Ы', []],
    ['🙂<i>x</i>', '🙂x', [{ type: 'italic', offset: 2, length: 1 }]],
    [
      '<u><s>x</s></u>',
      'x',
      [
        { type: 'strikethrough', offset: 0, length: 1 },
        { type: 'underline', offset: 0, length: 1 },
      ],
    ],
    ['<span class="tg-spoiler">x</span>', 'x', [{ type: 'spoiler', offset: 0, length: 1 }]],
    ['<blockquote>x</blockquote>', 'x', [{ type: 'blockquote', offset: 0, length: 1 }]],
    [
      '<blockquote expandable>x</blockquote>',
      'x',
      [{ type: 'expandable_blockquote', offset: 0, length: 1 }],
    ],
    [
      '<a href="https://kg.example/?a=1&amp;b=2">x</a>',
      'x',
      [{ type: 'text_link', offset: 0, length: 1, url: 'https://kg.example/?a=1&b=2' }],
    ],
    [
      '<a href="kg.example">x</a>',
      'x',
      [{ type: 'text_link', offset: 0, length: 1, url: 'http://kg.example/' }],
    ],
    ['<a href="nonsense">x</a>', 'x', []],
    [
      '<a href="tg://user?id=7">x</a>',
      'x',
      [
        {
          type: 'text_mention',
          offset: 0,
          length: 1,
          user: { id: 7, is_bot: false, first_name: '' },
        },
      ],
    ],
    ['<pre>x</pre>', 'x', [{ type: 'pre', offset: 0, length: 1 }]],
    [
      '<pre><code class="language-ts">x</code></pre>',
      'x',
      [{ type: 'pre', offset: 0, length: 1, language: 'ts' }],
    ],
    ['<code>x</code>', 'x', [{ type: 'code', offset: 0, length: 1 }]],
    [
      '<tg-time unix="1795300000" format="wDT">эртең</tg-time>',
      'эртең',
      [
        {
          type: 'date_time',
          offset: 0,
          length: 5,
          unix_time: 1_795_300_000,
          date_time_format: 'wDT',
        },
      ],
    ],
    [
      '<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>',
      '👍',
      [{ type: 'custom_emoji', offset: 0, length: 2, custom_emoji_id: '5368324170671202286' }],
    ],
  ];
  it.each(cases)('%s', (html, text, entities) => {
    expect(parseHtml(html)).toEqual({ text, entities });
  });
});
