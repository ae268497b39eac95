import { spawnSync } from 'node:child_process';
import { installDependencies, requireBrowsers, runTool } from './setup.mjs';

// `npm run check`: everything that needs no test runner. Each line names what is looked at; all run, then it fails.
installDependencies();
requireBrowsers(['Chromium']);
// Anew: sizes and packages of an older build prove nothing, and the types of messages are made with it. `--built` says
// that `npm test` has just built this very tree.
if (!process.argv.includes('--built')) {
  runTool('wxt', ['build']);
  runTool('wxt', ['build', '-b', 'firefox']);
}

const CHECKS = [
  { name: 'types', command: ['tsc', '--noEmit'] },
  {
    name: 'lint and import directions',
    command: ['oxlint', '-c', 'oxlint.config.mjs', '--type-aware', '--quiet'],
  },
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'dead code and dependencies', command: ['knip', '--no-progress'] },
  { name: 'knowledge', command: ['tsx', 'scripts/check-knowledge.ts'] },
  { name: 'sizes', command: ['size-limit'] },
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
  { name: 'speed, smoke run', command: ['tsx', 'scripts/bench.ts', '--smoke'] },
];

const failed = CHECKS.filter(({ name, command }) => {
  console.log(`\n── ${name}`);
  const { status } = spawnSync('npx', ['--no-install', ...command], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return status !== 0;
}).map(({ name }) => name);

console.log(
  failed.length ? `\nFailed: ${failed.join(', ')}` : `\nAll ${CHECKS.length} checks passed.`,
);
process.exit(failed.length ? 1 : 0);
