import { describe, expect, it } from 'vitest';
import { AIGUL, CHYNARA, openTelegram, refusedWith } from '../telegram.ts';

const start = { command: 'start', description: 'Баштоо' };

describe('commands are refused with', () => {
  it.each([
    ['an empty name', [{ ...start, command: '' }], 'command must be non-empty'],
    ['33 letters', [{ ...start, command: 'a'.repeat(33) }], 'command length must not exceed 32'],
    ['a capital letter', [{ ...start, command: 'Start' }], 'BOT_COMMAND_INVALID'],
    [
      'an empty description',
      [{ ...start, description: ' ' }],
      'command description must be non-empty',
    ],
    [
      'a description of 257 characters',
      [{ ...start, description: 'ы'.repeat(257) }],
      'command description length must not exceed 256',
    ],
    ['a hundred and one', Array.from({ length: 101 }, () => start), 'BOT_COMMANDS_TOO_MUCH'],
    [
      'no description',
      [{ command: 'start' }],
      'can\'t parse BotCommand: Can\'t find field "description"',
    ],
  ])('%s', async (_when, commands, description) => {
    const telegram = await openTelegram();
    expect(await telegram.call('setMyCommands', { commands })).toEqual(
      refusedWith(400, `Bad Request: ${description}`),
    );
  });
});

describe('commands are shown', () => {
  it('in the person’s language before none, and the narrower scope before the default', async () => {
    const telegram = await openTelegram();
    const named = (command: string) => [{ command, description: 'x' }];
    await telegram.result('setMyCommands', { commands: named('default') });
    await telegram.result('setMyCommands', { commands: named('kyrgyz'), language_code: 'ky' });
    const shown = () => telegram.world.state().commands;
    expect(shown()[AIGUL.id]).toEqual(named('default'));
    expect(shown()[CHYNARA.id]).toEqual(named('kyrgyz'));
    const scope = { type: 'chat', chat_id: AIGUL.id };
    await telegram.result('setMyCommands', { commands: named('narrow'), scope });
    expect(shown()[AIGUL.id]).toEqual(named('narrow'));
    expect(await telegram.result('getMyCommands', { scope })).toEqual(named('narrow'));
    await telegram.result('deleteMyCommands', { scope });
    expect(shown()[AIGUL.id]).toEqual(named('default'));
  });
});
