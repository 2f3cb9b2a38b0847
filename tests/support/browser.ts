import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { type Browser, chromium as driver } from 'playwright-core';

const CURE = 'Run npm ci: the browser of the tests comes from the npm package @sparticuz/chromium.';

/**
 * Starts the Chromium that lies packed in the npm package; nothing of the machine's is used but the
 * C library. The first start unpacks it (some seconds) below `node_modules/.cache`.
 *
 * @throws Error that names the cure when the package is missing or does not run here.
 */
export async function launchBrowser(): Promise<Browser> {
  try {
    const home = await unpacked();
    return await driver.launch({
      executablePath: join(home, 'chromium'),
      // The package's own arguments switch the browser's security off, which these tests want on.
      args: ['--no-sandbox', '--no-zygote', '--font-render-hinting=none'],
      env: {
        ...process.env,
        // Without a UTF-8 locale Chromium drops Cyrillic names of files.
        LC_ALL: 'C.UTF-8',
        FONTCONFIG_FILE: join(home, 'fonts.conf'),
        LD_LIBRARY_PATH: join(home, 'al2023', 'lib'),
        TZ: 'America/New_York',
      },
    });
  } catch (error) {
    throw new Error(`The browser for the tests does not start. ${CURE}`, { cause: error });
  }
}

/** The folder with the browser. Whoever unpacks at the same time meets only whole folders: it is renamed at the end. */
async function unpacked(): Promise<string> {
  const require = createRequire(import.meta.url);
  const packageDir = dirname(dirname(require.resolve('@sparticuz/chromium')));
  const { version } = JSON.parse(await readFile(join(packageDir, 'package.json'), 'utf8')) as {
    version: string;
  };
  const cache = join(packageDir, '..', '..', '.cache');
  const home = join(cache, `chromium-${version}`);
  if (existsSync(home)) return home;
  await mkdir(cache, { recursive: true });
  const fresh = await mkdtemp(join(cache, 'chromium-unpacking-'));
  await unpackInto(fresh);
  await writeFile(join(fresh, 'fonts.conf'), fontSettings(join(cache, 'fonts')));
  try {
    await rename(fresh, home);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
  return home;
}

/**
 * Pages look the same on every machine: the family is the Noto Sans of the papers, which has all
 * Kyrgyz letters; signs it lacks (✓) come from the system's DejaVu, where there is one.
 */
function fontSettings(cacheDir: string): string {
  const noto = resolve('node_modules/@expo-google-fonts/noto-sans');
  const styles = ['400Regular', '400Regular_Italic', '500Medium', '600SemiBold', '700Bold'];
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  ${styles.map((style) => `<dir>${join(noto, style)}</dir>`).join('\n  ')}
  <dir>/usr/share/fonts/truetype/dejavu</dir>
  <cachedir>${cacheDir}</cachedir>
</fontconfig>
`;
}

/** The package unpacks into the folder for temporary files, and its libraries only for a Lambda. */
async function unpackInto(folder: string): Promise<void> {
  const before = { TMPDIR: process.env.TMPDIR, runtime: process.env.AWS_LAMBDA_JS_RUNTIME };
  process.env.TMPDIR = folder;
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs24.x';
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
  } finally {
    restore('TMPDIR', before.TMPDIR);
    restore('AWS_LAMBDA_JS_RUNTIME', before.runtime);
  }
}

function restore(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}
