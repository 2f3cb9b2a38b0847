import path from 'node:path';
import { defineConfig } from 'vitest/config';
import type { Reporter } from 'vitest/node';

// The tests start the program some sixty times; compiled code is kept from one to the next.
process.env.NODE_COMPILE_CACHE ??= path.resolve('node_modules/.cache/node');

/** Ends the run with the line "N passed, N failed", in which a file that did not load counts too. */
const closingLine: Reporter = {
  onTestRunEnd(modules, unhandledErrors) {
    const states = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    let broken = 0;
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      for (const test of tests) states[test.result().state]++;
      const failedByTests = tests.some((test) => test.result().state === 'failed');
      if (module.state() === 'failed' && !failedByTests) broken++;
    }
    const failed = states.failed + states.pending + broken + unhandledErrors.length;
    const skipped = states.skipped > 0 ? `, ${states.skipped} skipped` : '';
    process.stdout.write(`\n${states.passed} passed, ${failed} failed${skipped}\n`);
  },
};

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    pool: 'forks',
    // A file keeps nothing that another could meet (its data lies in folders of each test), and
    // starting a process and loading everything anew for each would take a quarter of the time.
    isolate: false,
    // Two cores, and tests that wait: for a line that fell silent, for a browser, for a process.
    maxWorkers: 3,
    // Half an hour off and never Bishkek's: a date that forgot its time zone fails here.
    env: { TZ: 'Asia/Kathmandu' },
    globalSetup: ['tests/support/template-database.ts'],
    setupFiles: ['tests/support/no-console-error.ts'],
    // For a machine that does other work besides; what must be quick is measured in its own test.
    testTimeout: 45_000,
    hookTimeout: 45_000,
    reporters: ['default', closingLine],
  },
});
