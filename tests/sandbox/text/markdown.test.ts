import { describe, expect, it } from 'vitest';
import type { Entity } from '../../../src/sandbox/text/entity.ts';
import { parseMarkdownV2 } from '../../../src/sandbox/text/markdown.ts';
import { parseMarkdown } from '../../../src/sandbox/text/markdown-legacy.ts';

describe('MarkdownV2 becomes text and entities:', () => {
  const cases: [markdown: string, text: string, entities: Entity[]][] = [
    [
      '*b* _i_ __u__ ~s~ ||p||',
      'b i u s p',
      [
        { type: 'bold', offset: 0, length: 1 },
        { type: 'italic', offset: 2, length: 1 },
        { type: 'underline', offset: 4, length: 1 },
        { type: 'strikethrough', offset: 6, length: 1 },
        { type: 'spoiler', offset: 8, length: 1 },
      ],
    ],
    ['\\*ө\\.', '*ө.', []],
    ['`a*b` c', 'a*b c', [{ type: 'code', offset: 0, length: 3 }]],
    ['```ts\nx_y\n```', 'x_y\n', [{ type: 'pre', offset: 0, length: 4, language: 'ts' }]],
    ['```\nx```', 'x', [{ type: 'pre', offset: 0, length: 1 }]],
    [
      '[ө](https://kg.example/a\\))',
      'ө',
      [{ type: 'text_link', offset: 0, length: 1, url: 'https://kg.example/a)' }],
    ],
    [
      '![👍](tg://emoji?id=5368)',
      '👍',
      [{ type: 'custom_emoji', offset: 0, length: 2, custom_emoji_id: '5368' }],
    ],
    ['>a\n>b\nc', 'a\nb\nc', [{ type: 'blockquote', offset: 0, length: 3 }]],
    ['>a\n>b||\nc', 'a\nb\nc', [{ type: 'expandable_blockquote', offset: 0, length: 3 }]],
    [
      'a\n>*b*',
      'a\nb',
      [
        { type: 'bold', offset: 2, length: 1 },
        { type: 'blockquote', offset: 2, length: 1 },
      ],
    ],
  ];
  it.each(cases)('%s', (markdown, text, entities) => {
    expect(parseMarkdownV2(markdown)).toEqual({ text, entities });
  });
});

describe('MarkdownV2 is refused:', () => {
  it.each([
    ['a-b', "Character '-' is reserved and must be escaped with the preceding '\\'"],
    ['a>b', "Character '>' is reserved and must be escaped with the preceding '\\'"],
    ['ө _a', "Can't find end of Italic entity at byte offset 3"],
    ['`a', "Can't find end of Code entity at byte offset 0"],
    ['[a](b', "Can't find end of a URL at byte offset 4"],
    ['*a _b* c_', "Can't find end of Italic entity at byte offset 8"],
  ])('%s', (markdown, reason) => {
    expect(() => parseMarkdownV2(markdown)).toThrow(`Bad Request: can't parse entities: ${reason}`);
  });
});

describe('the old Markdown becomes text and entities:', () => {
  const cases: [markdown: string, text: string, entities: Entity[]][] = [
    [
      '*b* _i_ `c`',
      'b i c',
      [
        { type: 'bold', offset: 0, length: 1 },
        { type: 'italic', offset: 2, length: 1 },
        { type: 'code', offset: 4, length: 1 },
      ],
    ],
    ['a\\_b.', 'a_b.', []],
    [
      '[x](https://kg.example/a)',
      'x',
      [{ type: 'text_link', offset: 0, length: 1, url: 'https://kg.example/a' }],
    ],
    ['```ts\nx```', 'x', [{ type: 'pre', offset: 0, length: 1, language: 'ts' }]],
  ];
  it.each(cases)('%s', (markdown, text, entities) => {
    expect(parseMarkdown(markdown)).toEqual({ text, entities });
  });
});
