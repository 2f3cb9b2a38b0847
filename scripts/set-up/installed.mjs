import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Whether node_modules holds what package-lock.json asks for. npm writes its own account of what it
 * installed, as the last step, to node_modules/.package-lock.json; that account is the stamp, so an
 * installation by hand counts too, and an interrupted one does not.
 * @param {string} root folder of the project
 * @param {{ dev: boolean }} options whether the development packages are needed
 */
export function isInstalled(root, { dev }) {
  const wanted = packagesOf(path.join(root, 'package-lock.json'));
  const present = packagesOf(path.join(root, 'node_modules/.package-lock.json'));
  return (
    wanted !== null &&
    present !== null &&
    Object.entries(wanted).every(
      ([place, entry]) =>
        place === '' ||
        entry.optional ||
        entry.devOptional ||
        (entry.dev && !dev) ||
        (present[place]?.version === entry.version &&
          present[place]?.integrity === entry.integrity),
    ) &&
    // An optional package (Node itself) may be absent elsewhere, but not in another version.
    Object.entries(present).every(([place, entry]) => wanted[place]?.version === entry.version)
  );
}

/** @returns {Record<string, {version?: string, integrity?: string, dev?: boolean, optional?: boolean, devOptional?: boolean}> | null} */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null;
  } catch (error) {
    // Unreadable or cut short means not installed; the installation writes it anew.
    if (error instanceof SyntaxError || error.code === 'ENOENT') return null;
    throw error;
  }
}
