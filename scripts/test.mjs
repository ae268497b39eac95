import { spawnSync } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { installDependencies, requireBrowsers, runTool } from './setup.mjs';

// `npm test`: sets everything up, builds, runs every test, and ends with one line over all runners.
installDependencies();
requireBrowsers(['Chromium', 'Firefox']);
runTool('wxt', ['build']);
runTool('wxt', ['build', '-b', 'firefox']);

const RUNNERS = [
  ['vitest', 'run'],
  ['playwright', 'test'],
];

let passed = 0;
let failed = 0;
for (const args of RUNNERS) {
  const { stdout: colored, status } = spawnSync('npx', ['--no-install', ...args], {
    encoding: 'utf8',
    stdio: ['inherit', 'pipe', 'inherit'],
    maxBuffer: 2 ** 28,
    shell: process.platform === 'win32',
    env: { ...process.env, NO_COLOR: '1' },
  });
  process.stdout.write(colored);
  const stdout = stripVTControlCharacters(colored);
  // Vitest: "Tests  1 failed | 12 passed (13)". Playwright: "  1 failed" and "  12 passed (3.4s)" on lines of their own.
  const summary = args[0] === 'vitest' ? (/^\s*Tests\s.*$/m.exec(stdout)?.[0] ?? '') : stdout;
  const read = (word) =>
    args[0] === 'vitest'
      ? Number(new RegExp(`(\\d+) ${word}`).exec(summary)?.[1] ?? 0)
      : Number(new RegExp(`^\\s+(\\d+) ${word}`, 'm').exec(summary)?.[1] ?? 0);
  passed += read('passed');
  const broken = read('failed') + (args[0] === 'playwright' ? read('did not run') : 0);
  failed += broken || (status === 0 ? 0 : 1);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
