import { watchTool } from './setup.mjs';

/**
 * A check that needs no test runner: what it looks at, and the program with its arguments.
 * @typedef {{ name: string, command: string[] }} Check
 */

/**
 * The longest first, so that none is left over at the end.
 * @type {Check[]}
 */
export const CHECKS = [
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

/**
 * Takes times, so that it runs when nothing else does.
 * @type {Check}
 */
export const SPEED = { name: 'speed, smoke run', command: ['tsx', 'scripts/bench.ts', '--smoke'] };

/**
 * Runs checks, and shows what each says when it ends.
 * @param {Check[]} checks
 * @param {number} most How many run at once.
 * @returns {Promise<string[]>} The names of those that failed.
 */
export async function runChecks(checks, most = 1) {
  /** @type {string[]} */
  const failed = [];
  const waiting = checks.values();
  const runNext = async () => {
    for (const { name, command } of waiting) {
      const { output, succeeded } = await watchTool(command);
      console.log(`\n── ${name}\n${output}`);
      if (!succeeded) failed.push(name);
    }
  };
  await Promise.all(Array.from({ length: most }, runNext));
  return failed;
}
