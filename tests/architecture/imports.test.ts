import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import { expect, test } from 'vitest';
import { freshFolder } from '../support/folder.ts';

interface Rules {
  readonly forbidden: (IForbiddenRuleType & { readonly name: string; readonly comment: string })[];
  readonly options: Record<string, unknown>;
}

const MODULES = path.resolve(import.meta.dirname, '../../node_modules');

const { forbidden, options } = createRequire(import.meta.url)(
  '../../.dependency-cruiser.cjs',
) as Rules;

/** [file, what stands in it]; a file imported and not listed is made empty. */
type Sample = readonly (readonly [file: string, line: string])[];

/** What the rules say about a small project, as "rule: from → to". */
async function verdicts(sample: Sample): Promise<string[]> {
  const root = freshFolder();
  symlinkSync(MODULES, path.join(root, 'node_modules'), 'junction');
  copyFileSync(path.resolve(MODULES, '../package.json'), path.join(root, 'package.json'));
  const write = (file: string, text: string) => {
    mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  for (const [file, line] of sample) {
    const target = /'(\.[^']+)'/.exec(line)?.[1];
    if (target)
      write(path.join(path.dirname(file), target), 'export const x = 1; export type X = number;\n');
  }
  for (const [file, line] of sample) write(file, `${line}\nexport const y = 1;\n`);
  const { output } = await cruise(['src'], {
    ...options,
    validate: true,
    ruleSet: { forbidden },
    baseDir: root,
  });
  return (output as ICruiseResult).summary.violations
    .map(({ rule, from, to }) => `${rule.name}: ${from} → ${packageOf(to)}`)
    .toSorted();
}

/** Packages by their name, files of the sample by their path. */
const packageOf = (to: string): string => /node_modules\/((@[^/]+\/)?[^/]+)/.exec(to)?.[1] ?? to;

const imports = (target: string) => `import { x } from '${target}'; export const z = x;`;
const importsType = (target: string) => `import type { X } from '${target}'; export type Z = X;`;

const OFFENDERS: readonly (readonly [file: string, line: string, verdict: string])[] = [
  [
    'src/domain/access/rules.ts',
    imports('../../chat/screen.ts'),
    'from-domain: src/domain/access/rules.ts → src/chat/screen.ts',
  ],
  [
    'src/storage/a.ts',
    imports('../bot/send.ts'),
    'from-storage: src/storage/a.ts → src/bot/send.ts',
  ],
  [
    'src/chat/b.ts',
    imports('../flows/board/screens.ts'),
    'from-chat: src/chat/b.ts → src/flows/board/screens.ts',
  ],
  [
    'src/flows/board/c.ts',
    imports('../../storage/open.ts'),
    'from-flows: src/flows/board/c.ts → src/storage/open.ts',
  ],
  ['src/bot/d.ts', importsType('../worker/pool.ts'), 'from-bot: src/bot/d.ts → src/worker/pool.ts'],
  ['src/jobs/e.ts', imports('../bot/send.ts'), 'from-jobs: src/jobs/e.ts → src/bot/send.ts'],
  [
    'src/worker/f.ts',
    imports('../flows/board/screens.ts'),
    'from-worker: src/worker/f.ts → src/flows/board/screens.ts',
  ],
  ['src/cli/g.ts', imports('../worker/pool.ts'), 'from-cli: src/cli/g.ts → src/worker/pool.ts'],
  [
    'src/documents/h.ts',
    importsType('../domain/access/model.ts'),
    'from-documents: src/documents/h.ts → src/domain/access/model.ts',
  ],
  [
    'src/documents/i.ts',
    imports('../domain/summary/report.rules.ts'),
    'from-documents-types-only: src/documents/i.ts → src/domain/summary/report.rules.ts',
  ],
  [
    'src/sandbox/j.ts',
    importsType('../domain/shared/language.ts'),
    'from-sandbox: src/sandbox/j.ts → src/domain/shared/language.ts',
  ],
  [
    'src/config.ts',
    imports('./storage/open.ts'),
    'from-config: src/config.ts → src/storage/open.ts',
  ],
  ['src/main.ts', imports('./storage/open.ts'), 'from-main: src/main.ts → src/storage/open.ts'],
  ['src/storage/k.ts', imports('../main.ts'), 'to-main: src/storage/k.ts → src/main.ts'],
  ['src/jobs/l.ts', imports('../app.ts'), 'to-app: src/jobs/l.ts → src/app.ts'],
  [
    'src/jobs/m.ts',
    `export const m = () => import('../sandbox/sandbox.ts');`,
    'to-sandbox: src/jobs/m.ts → src/sandbox/sandbox.ts',
  ],
  [
    'src/app.ts',
    imports('./sandbox/world.ts'),
    'to-sandbox-dynamically: src/app.ts → src/sandbox/world.ts',
  ],
  [
    'src/flows/board/n.ts',
    importsType('../../documents/docx.ts'),
    'to-documents: src/flows/board/n.ts → src/documents/docx.ts',
  ],
  [
    'src/bot/o.ts',
    imports('../../tests/support/people.ts'),
    'to-tests-or-scripts: src/bot/o.ts → tests/support/people.ts',
  ],
  [
    'src/domain/review/rules.ts',
    imports('./store.ts'),
    'rules-are-pure: src/domain/review/rules.ts → src/domain/review/store.ts',
  ],
  [
    'src/domain/review/marks.rules.ts',
    imports('./marks.service.ts'),
    'rules-are-pure: src/domain/review/marks.rules.ts → src/domain/review/marks.service.ts',
  ],
  [
    'src/domain/review/model.ts',
    importsType('./service.ts'),
    'models-are-types: src/domain/review/model.ts → src/domain/review/service.ts',
  ],
  [
    'src/domain/review/findings.store.ts',
    imports('./findings.service.ts'),
    'stores-are-dumb: src/domain/review/findings.store.ts → src/domain/review/findings.service.ts',
  ],
  [
    'src/domain/review/other.service.ts',
    imports('../audit/store.ts'),
    'a-store-belongs-to-its-noun: src/domain/review/other.service.ts → src/domain/audit/store.ts',
  ],
  [
    'src/bot/p.ts',
    imports('../domain/audit/log.store.ts'),
    'stores-are-called-by-services: src/bot/p.ts → src/domain/audit/log.store.ts',
  ],
  [
    'src/domain/review/service.ts',
    importsType('../../generated/prisma/client.ts'),
    'prisma: src/domain/review/service.ts → src/generated/prisma/client.ts',
  ],
  [
    'src/domain/shared/database.ts',
    imports('../../generated/prisma/client.ts'),
    'prisma-types-in-shared: src/domain/shared/database.ts → src/generated/prisma/client.ts',
  ],
  ['src/worker/q.ts', imports('better-sqlite3'), 'sqlite: src/worker/q.ts → better-sqlite3'],
  [
    'src/flows/board/screens.ts',
    importsType('grammy'),
    'grammy: src/flows/board/screens.ts → grammy',
  ],
  ['src/chat/r.ts', imports('grammy'), 'grammy-types-in-chat-and-app: src/chat/r.ts → grammy'],
  ['src/jobs/s.ts', imports('node-cron'), 'node-cron: src/jobs/s.ts → node-cron'],
  ['src/flows/board/t.ts', imports('i18next'), 'i18next: src/flows/board/t.ts → i18next'],
  ['src/bot/u.ts', imports('commander'), 'commander: src/bot/u.ts → commander'],
  ['src/bot/w.ts', imports('fast-check'), 'to-tools: src/bot/w.ts → fast-check'],
  ['src/cli/v.ts', imports('docx'), 'paper-packages: src/cli/v.ts → docx'],
];

