import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** An empty folder of this test's own, removed when the test is over. */
export function freshFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'eskertkich-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
