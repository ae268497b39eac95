import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { BROWSERS, findBrowser } from './browsers.mjs';

// Plain Node, no dependency: it runs before any is installed.

const [major = 0] = process.versions.node.split('.').map(Number);
const STAMP = join('node_modules', '.signpost-lock');

function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    child.once('error', reject);
    child.once('close', (status) => (status === 0 ? resolve() : process.exit(status ?? 1)));
  });
}

/** Installs the dependencies of the lockfile, once for each lockfile. */
export async function installDependencies() {
  if (major < 20) {
    console.error(
      `Signpost needs Node 20 or later; this is ${process.versions.node}. Install it from nodejs.org.`,
    );
    process.exit(1);
  }
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) return;
  console.log('Installing dependencies …');
  await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(STAMP, lock);
}

function isDebianRoot() {
  return (
    process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/etc/debian_version')
  );
}

/**
 * Makes sure that browsers are there. On Debian as root the missing ones are installed; elsewhere a message says what
 * to install.
 * @param {(keyof typeof BROWSERS)[]} names Browsers that are needed.
 */
export async function requireBrowsers(names) {
  const missing = names
    .filter((name) => !findBrowser(name))
    .map((name) => ({ name, ...BROWSERS[name] }));
  if (!missing.length) return;
  if (isDebianRoot()) {
    console.log(`Installing ${missing.map(({ name }) => name).join(' and ')} …`);
    await run('apt-get', ['-qq', 'update']);
    await run('apt-get', [
      '-qq',
      'install',
      '-y',
      '--no-install-recommends',
      ...missing.flatMap(({ debian }) => debian),
    ]);
    return;
  }
  for (const { name, hint } of missing) console.error(`${name} was not found. ${hint}`);
  process.exit(1);
}

/** Runs a program of the dependencies, with its output on ours, and stops at its first failure. */
export async function runTool(tool, args = []) {
  await run('npx', ['--no-install', tool, ...args]);
}

/**
 * Runs a program of the dependencies beside others, and keeps what it writes.
 * @param {string[]} command The program and its arguments.
 * @param {object} options
 * @param {Record<string, string>} [options.env] Variables beside our own.
 * @param {boolean} [options.isShown] Whether its output goes to ours as it comes.
 * @returns {Promise<{ output: string, succeeded: boolean }>}
 */
export function watchTool(command, { env, isShown = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn('npx', ['--no-install', ...command], {
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
      env: { ...process.env, ...env },
    });
    /** @type {string[]} */
    const parts = [];
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => {
        parts.push(text);
        if (isShown) process.stdout.write(text);
      });
    child.once('error', reject);
    child.once('close', (status) => resolve({ output: parts.join(''), succeeded: status === 0 }));
  });
}

/** Builds the packages of both browsers side by side, and stops where one fails. */
export async function buildPackages() {
  const targets = ['chrome', 'firefox'];
  const built = await Promise.all(targets.map((one) => watchTool(['wxt', 'build', '-b', one])));
  for (const { output } of built) console.log(output);
  if (!built.every(({ succeeded }) => succeeded)) process.exit(1);
}
