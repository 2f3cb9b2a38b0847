import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What /metrics shows: counts and times, never a name or an id. */
export interface Metrics {
  handled(seconds: number): void;
  failed(): void;
  parked(): void;
  retried(reason: string): void;
  owedFailed(): void;
  digestsOwed(counts: { readonly digests: number }): void;
  text(): Promise<string>;
}

export interface Readings {
  /** Updates taken in and not yet done with. */
  readonly waiting: () => number;
  /** Updates given up after three failures. */
  readonly parkedInAll: () => Promise<number>;
}

export function createMetrics(readings: Readings): Metrics {
  const registers = [new Registry()];
  const [registry] = registers;
  const handled = new Histogram({
    name: 'eskertkich_update_seconds',
    help: 'Time from taking an update up to its replies being out',
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers,
  });
  const failed = new Counter({
    name: 'eskertkich_update_failures_total',
    help: 'Failed attempts at an update',
    registers,
  });
  const parked = new Counter({
    name: 'eskertkich_updates_parked_total',
    help: 'Updates given up',
    registers,
  });
  const retried = new Counter({
    name: 'eskertkich_calls_repeated_total',
    help: 'Calls to Telegram made again',
    labelNames: ['reason'],
    registers,
  });
  const owed = new Counter({
    name: 'eskertkich_owed_failures_total',
    help: 'Failed attempts at a message owed',
    registers,
  });
  const digests = new Counter({
    name: 'eskertkich_digests_total',
    help: 'Digests of reminders owed',
    registers,
  });
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  new Gauge({
    name: 'eskertkich_event_loop_gap_seconds',
    help: 'Longest gap of the thread of the bot since the last look',
    registers,
    collect() {
      this.set(delay.max / 1e9);
      delay.reset();
    },
  });
  new Gauge({
    name: 'eskertkich_updates_waiting',
    help: 'Updates taken in and not yet done with',
    registers,
    collect() {
      this.set(readings.waiting());
    },
  });
  new Gauge({
    name: 'eskertkich_updates_parked',
    help: 'Updates given up after three failures',
    registers,
    async collect() {
      this.set(await readings.parkedInAll());
    },
  });
  return {
    handled: (seconds) => handled.observe(seconds),
    failed: () => failed.inc(),
    parked: () => parked.inc(),
    retried: (reason) => retried.inc({ reason }),
    owedFailed: () => owed.inc(),
    digestsOwed: (counts) => digests.inc(counts.digests),
    text: async () => (await registry?.metrics()) ?? '',
  };
}
