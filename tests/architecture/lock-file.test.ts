import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

interface LockFile {
  readonly packages: Readonly<
    Record<
      string,
      { readonly version?: string; readonly optionalDependencies?: Record<string, string> }
    >
  >;
}

/** Optional packages a lock file leaves out, as "package in package": npm ci refuses such a file. */
function missing({ packages }: LockFile): string[] {
  return Object.entries(packages).flatMap(([place, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter(
        (name) =>
          !(`node_modules/${name}` in packages) && !(`${place}/node_modules/${name}` in packages),
      )
      .map((name) => `${name} in ${place}`),
  );
}

test('the lock file names the binaries of every platform', () => {
  const file = path.resolve(import.meta.dirname, '../../package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8')) as LockFile;
  expect(missing(lock)).toEqual([]);
  const { 'node_modules/@biomejs/cli-darwin-arm64': _, ...others } = lock.packages;
  expect(missing({ packages: others })).toEqual([
    '@biomejs/cli-darwin-arm64 in node_modules/@biomejs/biome',
  ]);
});
