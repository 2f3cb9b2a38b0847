import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pictureAt } from './camera.ts';

const DOTS_PER_INCH = '80';

/** The first pages of a PDF as pictures; no package of the project draws PDFs, poppler does. */
export async function takePages(pdf: Uint8Array, name: string, pages: number): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'eskertkich-paper-'));
  const file = path.join(folder, 'paper.pdf');
  await writeFile(file, pdf);
  for (let page = 1; page <= pages; page += 1) {
    const target = pictureAt(`${name}-${page}`).replace(/\.png$/, '');
    const only = ['-f', String(page), '-l', String(page), '-singlefile'];
    const { error, status } = spawnSync(
      'pdftoppm',
      ['-png', '-r', DOTS_PER_INCH, ...only, file, target],
      { stdio: 'inherit' },
    );
    if (error || status !== 0) {
      process.stderr.write('Pages of papers are drawn by pdftoppm: install poppler-utils.\n');
      process.exitCode = 1;
      break;
    }
    process.stdout.write(`docs/screenshots/${name}-${page}.png\n`);
  }
  await rm(folder, { recursive: true, force: true });
}
