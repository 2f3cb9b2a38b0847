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
  for (const chat of chats) void limiter.turn(chat).then(() => at.push({ chat, at: now() }));
  await run(seconds * 1000);
  return at;
};

test('30 chats get their message at once, the 31st a second later', async () => {
  const at = await turns(Array.from({ length: 31 }, (_, i) => i + 1));
  expect(at.slice(0, 30).every(({ at: when }) => when === 0)).toBe(true);
  expect(at[30]).toEqual({ chat: 31, at: 1000 });
});

test('in any second at most 30 messages go out', async () => {
  const at = (await turns(Array.from({ length: 100 }, (_, i) => i + 1))).map((turn) => turn.at);
  expect(at).toHaveLength(100);
  for (const from of at) {
    expect(at.filter((when) => when >= from && when < from + 1000).length).toBeLessThanOrEqual(30);
  }
});

test('a chat gets one message a second', async () => {
  expect(await turns([7, 7, 7, 8])).toEqual([
    { chat: 7, at: 0 },
    { chat: 8, at: 0 },
    { chat: 7, at: 1000 },
    { chat: 7, at: 2000 },
  ]);
});

test('a group gets twenty messages a minute', async () => {
  const at = await turns(Array.from({ length: 21 }, () => -5));
  expect([at[19]?.at, at[20]?.at]).toEqual([0, 60_000]);
});

test('taps never wait, and messages owed make room for them', async () => {
  const { limiter, now, run } = fakeTime();
  for (let i = 0; i < 30; i += 1) limiter.tap(1000 + i);
  const at: number[] = [];
  void limiter.turn(1).then(() => at.push(now()));
  await run(999);
  expect(at).toEqual([]);
  await run(1000);
  expect(at).toEqual([1000]);
});

test('after a tap of its own a chat gets a message owed only a second later', async () => {
  const { limiter, now, run } = fakeTime();
  limiter.tap(7);
  const at: number[] = [];
  void limiter.turn(7).then(() => at.push(now()));
  await run(5000);
  expect(at).toEqual([1000]);
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
