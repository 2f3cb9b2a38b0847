import { describe, expect, it } from 'vitest';
import { formatText } from '../../../src/sandbox/text/format.ts';

describe('a text', () => {
  it('is trimmed, and its entities move along', () => {
    expect(formatText({ text: ' \n<b> ab </b> c ', parseMode: 'HTML' })).toEqual({
      text: 'ab  c',
      entities: [{ type: 'bold', offset: 0, length: 3 }],
    });
  });

  it('loses its carriage returns, and its entities move along', () => {
    expect(formatText({ text: 'a\r\n<b>b\r\nc</b>', parseMode: 'HTML' })).toEqual({
      text: 'a\nb\nc',
      entities: [{ type: 'bold', offset: 2, length: 3 }],
    });
  });

  it('keeps its line breaks but no other control character', () => {
    expect(formatText({ text: 'a\tb\nc\u0007d' }).text).toBe('a b\nc d');
  });

  it.each([
    ['/start abc', [{ type: 'bot_command', offset: 0, length: 6 }]],
    ['см. /help@eskertkich_bot!', [{ type: 'bot_command', offset: 4, length: 20 }]],
    ['и/или 5/7', []],
    ['t.me/eskertkich_bot?start=x, ылдый', [{ type: 'url', offset: 0, length: 27 }]],
    ['https://kg.example/a.', [{ type: 'url', offset: 0, length: 20 }]],
    ['mail kadr@kg.example', [{ type: 'email', offset: 5, length: 15 }]],
    ['@bakyt_kg', [{ type: 'mention', offset: 0, length: 9 }]],
    ['#кадр 5.2', [{ type: 'hashtag', offset: 0, length: 5 }]],
  ])('shows what Telegram finds by itself: %s', (text, entities) => {
    expect(formatText({ text }).entities).toEqual(entities);
  });

  it('shows nothing found inside code', () => {
    expect(formatText({ text: '<code>/start</code>', parseMode: 'HTML' }).entities).toEqual([
      { type: 'code', offset: 0, length: 6 },
    ]);
  });

  it('lists entities by place, the longer first', () => {
    const { entities } = formatText({ text: '<b><i>a</i>b</b>', parseMode: 'HTML' });
    expect(entities.map((entity) => entity.type)).toEqual(['bold', 'italic']);
  });

  it('keeps given entities that format and drops those Telegram finds itself', () => {
    const given = [
      { type: 'bold', offset: 0, length: 1 },
      { type: 'url', offset: 0, length: 1 },
    ];
    expect(formatText({ text: 'ab', entities: given }).entities).toEqual([given[0]]);
  });

  it.each([
    [{ offset: 1, length: 1 }, 'begins in a middle of a UTF-16 symbol'],
    [{ offset: 0, length: 1 }, 'ends in a middle of a UTF-16 symbol'],
  ])('is refused if an entity cuts a symbol: %o', (place, reason) => {
    const entities = [{ type: 'bold', ...place }];
    expect(() => formatText({ text: '🙂', entities })).toThrow(reason);
  });
});
