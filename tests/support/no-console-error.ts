import { afterEach, beforeEach, expect, vi } from 'vitest';

// The product logs through its logger; what reaches console.error is a mistake somebody overlooked.
const consoleError = vi.spyOn(console, 'error');

beforeEach(() => {
  consoleError.mockClear();
});

afterEach(() => {
  expect(consoleError.mock.calls, 'console.error was called').toEqual([]);
});
