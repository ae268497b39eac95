import { availableParallelism } from 'node:os';
import { buildPackages, installDependencies, requireBrowsers, watchTool } from './setup.mjs';

// `npm run check`: everything that needs no test runner. Each line names what is looked at; all run, then it fails.
installDependencies();
requireBrowsers(['Chromium']);
// Anew: sizes and packages of an older build prove nothing, and the types of messages are made with it. `--built` says
// that `npm test` has just built this very tree.
if (!process.argv.includes('--built')) await buildPackages();

// The longest first, so that none is left over at the end.
const CHECKS = [
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'knowledge', command: ['tsx', 'scripts/check-knowledge.ts'] },
  {
    name: 'Firefox package',
    command: [
      'web-ext',
      'lint',
      '--source-dir',
      '.output/firefox-mv3',
      '--no-config-discovery',
      '--self-hosted',
    ],
  },
  { name: 'types', command: ['tsc', '--noEmit'] },
  {
    name: 'lint and import directions',
    command: ['oxlint', '-c', 'oxlint.config.mjs', '--type-aware', '--quiet'],
  },
  { name: 'dead code and dependencies', command: ['knip', '--no-progress'] },
  { name: 'sizes', command: ['size-limit'] },
];

/** Takes times, so that it runs when nothing else does. */
const SPEED = { name: 'speed, smoke run', command: ['tsx', 'scripts/bench.ts', '--smoke'] };

/** @type {string[]} */
const failed = [];

/** @param {typeof SPEED} check */
async function run({ name, command }) {
  const { output, succeeded } = await watchTool(command);
  console.log(`\n── ${name}\n${output}`);
  if (!succeeded) failed.push(name);
}

const waiting = CHECKS.values();
await Promise.all(
  Array.from({ length: availableParallelism() }, async () => {
    for (const check of waiting) await run(check);
  }),
);
await run(SPEED);

console.log(
  failed.length ? `\nFailed: ${failed.join(', ')}` : `\nAll ${CHECKS.length + 1} checks passed.`,
);
process.exit(failed.length ? 1 : 0);
