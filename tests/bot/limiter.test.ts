import { expect, test } from 'vitest';
import { createLimiter } from '../../src/bot/limiter.ts';

/** A clock that moves only when somebody sleeps, and a note of when each turn came. */
function fakeTime() {
  let now = 0;
  let sleepers: { until: number; wake: () => void }[] = [];
  const limiter = createLimiter({
    clock: () => now,
    sleep: (ms) =>
      new Promise((wake) => {
        sleepers.push({ until: now + ms, wake });
      }),
  });
  const settle = async () => {
    for (let i = 0; i < 20; i += 1) await Promise.resolve();
  };
  return {
    limiter,
    now: () => now,
    async run(until: number) {
      await settle();
      for (;;) {
        const next = Math.min(...sleepers.map((sleeper) => sleeper.until));
        if (next > until) break;
        now = next;
        const due = sleepers.filter((sleeper) => sleeper.until <= now);
        sleepers = sleepers.filter((sleeper) => sleeper.until > now);
        for (const { wake } of due) wake();
        await settle();
      }
      now = until;
    },
  };
}

const turns = async (chats: readonly number[], seconds = 600) => {
  const { limiter, now, run } = fakeTime();
  const at: { chat: number; at: number }[] = [];
  for (const chat of chats)
    void limiter.turn(chat).then((arrived) => {
      at.push({ chat, at: now() });
      arrived();
    });
  await run(seconds * 1000);
  return at;
};

test('messages owed go out one by one, within 5 % of thirty a second', async () => {
  const at = (await turns(Array.from({ length: 301 }, (_, i) => i + 1))).map((turn) => turn.at);
  expect(at[0]).toBe(0);
  const gaps = at.slice(2).map((when, n) => when - (at[n + 1] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThan(13);
  expect((300 * 1000) / (at[300] ?? Number.NaN)).toBeGreaterThan(28.5);
});

test('in any second at most 30 messages go out', async () => {
  const at = (await turns(Array.from({ length: 100 }, (_, i) => i + 1))).map((turn) => turn.at);
  expect(at).toHaveLength(100);
  for (const from of at) {
    expect(at.filter((when) => when >= from && when < from + 1004).length).toBeLessThanOrEqual(30);
  }
});

test('a chat gets one message a second', async () => {
  expect(await turns([7, 7, 7, 8])).toEqual([
    { chat: 7, at: 0 },
    { chat: 8, at: 13.5 },
    { chat: 7, at: 1005 },
    { chat: 7, at: 2010 },
  ]);
});

test('a group gets twenty messages a minute', async () => {
  const at = await turns(Array.from({ length: 21 }, () => -5));
  expect([at[19]?.at, at[20]?.at]).toEqual([616.5, 60_005]);
});

test('taps never wait, and messages owed make room for them', async () => {
  const { limiter, now, run } = fakeTime();
  for (let i = 0; i < 30; i += 1) limiter.tap(1000 + i)();
  const at: number[] = [];
  void limiter.turn(1).then(() => at.push(now()));
  await run(1004);
  expect(at).toEqual([]);
  await run(1005);
  expect(at).toEqual([1005]);
});

test('after a tap of its own a chat gets a message owed only a second later', async () => {
  const { limiter, now, run } = fakeTime();
  limiter.tap(7)();
  const at: number[] = [];
  void limiter.turn(7).then(() => at.push(now()));
  await run(5000);
  expect(at).toEqual([1005]);
});

test('a chat that Telegram asked to leave alone is left alone, and only that one; a shorter wish does not shorten it', async () => {
  const { limiter, now, run } = fakeTime();
  limiter.hold(7, 5000);
  limiter.hold(7, 1000);
  const at: string[] = [];
  void limiter.turn(7).then(() => at.push(`7 at ${now()}`));
  void limiter.turn(8).then(() => at.push(`8 at ${now()}`));
  expect(limiter.held(7)).toBe(5000);
  await run(4999);
  expect(at).toEqual(['8 at 0']);
  await run(5000);
  expect([at, limiter.held(7)]).toEqual([['8 at 0', '7 at 5000'], 0]);
});

test('a message that Telegram may have counted late holds its place in the second longer', async () => {
  const { limiter, now, run } = fakeTime();
  const quick = await limiter.turn(1);
  await run(20);
  quick();
  const slow = await limiter.turn(2);
  await run(120);
  slow();
  // Answered after 100 ms where 20 ms are enough: it may have arrived at 100.
  const at: number[] = [];
  void limiter.turn(2).then(() => at.push(now()));
  await run(3000);
  expect(at).toEqual([1105]);
});
