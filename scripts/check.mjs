import { availableParallelism } from 'node:os';
import { CHECKS, runChecks, SPEED } from './checks.mjs';
import { buildPackages, installDependencies, requireBrowsers } from './setup.mjs';

// `npm run check`: everything that needs no test runner. Each line names what is looked at; all run, then it fails.
// A browser that nobody can fetch ends this before anything is installed.
await Promise.all([requireBrowsers(['Chromium']), installDependencies()]);
// Anew: sizes and packages of an older build prove nothing, and the types of messages are made with it.
await buildPackages();

const failed = [
  ...(await runChecks(CHECKS, availableParallelism())),
  ...(await runChecks([SPEED])),
];
console.log(
  failed.length ? `\nFailed: ${failed.join(', ')}` : `\nAll ${CHECKS.length + 1} checks passed.`,
);
process.exit(failed.length ? 1 : 0);
