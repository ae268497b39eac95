import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../../scripts/browsers.mjs';

/** How long Firefox may take to start, in milliseconds. */
const LONGEST_START = 60_000;

/** A Firefox that is driven over Marionette, the one protocol that opens an extension's own pages. */
export interface MarionetteFirefox {
  /**
   * Sends a command of the WebDriver or Marionette name space.
   * @param name `WebDriver:Navigate`, `Addon:Install`, …
   * @throws Error with what Firefox said.
   */
  send: (name: string, parameters?: object) => Promise<unknown>;
  close: () => Promise<void>;
}

/** Firefox picks a free port itself and writes it down in its profile. */
async function portOf(profile: string, process: ChildProcess): Promise<number> {
  const file = join(profile, 'MarionetteActivePort');
  const end = Date.now() + LONGEST_START;
  while (Date.now() < end) {
    const port = existsSync(file) && Number(readFileSync(file, 'utf8'));
    if (port) return port;
    if (process.exitCode !== null) throw new Error('Firefox ended while it started.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('Firefox did not start in time.');
}

/** Messages are JSON with their length in bytes before: `35:[0,1,"WebDriver:Navigate",{…}]`. */
function speak(socket: Socket): Pick<MarionetteFirefox, 'send'> {
  const waiting = new Map<number, (error: { message: string } | null, result: unknown) => void>();
  let received: Buffer = Buffer.alloc(0);
  let lastId = 0;
  socket.on('data', (data: Buffer) => {
    received = Buffer.concat([received, data]);
    for (;;) {
      const colon = received.indexOf(':');
      const end = colon + 1 + Number(received.subarray(0, colon));
      if (colon < 0 || received.length < end) return;
      const message: unknown = JSON.parse(received.subarray(colon + 1, end).toString());
      received = received.subarray(end);
      // The greeting is no answer.
      if (!Array.isArray(message)) continue;
      const [, id, error, result] = message;
      waiting.get(id)?.(error, result);
      waiting.delete(id);
    }
  });
  return {
    send: (name, parameters = {}) =>
      new Promise((resolve, reject) => {
        const id = ++lastId;
        waiting.set(id, (error, result) =>
          error ? reject(new Error(`${name}: ${error.message}`)) : resolve(result),
        );
        const message = JSON.stringify([0, id, name, parameters]);
        socket.write(`${Buffer.byteLength(message)}:${message}`);
      }),
  };
}

/**
 * Starts a headless Firefox with a profile of its own.
 * @throws Error where no Firefox is installed, or it does not start.
 */
export async function launchMarionetteFirefox(): Promise<MarionetteFirefox> {
  const executable = findBrowser('Firefox');
  if (!executable) throw new Error('No Firefox found. Set FIREFOX_PATH to one.');
  const profile = mkdtempSync(join(tmpdir(), 'signpost-firefox-'));
  const preferences = { 'marionette.port': 0, 'ui.prefersReducedMotion': 1 };
  writeFileSync(
    join(profile, 'user.js'),
    Object.entries(preferences)
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
      .join(''),
  );
  const browser = spawn(
    executable,
    [
      '--headless',
      '--marionette',
      '--remote-allow-system-access',
      '--no-remote',
      '--profile',
      profile,
    ],
    { stdio: 'ignore' },
  );
  const ended = new Promise((resolve) => browser.once('exit', resolve));
  // A run that is cut short leaves no Firefox behind.
  const kill = () => browser.kill();
  process.once('exit', kill);
  const close = async () => {
    kill();
    await ended;
    process.off('exit', kill);
    rmSync(profile, { recursive: true, force: true });
  };
  try {
    const port = await portOf(profile, browser);
    const socket = await new Promise<Socket>((resolve, reject) => {
      const connecting = connect(port, '127.0.0.1', () => resolve(connecting));
      connecting.once('error', reject);
    });
    const { send } = speak(socket);
    await send('WebDriver:NewSession', { capabilities: {} });
    return {
      send,
      close: async () => {
        socket.destroy();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
