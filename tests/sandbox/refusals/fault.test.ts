import { describe, expect, it } from 'vitest';
import {
  badGateway,
  flood,
  gatewayPage,
  late,
  refused,
  resetAfter,
  resetBefore,
  restarting,
  silence,
} from '../../support/faults.ts';
import { AIGUL, openTelegram, refusedWith, TOKEN } from '../telegram.ts';

const chat_id = AIGUL.id;

describe('a fault ordered for the next call', () => {
  it('is a flood with its header, once', async () => {
    const telegram = await openTelegram();
    telegram.faults.order('sendMessage', flood(7));
    const response = await fetch(
      `${telegram.base}/bot${TOKEN}/sendMessage?chat_id=${chat_id}&text=x`,
    );
    expect(response.headers.get('retry-after')).toBe('7');
    expect({ status: response.status, body: await response.json() }).toEqual(
      refusedWith(429, 'Too Many Requests: retry after 7', { retry_after: 7 }),
    );
    expect((await telegram.call('sendMessage', { chat_id, text: 'x' })).status).toBe(200);
  });

  it.each([
    [500, 'Internal Server Error: restart', restarting],
    [502, 'Bad Gateway', badGateway],
  ])('is %i %s', async (code, description, fault) => {
    const telegram = await openTelegram();
    telegram.faults.order('sendMessage', fault);
    expect(await telegram.call('sendMessage', { chat_id, text: 'x' })).toEqual(
      refusedWith(code, description),
    );
    expect(telegram.journal.of('sendMessage').map((call) => call.fault)).toEqual(['respond']);
  });

  // Texts for states the sandbox has none of: channels, remote checks, Telegram's own disorder.
  it.each([
    [400, 'Bad Request: CHAT_WRITE_FORBIDDEN'],
    [400, 'Bad Request: BUTTON_URL_INVALID'],
    [400, 'Bad Request: private chat not found'],
    [400, 'Bad Request: wrong file_id or the file is temporarily unavailable'],
    [400, 'Bad Request: wrong type of the web page content'],
    [403, 'Forbidden: bot was kicked from the channel chat'],
    [403, 'Forbidden: bot is not a member of the channel chat'],
    [409, 'Conflict: terminated by other setWebhook'],
  ])('is %i %s', async (code, description) => {
    const telegram = await openTelegram();
    telegram.faults.order('sendMessage', refused(code, description));
    expect(await telegram.call('sendMessage', { chat_id, text: 'x' })).toEqual(
      refusedWith(code, description),
    );
  });

  it('is the page of a proxy', async () => {
    const telegram = await openTelegram();
    telegram.faults.order('getMe', gatewayPage);
    const response = await fetch(`${telegram.base}/bot${TOKEN}/getMe`);
    expect([response.status, response.headers.get('content-type')]).toEqual([502, 'text/html']);
    expect(await response.text()).toContain('502 Bad Gateway');
  });

  it('cuts the connection before or after the call is applied', async () => {
    const telegram = await openTelegram();
    const before = telegram.world.messages(chat_id).length;
    telegram.faults.order('sendMessage', resetBefore, resetAfter);
    await expect(telegram.call('sendMessage', { chat_id, text: 'x' })).rejects.toThrow(
      'fetch failed',
    );
    expect(telegram.world.messages(chat_id)).toHaveLength(before);
    await expect(telegram.call('sendMessage', { chat_id, text: 'x' })).rejects.toThrow(
      'fetch failed',
    );
    expect(telegram.world.messages(chat_id)).toHaveLength(before + 1);
  });

  it('never answers', async () => {
    const telegram = await openTelegram();
    telegram.faults.order('sendMessage', silence);
    const signal = AbortSignal.timeout(200);
    const url = `${telegram.base}/bot${TOKEN}/sendMessage?chat_id=${chat_id}&text=x`;
    await expect(fetch(url, { signal })).rejects.toThrow('timeout');
    expect(telegram.world.messages(chat_id).at(-1)?.from).toBe(chat_id);
  });

  it('answers late what was applied at once', async () => {
    const telegram = await openTelegram();
    telegram.faults.order('sendMessage', late(150));
    const startedAt = performance.now();
    const { message_id } = await telegram.result('sendMessage', { chat_id, text: 'x' });
    expect(performance.now() - startedAt).toBeGreaterThan(140);
    expect(telegram.world.messages(chat_id).at(-1)?.id).toBe(message_id);
  });

  it('concerns only the calls it is meant for', async () => {
    const telegram = await openTelegram();
    telegram.faults.orderFor('sendMessage', (call) => call.parameters.text === 'y', restarting);
    expect((await telegram.call('sendMessage', { chat_id, text: 'x' })).status).toBe(200);
    expect((await telegram.call('sendMessage', { chat_id, text: 'y' })).status).toBe(500);
    expect(telegram.faults.waiting()).toBe(0);
  });
});
