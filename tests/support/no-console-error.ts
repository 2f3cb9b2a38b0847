import { afterEach, beforeEach, vi } from 'vitest';

// The product logs through its logger; what reaches console.error is a mistake somebody overlooked.
const consoleError = vi.spyOn(console, 'error');

beforeEach(() => {
  consoleError.mockClear();
});

afterEach(() => {
  const [first] = consoleError.mock.calls;
  if (first) throw new Error(`console.error was called: ${first.map(String).join(' ')}`);
});
