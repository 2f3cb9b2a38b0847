import { describe, expect, it } from 'vitest';
import { AIGUL, openTelegram, refusedWith, type Telegram, TOKEN } from '../telegram.ts';

interface Update {
  update_id: number;
  message?: { text: string };
}

const say = ({ world }: Telegram, text: string) =>
  world.send({ personId: AIGUL.id, chatId: AIGUL.id, text });
const poll = (telegram: Telegram, parameters: Record<string, unknown> = {}) =>
  telegram.result<Update[]>('getUpdates', parameters);
const textsOf = (updates: Update[]) => updates.map((update) => update.message?.text);

describe('getUpdates', () => {
  it('gives what is not confirmed, again and again', async () => {
    const telegram = await openTelegram();
    say(telegram, 'бир');
    say(telegram, 'эки');
    expect(textsOf(await poll(telegram))).toEqual(['бир', 'эки']);
    expect(textsOf(await poll(telegram))).toEqual(['бир', 'эки']);
  });

  it('forgets what is below a positive offset', async () => {
    const telegram = await openTelegram();
    say(telegram, 'бир');
    say(telegram, 'эки');
    const [first] = await poll(telegram, { limit: 1 });
    const offset = (first?.update_id ?? 0) + 1;
    expect(textsOf(await poll(telegram, { offset }))).toEqual(['эки']);
    expect(textsOf(await poll(telegram))).toEqual(['эки']);
  });

  it('gives the tail at a negative offset and forgets the rest', async () => {
    const telegram = await openTelegram();
    for (const text of ['бир', 'эки', 'үч']) say(telegram, text);
    expect(textsOf(await poll(telegram, { offset: -1 }))).toEqual(['үч']);
    expect(textsOf(await poll(telegram))).toEqual(['үч']);
  });

  it('waits for the next update and gives together what came together', async () => {
    const telegram = await openTelegram();
    const waiting = poll(telegram, { timeout: 20 });
    await telegram.call('getMe');
    say(telegram, 'бир');
    say(telegram, 'эки');
    expect(textsOf(await waiting)).toEqual(['бир', 'эки']);
  });

  it('gives nothing after its timeout', async () => {
    const telegram = await openTelegram();
    expect(await poll(telegram, { timeout: 1 })).toEqual([]);
  });

  it('that waits is ended by a newer one', async () => {
    const telegram = await openTelegram();
    const older = telegram.call('getUpdates', { timeout: 20 });
    await telegram.call('getMe');
    const newer = poll(telegram, { timeout: 20 });
    expect(await older).toEqual(
      refusedWith(
        409,
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
      ),
    );
    say(telegram, 'бир');
    expect(textsOf(await newer)).toEqual(['бир']);
  });

  it('that waits is ended by a webhook, and refused while one is set', async () => {
    const telegram = await openTelegram();
    const waiting = telegram.call('getUpdates', { timeout: 20 });
    await telegram.call('getMe');
    await telegram.result('setWebhook', { url: 'http://127.0.0.1:9/' });
    expect(await waiting).toEqual(refusedWith(409, 'Conflict: terminated by setWebhook request'));
    expect(await telegram.call('getUpdates')).toEqual(
      refusedWith(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      ),
    );
    await telegram.result('deleteWebhook');
    expect(await poll(telegram)).toEqual([]);
  });

  it('leaves out kinds that are not allowed when they arise, and keeps the list', async () => {
    const telegram = await openTelegram();
    await poll(telegram, { allowed_updates: ['callback_query'] });
    say(telegram, 'бир');
    expect(await poll(telegram)).toEqual([]);
    await poll(telegram, { allowed_updates: ['message'] });
    say(telegram, 'эки');
    expect(textsOf(await poll(telegram))).toEqual(['эки']);
  });

  it('does not give what is older than a day', async () => {
    const telegram = await openTelegram();
    say(telegram, 'кече');
    telegram.clock.now += 24 * 60 * 60 * 1000 + 1;
    say(telegram, 'бүгүн');
    expect(textsOf(await poll(telegram))).toEqual(['бүгүн']);
  });

  it('by GET with its parameters in the query', async () => {
    const telegram = await openTelegram();
    say(telegram, 'бир');
    const response = await fetch(`${telegram.base}/bot${TOKEN}/getUpdates?limit=1&timeout=0`);
    const body = (await response.json()) as { result: Update[] };
    expect(textsOf(body.result)).toEqual(['бир']);
  });
});

describe('a test', () => {
  it('delivers a confirmed update once more, and only once', async () => {
    const telegram = await openTelegram();
    say(telegram, 'бир');
    const [update] = await poll(telegram);
    const offset = (update?.update_id ?? 0) + 1;
    expect(await poll(telegram, { offset })).toEqual([]);
    telegram.world.redeliver(offset - 1);
    expect(await poll(telegram, { offset })).toEqual([update]);
    expect(await poll(telegram, { offset })).toEqual([]);
  });

  it('delivers updates out of their order', async () => {
    const telegram = await openTelegram();
    telegram.world.reversed(() => {
      say(telegram, 'бир');
      say(telegram, 'эки');
    });
    const updates = await poll(telegram);
    expect(textsOf(updates)).toEqual(['эки', 'бир']);
    expect(updates[0]?.update_id).toBeGreaterThan(updates[1]?.update_id ?? 0);
  });
});

describe('somebody who hangs up while polling', () => {
  it('leaves no trace: nothing is taken, and the next poll ends nobody', async () => {
    const telegram = await openTelegram();
    const hangUp = new AbortController();
    const polling = fetch(`${telegram.base}/bot${TOKEN}/getUpdates?timeout=20`, {
      signal: hangUp.signal,
    });
    await telegram.call('getMe');
    hangUp.abort();
    await expect(polling).rejects.toThrow('aborted');
    await telegram.journal.until((call) => call.method === 'getUpdates');
    say(telegram, 'бир');
    expect(textsOf(await poll(telegram))).toEqual(['бир']);
    expect(telegram.journal.refused()).toEqual([]);
  });
});
