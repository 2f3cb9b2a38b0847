// Everything that is checked, the quick things first. Arguments go to vitest: npm test -- tests/storage
import { setUp } from './set-up/set-up.mjs';
import { runTool, runToolsTogether } from './set-up/tools.mjs';

const CHECKS = [
  ['format', 'biome', ['format', '.'], 'run `npm run format`'],
  ['lint', 'oxlint', ['--deny-warnings'], 'see .oxlintrc.json for why a rule stands'],
  ['types', 'tsc', ['-p', '.'], 'see the first error above'],
  [
    'import directions',
    'depcruise',
    ['--config', '.dependency-cruiser.cjs', '--output-type', 'err-long', 'src'],
    'the message says where the code belongs',
  ],
];

const node = setUp({ dev: true });
const checked = await runToolsTogether(
  node,
  CHECKS.map(([, tool, args]) => [tool, args]),
);
let broken = 0;
for (const [index, [stage, , , cure]] of CHECKS.entries()) {
  const { code, output } = checked[index];
  process.stdout.write(output);
  if (code === 0) continue;
  broken += 1;
  console.log(`\nStopped at: ${stage} (${cure})\n`);
}
if (broken > 0) {
  console.log(`0 passed, ${broken} failed`);
  process.exit(1);
}
// vitest prints the closing line itself.
process.exit(runTool(node, 'vitest', ['run', ...process.argv.slice(2)]));
