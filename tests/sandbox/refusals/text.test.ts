import { describe, expect, it } from 'vitest';
import { AIGUL, openTelegram, refusedWith } from '../telegram.ts';

const parsed = (reason: string) => `Bad Request: can't parse entities: ${reason}`;

const sent: [when: string, parameters: Record<string, unknown>, description: string][] = [
  ['is missing', {}, 'Bad Request: message text is empty'],
  ['is empty', { text: '' }, 'Bad Request: message text is empty'],
  ['is only spaces', { text: ' \n\t ' }, 'Bad Request: text must be non-empty'],
  [
    'is only spaces between tags',
    { text: '<b> </b>', parse_mode: 'HTML' },
    'Bad Request: text must be non-empty',
  ],
  ['has 4097 characters', { text: 'ы'.repeat(4097) }, 'Bad Request: message is too long'],
  ['has more than 32 768 bytes', { text: 'ы'.repeat(16_385) }, 'Bad Request: text is too long'],
  [
    'has an unknown parse_mode',
    { text: 'x', parse_mode: 'BBCode' },
    'Bad Request: unsupported parse_mode',
  ],
  [
    'leaves a reserved character bare',
    { text: 'Бүттү.', parse_mode: 'MarkdownV2' },
    parsed("Character '.' is reserved and must be escaped with the preceding '\\'"),
  ],
  [
    'leaves an entity open in the old Markdown',
    { text: 'ab *c', parse_mode: 'Markdown' },
    parsed("Can't find end of the entity starting at byte offset 3"),
  ],
  [
    'leaves an entity open in MarkdownV2',
    { text: 'ө *c', parse_mode: 'MarkdownV2' },
    parsed("Can't find end of Bold entity at byte offset 3"),
  ],
  [
    'has an unknown tag',
    { text: 'ө<div>x</div>', parse_mode: 'HTML' },
    parsed('Unsupported start tag "div" at byte offset 2'),
  ],
  [
    'never closes a tag',
    { text: '<b>x', parse_mode: 'HTML' },
    parsed('Can\'t find end tag corresponding to start tag "b"'),
  ],
  [
    'crosses tags',
    { text: '<b>x</i>', parse_mode: 'HTML' },
    parsed('Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
  ],
  [
    'closes what is not open',
    { text: 'x</b>', parse_mode: 'HTML' },
    parsed('Unexpected end tag at byte offset 1'),
  ],
  [
    'breaks off inside a tag',
    { text: 'x <b', parse_mode: 'HTML' },
    parsed('Unclosed start tag at byte offset 2'),
  ],
  [
    'has an attribute without a name',
    { text: 'x <a ="y">z</a>', parse_mode: 'HTML' },
    parsed('Empty attribute name in the tag "a" at byte offset 2'),
  ],
  [
    'has an entity without its offset',
    { text: 'x', entities: [{ type: 'bold', length: 1 }] },
    'Bad Request: can\'t parse MessageEntity: Can\'t find field "offset"',
  ],
  [
    'has an entity beyond its end',
    { text: 'абв', entities: [{ type: 'bold', offset: 1, length: 3 }] },
    'Bad Request: entity beginning at UTF-16 offset 1 ends after the end of the text at UTF-16 offset 4',
  ],
  [
    'has half a surrogate pair',
    { text: '\ud83d' },
    'Bad Request: strings must be encoded in UTF-8',
  ],
];

describe('a text is refused if it', () => {
  it.each(sent)('%s', async (_when, parameters, description) => {
    const telegram = await openTelegram();
    expect(await telegram.call('sendMessage', { chat_id: AIGUL.id, ...parameters })).toEqual(
      refusedWith(400, description),
    );
  });
});

describe('a text is taken', () => {
  it('with 4096 characters after parsing', async () => {
    const telegram = await openTelegram();
    const text = `<b>${'ө'.repeat(4096)}</b>`;
    const message = await telegram.result<{ text: string; entities: unknown[] }>('sendMessage', {
      chat_id: AIGUL.id,
      text,
      parse_mode: 'HTML',
    });
    expect(message.text).toBe('ө'.repeat(4096));
    expect(message.entities).toEqual([{ type: 'bold', offset: 0, length: 4096 }]);
  });

  it('by its length in UTF-16 code units', async () => {
    const telegram = await openTelegram();
    const send = (count: number) =>
      telegram.call('sendMessage', { chat_id: AIGUL.id, text: '🙂'.repeat(count) });
    expect((await send(2048)).status).toBe(200);
    expect((await send(2049)).status).toBe(400);
  });
});

describe('a text too long for an edit', () => {
  it('is refused in other words than for sending', async () => {
    const telegram = await openTelegram();
    const { message_id } = await telegram.result('sendMessage', { chat_id: AIGUL.id, text: 'x' });
    const text = 'ы'.repeat(4097);
    expect(await telegram.call('editMessageText', { chat_id: AIGUL.id, message_id, text })).toEqual(
      refusedWith(400, 'Bad Request: MESSAGE_TOO_LONG'),
    );
  });
});
