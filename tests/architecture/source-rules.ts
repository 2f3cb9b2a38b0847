import path from 'node:path';
import ts from 'typescript';

/** One file of src: its path from the project's root (with /) and its text. */
export interface Source {
  readonly file: string;
  readonly text: string;
}

const NOUN_FILES = /^src\/domain\/[^/]+\/([a-z0-9-]+\.)?(model|rules|store|service)\.ts$/;
const NAMELESS = new Set([
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'manager',
  'index',
  'misc',
]);
const LONGEST = 400;
const UNFINISHED =
  /(?<![\w-])(TODO|FIXME|eslint-disable|oxlint-disable|@ts-ignore|@ts-nocheck|@ts-expect-error)(?!\w)/;

/** Where the clock and chance must come in as arguments. */
const TIMELESS = /^src\/(domain|flows|chat|bot|documents|jobs|worker|cli)\//;
const COMPOSERS = new Set(['src/cli/main.ts']);

/** What is wrong with a file beyond its imports (those: .dependency-cruiser.cjs), with the cure. */
export function offences(source: Source): string[] {
  return [...nameOffences(source.file), ...textOffences(source), ...codeOffences(source)].map(
    (sentence) => `${source.file}: ${sentence}`,
  );
}

function nameOffences(file: string): string[] {
  const found: string[] = [];
  const stem = path.basename(file).replace(/\.[^.]+$/, '');
  if (stem.split('.').some((part) => NAMELESS.has(part)) && !file.endsWith('.html')) {
    found.push(
      'this name says nothing: name the file after what it is about, and import it directly',
    );
  }
  if (
    file.startsWith('src/domain/') &&
    !file.startsWith('src/domain/shared/') &&
    !NOUN_FILES.test(file)
  ) {
    found.push(
      'in domain/<noun>/ stand model.ts, rules.ts, store.ts, service.ts or <name>.rules.ts and so on; what is none of these belongs in flows/, bot/ or storage/',
    );
  }
  return found;
}

function textOffences({ text }: Source): string[] {
  const found: string[] = [];
  const lines = text.split('\n').length;
  if (lines > LONGEST)
    found.push(`${lines} lines: split it by its reasons to change (at most ${LONGEST})`);
  const unfinished = UNFINISHED.exec(text)?.[1];
  if (unfinished) found.push(`${unfinished}: finish it or leave it out`);
  return found;
}

/** The only files that query (and routes.ts, which asks the database whether it is there). */
const QUERIES = /^src\/(domain\/.*store\.ts$|storage\/|app\/routes\.ts$)/;
const RAW_SQL = new Set(['$queryRaw', '$executeRaw']);

const CLOCK = 'take the time from the clock passed in (app.ts has the only one)';
const CHANCE = 'take chance from the port passed in (app.ts has the only one)';

const CALLS: Readonly<Record<string, string>> = {
  'Date.now': CLOCK,
  'Temporal.Now': CLOCK,
  'Math.random': CHANCE,
  'crypto.randomUUID': CHANCE,
  'crypto.getRandomValues': CHANCE,
};
const RANDOM_IMPORTS = new Set([
  'randomUUID',
  'randomBytes',
  'randomInt',
  'randomFillSync',
  'getRandomValues',
]);

function codeOffences({ file, text }: Source): string[] {
  if (!file.endsWith('.ts')) return [];
  const timeless = TIMELESS.test(file) && !COMPOSERS.has(file);
  const readsEnvironment = file === 'src/config.ts';
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) {
      const dotted = node
        .getText()
        .replaceAll(/\s/g, '')
        .replace(/^globalThis\./, '');
      if (dotted === 'process.env' && !readsEnvironment) {
        found.add(
          'process.env: the environment is read in config.ts only; take the value as an argument',
        );
      }
      if (RAW_SQL.has(node.name.text) && !QUERIES.test(file)) {
        found.add(`${node.name.text}: queries stand in the store of their noun`);
      }
      const cure = timeless ? CALLS[dotted] : undefined;
      if (cure) found.add(`${dotted}: ${cure}`);
    }
    if (timeless && isNow(node)) found.add(`new Date() without an instant: ${CLOCK}`);
    if (timeless && ts.isImportSpecifier(node)) {
      const name = (node.propertyName ?? node.name).text;
      if (RANDOM_IMPORTS.has(name)) found.add(`${name}: ${CHANCE}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return [...found];
}

/** `new Date()` and `Date()`; `new Date(x)` only converts. */
const isNow = (node: ts.Node): boolean =>
  (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) ||
  (ts.isCallExpression(node) && node.expression.getText() === 'Date');