test('each offence is found, by its own rule', async () => {
  const found = await verdicts(OFFENDERS.map(([file, line]) => [file, line] as const));
  // One offence may break two rules (a layer and what it reaches); its own must be among them.
  expect(
    OFFENDERS.map(([, , verdict]) => verdict).filter((verdict) => !found.includes(verdict)),
  ).toEqual([]);
});

test('a circle is found, of types too', async () => {
  expect(
    await verdicts([
      ['src/bot/one.ts', imports('./two.ts')],
      ['src/bot/two.ts', importsType('./one.ts')],
    ]),
  ).toEqual(['no-circles: src/bot/one.ts → src/bot/two.ts']);
});

test('what the house allows is allowed', async () => {
  const allowed: Sample = [
    ['src/main.ts', `${imports('./app.ts')} export * from './config.ts';`],
    [
      'src/app.ts',
      `export const load = () => import('./sandbox/sandbox.ts'); export * from './bot/send.ts';`,
    ],
    ['src/config.ts', imports('./domain/shared/result.ts')],
    ['src/cli/main.ts', imports('../worker/pool.ts')],
    ['src/cli/backup.ts', imports('../storage/backup.ts')],
    ['src/cli/program.ts', imports('commander')],
    ['src/bot/send.ts', imports('../flows/board/screens.ts')],
    ['src/bot/grammy.ts', imports('grammy')],
    ['src/jobs/schedule.ts', imports('node-cron')],
    ['src/jobs/digest.ts', imports('../domain/reminder/service.ts')],
    ['src/flows/board/actions.ts', imports('../../domain/review/service.ts')],
    ['src/flows/board/dialogs.ts', imports('@grammyjs/conversations')],
    ['src/flows/ask/date.ts', imports('grammy')],
    ['src/flows/board/screens.ts', imports('../../chat/screen.ts')],
    ['src/chat/context.ts', importsType('grammy')],
    ['src/chat/keyboard.ts', importsType('grammy/types')],
    ['src/app/visits.ts', importsType('grammy')],
    ['src/app/demo.ts', importsType('../sandbox/world.ts')],
    ['src/app/service.ts', imports('./visits.ts')],
    ['src/chat/translator.ts', imports('i18next')],
    ['src/worker/paper.ts', imports('../documents/docx.ts')],
    ['src/worker/snapshot.ts', imports('../storage/open.ts')],
    ['src/documents/docx.ts', importsType('../domain/summary/report.model.ts')],
    ['src/documents/pdf.ts', imports('pdfmake')],
    ['src/domain/review/service.ts', imports('./store.ts')],
    ['src/domain/review/store.ts', imports('../../generated/prisma/client.ts')],
    ['src/domain/review/marks.service.ts', imports('../audit/service.ts')],
    ['src/domain/review/rules.ts', imports('../assessment/model.ts')],
    ['src/domain/shared/database.ts', importsType('../../generated/prisma/client.ts')],
    ['src/storage/open.ts', imports('better-sqlite3')],
    ['src/sandbox/sandbox.ts', imports('./world.ts')],
  ];
  expect(await verdicts(allowed)).toEqual([]);
});

test('every rule says where the code belongs', () => {
  expect(forbidden.filter(({ comment }) => comment.length < 40)).toEqual([]);
  expect(new Set(forbidden.map(({ name }) => name)).size).toBe(forbidden.length);
  const shown = new Set([...OFFENDERS.map(([, , verdict]) => verdict.split(':')[0]), 'no-circles']);
  expect(forbidden.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([]);
});
