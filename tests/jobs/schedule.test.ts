import { expect, onTestFinished, test } from 'vitest';
import { type Job, startSchedule } from '../../src/jobs/schedule.ts';
import { gate } from '../bot/updates.ts';

function open(jobs: readonly Job[], now = () => 0) {
  const failures: string[] = [];
  const schedule = startSchedule(jobs, now, (error, job) =>
    failures.push(`${job}: ${error instanceof Error ? error.message : ''}`),
  );
  onTestFinished(() => schedule.stop());
  return { schedule, failures };
}

test('a tick runs every job at the present time, and one that fails stops no other', async () => {
  const ran: string[] = [];
  const { schedule, failures } = open(
    [
      { name: 'first', run: () => Promise.reject(new Error('no')) },
      { name: 'second', run: (now) => Promise.resolve({ at: ran.push(`second at ${now}`) }) },
    ],
    () => 5,
  );
  await schedule.tick();
  expect([ran, failures]).toEqual([['second at 5'], ['first: no']]);
});

test('a clock moved while the jobs run gets a run of its own after them', async () => {
  let clock = 1;
  const ran: number[] = [];
  const busy = gate();
  const job: Job = {
    name: 'slow',
    async run(now) {
      ran.push(now);
      if (now === 1) await busy.passed;
      return {};
    },
  };
  const { schedule } = open([job], () => clock);
  const first = schedule.tick();
  await expect.poll(() => ran).toEqual([1]);
  clock = 2;
  const second = schedule.tick();
  busy.open();
  await Promise.all([first, second]);
  expect(ran).toEqual([1, 2]);
});

test('stopping waits for the job that runs', async () => {
  const busy = gate();
  let ended = false;
  const job: Job = {
    name: 'slow',
    async run() {
      await busy.passed;
      ended = true;
      return {};
    },
  };
  const { schedule } = open([job]);
  void schedule.tick();
  const stopped = schedule.stop();
  busy.open();
  await stopped;
  expect(ended).toBe(true);
});
