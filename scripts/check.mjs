import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { installDependencies, requireBrowsers, runTool } from './setup.mjs';

// `npm run check`: everything that needs no test runner. Each line names what is looked at; all run, then it fails.
installDependencies();
requireBrowsers(['Chromium']);
if (!existsSync('.output/chrome-mv3/manifest.json')) runTool('wxt', ['build']);
if (!existsSync('.output/firefox-mv3/manifest.json')) runTool('wxt', ['build', '-b', 'firefox']);

const CHECKS = [
  ['types', ['tsc', '--noEmit']],
  ['lint and import directions', ['oxlint', '--type-aware', '--quiet']],
  ['format', ['prettier', '--check', '--log-level', 'warn', '.']],
  ['dead code and dependencies', ['knip', '--no-progress']],
  ['knowledge', ['tsx', 'scripts/check-knowledge.ts']],
  ['sizes', ['size-limit']],
  [
    'Firefox package',
    [
      'web-ext',
      'lint',
      '--source-dir',
      '.output/firefox-mv3',
      '--no-config-discovery',
      '--self-hosted',
    ],
  ],
  ['speed, smoke run', ['tsx', 'scripts/bench.ts', '--smoke']],
];

const failed = CHECKS.filter(([name, command]) => {
  console.log(`\n── ${name}`);
  const { status } = spawnSync('npx', ['--no-install', ...command], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return status !== 0;
}).map(([name]) => name);

console.log(
  failed.length ? `\nFailed: ${failed.join(', ')}` : `\nAll ${CHECKS.length} checks passed.`,
);
process.exit(failed.length ? 1 : 0);
