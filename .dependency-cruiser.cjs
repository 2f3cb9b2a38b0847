// Who may import whom (ARCHITECTURE.md, "Direction"). Each comment says where the code belongs instead.
// tests/architecture/imports.test.ts shows that each rule bites.

/** A package of npm, installed or not. */
const npm = (names) => `(^|node_modules/)(${names})(/|$)`;

const layer = (name, mayImport, comment, exceptions = {}) => ({
  name: `from-${name}`,
  severity: 'error',
  comment,
  from: { path: `^src/${name}/`, ...exceptions.from },
  to: { path: '^src/', pathNot: [`^src/${name}/`, ...mayImport, ...(exceptions.to ?? [])] },
});

const only = (name, packages, places, comment, to = {}) => ({
  name,
  severity: 'error',
  comment,
  from: { pathNot: places },
  to: { path: packages, ...to },
});

const DOMAIN = '^src/domain/';
const CHAT = '^src/chat/';
const FLOWS = '^src/flows/';
const STORAGE = '^src/storage/';

const layers = [
  layer(
    'domain',
    ['^src/generated/'],
    'domain/ is what is true: no Telegram, no disk, no screens. What it needs from outside is a port in domain/shared, passed in by app.ts; what it does not need belongs in flows/, chat/ or bot/.',
  ),
  layer(
    'storage',
    [DOMAIN, '^src/generated/'],
    'storage/ opens the database and the files and knows no more than domain/: what talks to people belongs in flows/ or bot/.',
  ),
  layer(
    'chat',
    [DOMAIN],
    'chat/ is what every conversation needs. A journey belongs in flows/, sending and receiving in bot/.',
  ),
  layer(
    'flows',
    [DOMAIN, CHAT],
    'A flow reaches papers, clock, files and sending through the ports app.ts passes in. What several journeys need belongs in chat/, what is true in domain/.',
  ),
  layer(
    'bot',
    [DOMAIN, CHAT, FLOWS],
    'bot/ takes updates in and sends calls out. What it wants from jobs/, worker/, storage/ is passed in by app.ts.',
  ),
  layer(
    'jobs',
    [DOMAIN, CHAT, FLOWS],
    'A job is thin: it calls a service and returns counts. What it wants from bot/, worker/, storage/ is passed in by app.ts.',
  ),
  layer(
    'worker',
    ['^src/documents/', DOMAIN, STORAGE],
    'worker/ makes papers off the thread of the bot, from domain/summary and documents/, with its own read-only connection. Screens and sending belong in flows/ and bot/.',
  ),
  layer(
    'cli',
    [DOMAIN, STORAGE, CHAT],
    'A command is thin: it calls the services. Only cli/main.ts puts things together (as app.ts does); what a command wants from worker/ or bot/ is passed in by it.',
    { from: { pathNot: '^src/cli/main\\.ts$' } },
  ),
  layer(
    'documents',
    ['^src/domain/summary/'],
    'documents/ turns the tables of domain/summary into files and knows nothing else: work the content out in domain/summary.',
  ),
  {
    name: 'from-documents-types-only',
    severity: 'error',
    comment:
      'documents/ takes types of domain/summary only (import type): the calculating belongs there, before.',
    from: { path: '^src/documents/' },
    to: { path: '^src/domain/summary/', dependencyTypesNot: ['type-only'] },
  },
  layer(
    'sandbox',
    [],
    'sandbox/ is a stand-in for Telegram and knows nothing of the bot: what both need is passed to createSandbox by app.ts.',
  ),
  {
    name: 'from-config',
    severity: 'error',
    comment: 'config.ts reads the environment and nothing else.',
    from: { path: '^src/config\\.ts$' },
    to: { path: '^src/', pathNot: '^src/domain/shared/' },
  },
  {
    name: 'from-main',
    severity: 'error',
    comment:
      'main.ts reads the configuration, builds the app, starts and stops it: the composing belongs in app.ts.',
    from: { path: '^src/main\\.ts$' },
    to: { path: '^src/', pathNot: '^src/(app|config)\\.ts$|^src/domain/shared/' },
  },
  {
    name: 'to-main',
    severity: 'error',
    comment:
      'main.ts and cli/main.ts have effects when loaded; nobody imports them. Move what is needed to app.ts or a file of its own.',
    from: {},
    to: { path: '^src/(cli/)?main\\.ts$' },
  },
  {
    name: 'to-app',
    severity: 'error',
    comment:
      'app.ts and its parts in app/ put everything together: only main.ts and cli/main.ts import them. Take what you need as an argument.',
    from: { path: '^src/', pathNot: '^src/((cli/)?main\\.ts$|app\\.ts$|app/)' },
    to: { path: '^src/app(\\.ts$|/)' },
  },
  {
    name: 'to-sandbox',
    severity: 'error',
    comment:
      'Only app.ts and app/ load the sandbox, and dynamically (await import), so that on Telegram nothing of it is loaded.',
    from: { path: '^src/', pathNot: '^src/(app\\.ts$|app/|sandbox/)' },
    to: { path: '^src/sandbox/' },
  },
  {
    name: 'to-sandbox-dynamically',
    severity: 'error',
    comment:
      'app.ts and app/ load the sandbox dynamically (await import) or take its types (import type), so that on Telegram nothing of it is loaded.',
    from: { path: '^src/app(\\.ts$|/)' },
    to: { path: '^src/sandbox/', dynamic: false, dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'to-documents',
    severity: 'error',
    comment:
      'Papers are made in worker/, off the thread of the bot (decision 6): ask for a paper by the port app.ts passes in.',
    from: { path: '^src/', pathNot: '^src/(worker|documents)/' },
    to: { path: '^src/documents/' },
  },
  {
    name: 'to-tests-or-scripts',
    severity: 'error',
    comment: 'The product imports neither tests nor scripts: move the code into src.',
    from: { path: '^src/' },
    to: { path: '^(tests|scripts)/' },
  },
  {
    name: 'to-tools',
    severity: 'error',
    comment:
      'npm start installs no development packages: move the package to dependencies in package.json, or take its types only (import type).',
    from: { path: '^src/' },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'no-circles',
    severity: 'error',
    comment: 'These files import each other in a circle: what both need belongs in a third file.',
    from: { pathNot: '^src/generated/' },
    to: { circular: true },
  },
];

const insideDomain = [
  {
    name: 'rules-are-pure',
    severity: 'error',
    comment:
      'rules decide on what they are given: querying belongs in a store, putting both together in a service.',
    from: { path: '^src/domain/.*[/.]rules\\.ts$' },
    to: { path: '^src/domain/.*[/.](store|service)\\.ts$' },
  },
  {
    name: 'models-are-types',
    severity: 'error',
    comment:
      'A model is words and types: what decides belongs in rules, what queries in a store, a use case in a service.',
    from: { path: '^src/domain/.*[/.]model\\.ts$' },
    to: { path: '^src/domain/.*[/.](store|service)\\.ts$' },
  },
  {
    name: 'stores-are-dumb',
    severity: 'error',
    comment:
      'A store queries and knows no use case: the service calls the store, never the other way round.',
    from: { path: '^src/domain/.*[/.]store\\.ts$' },
    to: { path: '^src/domain/.*[/.]service\\.ts$' },
  },
  {
    name: 'a-store-belongs-to-its-noun',
    severity: 'error',
    comment: "Another noun's store is not yours to call: go through its rules, model or service.",
    from: { path: '^src/domain/([^/]+)/' },
    to: { path: '^src/domain/.*[/.]store\\.ts$', pathNot: '^src/domain/$1/' },
  },
  {
    name: 'stores-are-called-by-services',
    severity: 'error',
    comment: 'Outside domain/ nobody calls a store: add the use case to the service of that noun.',
    from: { path: '^src/', pathNot: '^src/domain/' },
    to: { path: '^src/domain/.*[/.]store\\.ts$' },
  },
];

const packages = [
  only(
    'prisma',
    `^src/generated/|${npm('@prisma')}`,
    [
      '^src/domain/.*[/.]store\\.ts$',
      '^src/domain/shared/database\\.ts$',
      '^src/(storage|generated)/',
      '^tests/support/',
    ],
    'Only stores query: move the query to the store.ts of its noun and call that from its service.',
  ),
  only(
    'prisma-types-in-shared',
    `^src/generated/|${npm('@prisma')}`,
    ['^src/domain/.*[/.]store\\.ts$', '^src/(storage|generated)/', '^tests/support/'],
    'domain/shared/database.ts names types of Prisma only (import type); opening belongs in storage/.',
    { dependencyTypesNot: ['type-only'] },
  ),
  only(
    'sqlite',
    npm('better-sqlite3'),
    ['^src/storage/', '^tests/'],
    'The file of the database is opened in storage/ only.',
  ),
  only(
    'grammy',
    npm('grammy|@grammyjs'),
    ['^src/bot/', '^src/(chat|app)/', '^src/flows/.*/dialogs\\.ts$', '^src/flows/ask/', '^tests/'],
    'grammY belongs in bot/; a journey speaks in Screens (screens.ts, actions.ts), and the few steps that need typing are its dialogs.ts or flows/ask/.',
  ),
  {
    name: 'grammy-types-in-chat-and-app',
    severity: 'error',
    comment:
      'chat/ and app/ name types of grammY only (import type): what calls it belongs in bot/.',
    from: { path: '^src/(chat|app)/' },
    to: { path: npm('grammy|@grammyjs'), dependencyTypesNot: ['type-only'] },
  },
  only(
    'node-cron',
    npm('node-cron'),
    ['^src/jobs/schedule\\.ts$', '^tests/'],
    'node-cron only ticks, in jobs/schedule.ts; what is owed is decided by the stored last run and the clock passed in (decision 11).',
  ),
  only(
    'i18next',
    npm('i18next'),
    ['^src/chat/translator\\.ts$', '^tests/'],
    'Take the t of the recipient from chat/translator.ts.',
  ),
  only(
    'commander',
    npm('commander'),
    ['^src/cli/'],
    'Arguments of a command line are read in cli/.',
  ),
  only(
    'paper-packages',
    npm('docx|pdfmake|@cj-tech-master/excelts|qrcode|@expo-google-fonts'),
    ['^src/(documents|worker)/', '^tests/', '^scripts/'],
    'Papers, spreadsheets and pictures are made in documents/, called by worker/ (decision 6).',
  ),
];

module.exports = {
  forbidden: [...layers, ...insideDomain, ...packages],
  options: {
    doNotFollow: { path: ['node_modules', '^src/generated'] },
    exclude: { path: '^src/sandbox/page/' },
    // Types are imports too; they stand in the same order as the code.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.mts', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};
