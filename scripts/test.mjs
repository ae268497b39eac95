import { stripVTControlCharacters } from 'node:util';
import { buildPackages, installDependencies, requireBrowsers, watchTool } from './setup.mjs';

// `npm test`: sets everything up, builds, runs every test, and ends with what failed and one line over all runners.
installDependencies();
requireBrowsers(['Chromium', 'Firefox']);
await buildPackages();

// Vitest: "Tests  1 failed | 12 passed (13)". Playwright: "  1 failed" and "  12 passed (3.4s)" on lines of their own.
// What failed, or passed only when tried again, stands between its tests and these lines. One is shown as it comes, the
// other when it ends.
const RUNNERS = [
  {
    args: ['vitest', 'run'],
    isShown: false,
    count: (word) => new RegExp(`^\\s*Tests\\s.*?(\\d+) ${word}`, 'm'),
    troubled: /^⎯+ (?:Failed|Unhandled) [\s\S]*(?=^ Test Files )/m,
  },
  {
    args: ['playwright', 'test'],
    isShown: true,
    count: (word) => new RegExp(`^\\s+(\\d+) ${word}`, 'm'),
    troubled: /^ {2}1\) [\s\S]*/m,
  },
];

// Side by side, since browser tests wait a third of their time.
const outcomes = await Promise.all(
  RUNNERS.map(async (runner) => {
    const { args, isShown } = runner;
    const outcome = await watchTool(args, { env: { NO_COLOR: '1' }, isShown });
    if (!isShown) console.log(outcome.output);
    return { ...runner, ...outcome };
  }),
);

let passed = 0;
let failed = 0;
const troubles = [];
for (const { count, troubled, output, succeeded } of outcomes) {
  const stdout = stripVTControlCharacters(output);
  const read = (word) => Number(count(word).exec(stdout)?.[1] ?? 0);
  passed += read('passed');
  const broken = read('failed') + read('did not run');
  failed += broken || (succeeded ? 0 : 1);
  troubles.push(...(troubled.exec(stdout) ?? []));
}
if (troubles.length)
  console.log(`\n── failed, or passed only when tried again\n${troubles.join('\n')}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
