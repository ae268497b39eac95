import { stripVTControlCharacters } from 'node:util';
import { CHECKS, runChecks, SPEED } from './checks.mjs';
import { buildPackages, installDependencies, requireBrowsers, watchTool } from './setup.mjs';

// `npm test`: sets everything up, builds, runs every test, and ends with what failed and one line over all runners. With
// `--all` the checks of `npm run check` as well, each as one test.
const isAll = process.argv.includes('--all');
// Browsers are fetched while the rest is installed and built, which needs none.
const browsers = requireBrowsers(['Chromium', 'Firefox']);
await installDependencies();
await buildPackages();
await browsers;

// Vitest: "Tests  1 failed | 12 passed (13)". Playwright: "  1 failed" and "  12 passed (3.4s)" on lines of their own.
// What failed, or passed only when tried again, stands between its tests and these lines.
const UNIT = {
  args: ['vitest', 'run'],
  isShown: false,
  count: (word) => new RegExp(`^\\s*Tests\\s.*?(\\d+) ${word}`, 'm'),
  troubled: /^⎯+ (?:Failed|Unhandled) [\s\S]*(?=^ Test Files )/m,
};
const BROWSER = {
  args: ['playwright', 'test'],
  // The longer one, shown as it comes.
  isShown: true,
  count: (word) => new RegExp(`^\\s+(\\d+) ${word}`, 'm'),
  troubled: /^ {2}1\) [\s\S]*/m,
};

let passed = 0;
let failed = 0;
const troubles = [];

async function runTests({ args, isShown, count, troubled }) {
  const { output, succeeded } = await watchTool(args, { env: { NO_COLOR: '1' }, isShown });
  if (!isShown) console.log(output);
  const stdout = stripVTControlCharacters(output);
  const read = (word) => Number(count(word).exec(stdout)?.[1] ?? 0);
  passed += read('passed');
  const broken = read('failed') + read('did not run');
  failed += broken || (succeeded ? 0 : 1);
  troubles.push(...(troubled.exec(stdout) ?? []));
}

async function check(checks) {
  const names = await runChecks(checks);
  passed += checks.length - names.length;
  failed += names.length;
  troubles.push(...names.map((name) => `  ${name}\n`));
}

async function runUnitTestsAndChecks() {
  await runTests(UNIT);
  if (isAll) await check(CHECKS);
}

// Side by side, since browser tests wait a third of their time.
await Promise.all([runTests(BROWSER), runUnitTestsAndChecks()]);
if (isAll) await check([SPEED]);

if (troubles.length)
  console.log(`\n── failed, or passed only when tried again\n${troubles.join('\n')}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
