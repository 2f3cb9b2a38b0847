import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { offences, type Source } from './source-rules.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

const sources: Source[] = globSync('src/**/*.{ts,js,css,html}', { cwd: ROOT })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !file.startsWith('src/generated/'))
  .map((file) => ({ file, text: readFileSync(path.join(ROOT, file), 'utf8') }));

test('no file of src breaks the habits of the house', () => {
  expect(sources.length).toBeGreaterThan(20);
  expect(sources.flatMap(offences)).toEqual([]);
});

test('most files are small: the median is well under 100 lines', () => {
  const lines = sources.map(({ text }) => text.split('\n').length).toSorted((a, b) => a - b);
  expect(lines[Math.floor(lines.length / 2)]).toBeLessThan(100);
});

const CLOCK = 'take the time from the clock passed in (app.ts has the only one)';
const CHANCE = 'take chance from the port passed in (app.ts has the only one)';
const NAMELESS =
  'this name says nothing: name the file after what it is about, and import it directly';
const VOCABULARY =
  'in domain/<noun>/ stand model.ts, rules.ts, store.ts, service.ts or <name>.rules.ts and so on; what is none of these belongs in flows/, bot/ or storage/';

test.each([
  ['src/domain/access/rules.ts', 'const at = Date.now();', `Date.now: ${CLOCK}`],
  [
    'src/flows/board/actions.ts',
    'const at = new Date();',
    `new Date() without an instant: ${CLOCK}`,
  ],
  ['src/flows/board/actions.ts', 'const at = new Date;', `new Date() without an instant: ${CLOCK}`],
  ['src/chat/a.ts', 'const at = Date();', `new Date() without an instant: ${CLOCK}`],
  ['src/bot/a.ts', 'const at = globalThis.Date.now();', `Date.now: ${CLOCK}`],
  ['src/jobs/a.ts', 'const at = Temporal.Now.instant();', `Temporal.Now: ${CLOCK}`],
  ['src/documents/a.ts', 'const x = Math.random();', `Math.random: ${CHANCE}`],
  ['src/cli/invite.ts', `import { randomBytes } from 'node:crypto';`, `randomBytes: ${CHANCE}`],
  [
    'src/domain/access/service.ts',
    `import { randomUUID as id } from 'node:crypto';`,
    `randomUUID: ${CHANCE}`,
  ],
  ['src/bot/a.ts', 'const id = crypto.randomUUID();', `crypto.randomUUID: ${CHANCE}`],
  [
    'src/storage/a.ts',
    'const dir = process.env.DATA_DIR;',
    'process.env: the environment is read in config.ts only; take the value as an argument',
  ],
  [
    'src/domain/access/service.ts',
    'const rows = await reader.$queryRaw`SELECT 1`;',
    '$queryRaw: queries stand in the store of their noun',
  ],
  ['src/chat/utils.ts', '', NAMELESS],
  ['src/flows/board/index.ts', '', NAMELESS],
  ['src/bot/date.helpers.ts', '', NAMELESS],
  ['src/domain/access/tokens.ts', '', VOCABULARY],
  ['src/domain/access/invite/rules.ts', '', VOCABULARY],
  ['src/bot/a.ts', '// TODO later', 'TODO: finish it or leave it out'],
  ['src/bot/a.ts', '// @ts-ignore', '@ts-ignore: finish it or leave it out'],
  ['src/bot/a.ts', '// eslint-disable-next-line', 'eslint-disable: finish it or leave it out'],
])('%s with %j is found', (file, text, sentence) => {
  expect(offences({ file, text })).toEqual([`${file}: ${sentence}`]);
});

test.each([
  ['src/app.ts', 'const at = Date.now(); const id = crypto.randomUUID();'],
  ['src/cli/main.ts', 'const at = new Date();'],
  ['src/storage/a.ts', `import { randomBytes } from 'node:crypto';`],
  ['src/config.ts', 'export const env = process.env;'],
  [
    'src/domain/access/rules.ts',
    '// never Date.now() here\nconst day = new Date(instant).getTime();',
  ],
  ['src/domain/access/people.store.ts', 'const rows = await reader.$queryRaw`SELECT 1`;'],
  ['src/domain/shared/fold.ts', ''],
  ['src/chat/todo-list.ts', 'const commonName = "utils";'],
  ['src/sandbox/page/index.html', ''],
])('%s with %j is right', (file, text) => {
  expect(offences({ file, text })).toEqual([]);
});

test('a file of more than 400 lines is found', () => {
  const file = 'src/bot/a.ts';
  expect(offences({ file, text: '\n'.repeat(399) })).toEqual([]);
  expect(offences({ file, text: '\n'.repeat(400) })).toEqual([
    `${file}: 401 lines: split it by its reasons to change (at most 400)`,
  ]);
});
