// Everything that is checked, the quick things first. Arguments go to vitest: npm test -- tests/storage
import { setUp } from './set-up/set-up.mjs';
import { runTool } from './set-up/tools.mjs';

const STAGES = [
  ['format', 'biome', ['format', '.'], 'run `npm run format`'],
  ['lint', 'oxlint', ['--deny-warnings'], 'see .oxlintrc.json for why a rule stands'],
  ['types', 'tsc', ['-p', '.'], 'see the first error above'],
  [
    'import directions',
    'depcruise',
    ['--config', '.dependency-cruiser.cjs', '--output-type', 'err-long', 'src'],
    'the message says where the code belongs',
  ],
  ['tests', 'vitest', ['run', ...process.argv.slice(2)], null],
];

const node = setUp({ dev: true });
for (const [stage, tool, args, cure] of STAGES) {
  const code = runTool(node, tool, args);
  if (code === 0) continue;
  // vitest has printed its own closing line.
  if (cure) console.log(`\nStopped at: ${stage} (${cure})\n\n0 passed, 1 failed`);
  process.exit(code);
}
