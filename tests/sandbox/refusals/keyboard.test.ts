import { describe, expect, it } from 'vitest';
import { AIGUL, oneButton, openTelegram, refusedWith } from '../telegram.ts';

const many = (count: number, text = 'x') => ({
  inline_keyboard: Array.from({ length: count }, (_, index) => [
    { text, callback_data: String(index) },
  ]),
});

const rows: [when: string, markup: unknown, description: string][] = [
  [
    'callback_data of 33 Kyrgyz letters',
    oneButton({ text: 'x', callback_data: 'ө'.repeat(33) }),
    'BUTTON_DATA_INVALID',
  ],
  ['empty callback_data', oneButton({ text: 'x', callback_data: '' }), 'BUTTON_DATA_INVALID'],
  [
    'a button without an action',
    oneButton({ text: 'x' }),
    "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
  ],
  [
    'a button with two actions',
    oneButton({ text: 'x', callback_data: 'a', url: 'https://kg.example' }),
    "can't parse inline keyboard button: exactly one action is expected, found callback_data, url",
  ],
  [
    'a button without text',
    oneButton({ callback_data: 'a' }),
    'can\'t parse inline keyboard button: Can\'t find field "text"',
  ],
  [
    'a button of spaces',
    oneButton({ text: '  ', callback_data: 'a' }),
    'inline keyboard button text must be non-empty',
  ],
  [
    'an unknown field of a button',
    oneButton({ text: 'x', callback_data: 'a', colour: 'red' }),
    'can\'t parse inline keyboard button: Unknown field "colour"',
  ],
  [
    'rows that are no rows',
    { inline_keyboard: [{ text: 'x', callback_data: 'a' }] },
    'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
  ],
  ['broken JSON', '{"inline_keyboard":', "can't parse reply keyboard markup JSON object"],
  ['a number', 5, 'object expected as reply markup'],
  ['a list', [], 'object expected as reply markup'],
  ['101 buttons', many(101), 'reply markup is too long'],
  ['more than 10 000 bytes', many(90, 'ө'.repeat(60)), 'reply markup is too long'],
  [
    'a link without a dot in its host',
    oneButton({ text: 'x', url: 'http://localhost:8080/' }),
    "inline keyboard button URL 'http://localhost:8080/' is invalid: Wrong HTTP URL",
  ],
  [
    'a link of another scheme',
    oneButton({ text: 'x', url: 'ftp://kg.example/' }),
    "inline keyboard button URL 'ftp://kg.example/' is invalid: Unsupported URL protocol",
  ],
  [
    'a link without a host',
    oneButton({ text: 'x', url: 'https://' }),
    "inline keyboard button URL 'https://' is invalid: URL host is empty",
  ],
  ['a button to pay', oneButton({ text: 'x', pay: true }), 'BUTTON_TYPE_INVALID'],
  [
    'copy_text of 257 characters',
    oneButton({ text: 'x', copy_text: { text: 'ы'.repeat(257) } }),
    'BUTTON_COPY_TEXT_INVALID',
  ],
  [
    'reply keys that are no rows',
    { keyboard: ['x'] },
    'field "keyboard" of the ReplyKeyboardMarkup must be an Array of Arrays',
  ],
  ['an empty reply key', { keyboard: [['']] }, 'keyboard button text must be non-empty'],
  [
    'an unknown field of a reply keyboard',
    { keyboard: [['x']], colour: 'red' },
    'can\'t parse ReplyKeyboardMarkup: Unknown field "colour"',
  ],
];

describe('reply_markup is refused with', () => {
  it.each(rows)('%s', async (_when, reply_markup, description) => {
    const telegram = await openTelegram();
    expect(
      await telegram.call('sendMessage', { chat_id: AIGUL.id, text: 'x', reply_markup }),
    ).toEqual(refusedWith(400, `Bad Request: ${description}`));
  });
});

describe('reply_markup is taken with', () => {
  const buttons: [string, Record<string, unknown>][] = [
    ['64 bytes of callback_data', { callback_data: 'ө'.repeat(32) }],
    ['a link to the bot', { url: 't.me/eskertkich_bot?start=abc' }],
    ['256 characters to copy', { copy_text: { text: 'ы'.repeat(256) } }],
    ['a disabled button', { disabled: {} }],
    ['a style', { callback_data: 'a', style: 'success' }],
  ];
  it.each(buttons)('%s', async (_when, action) => {
    const telegram = await openTelegram();
    const reply_markup = oneButton({ text: 'Ооба', ...action });
    const message = await telegram.result<{ reply_markup: unknown }>('sendMessage', {
      chat_id: AIGUL.id,
      text: 'x',
      reply_markup,
    });
    expect(message.reply_markup).toEqual(reply_markup);
  });

  it('100 buttons', async () => {
    const telegram = await openTelegram();
    const reply_markup = many(100);
    expect(
      (await telegram.call('sendMessage', { chat_id: AIGUL.id, text: 'x', reply_markup })).status,
    ).toBe(200);
  });
});
