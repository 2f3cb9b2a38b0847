import cron from 'node-cron';

/** A thin job: calls a service and returns counts. Whether something is owed it finds out itself. */
export interface Job {
  readonly name: string;
  run(now: number): Promise<Readonly<Record<string, number>>>;
}

export interface Schedule {
  /** Runs every job now, as each minute does; also after the sandbox's clock was moved. */
  tick(): Promise<void>;
  stop(): Promise<void>;
}

/** node-cron only ticks, each minute; what is owed is decided by stored state and the clock (decision 11). */
export function startSchedule(
  jobs: readonly Job[],
  now: () => number,
  onFailure: (error: unknown, job: string) => void,
): Schedule {
  let running = Promise.resolve();

  const runAll = async () => {
    for (const job of jobs) {
      try {
        await job.run(now());
      } catch (error) {
        onFailure(error, job.name);
      }
    }
  };

  /** One after the other: a clock that was moved meanwhile gets a run of its own. */
  const tick = () => {
    running = running.then(runAll);
    return running;
  };
  const task = cron.schedule('* * * * *', tick, { noOverlap: true });
  return {
    tick,
    async stop() {
      await task.stop();
      await running;
    },
  };
}
