import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome-for-testing'];
const FIREFOX_NAMES = ['firefox-esr', 'firefox'];

const CHROMIUM_PLACES = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  '/usr/bin/microsoft-edge',
];
const FIREFOX_PLACES = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

function onPath(names: string[]): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** A Chromium that takes unpacked extensions from the command line. Branded Chrome no longer does. */
export function findChromium(): string | undefined {
  const { CHROMIUM_PATH } = process.env;
  return [
    ...(CHROMIUM_PATH ? [CHROMIUM_PATH] : []),
    ...onPath(CHROMIUM_NAMES),
    ...CHROMIUM_PLACES,
  ].find(existsSync);
}

/** An installed Firefox. */
export function findFirefox(): string | undefined {
  const { FIREFOX_PATH } = process.env;
  return [
    ...(FIREFOX_PATH ? [FIREFOX_PATH] : []),
    ...onPath(FIREFOX_NAMES),
    ...FIREFOX_PLACES,
  ].find(existsSync);
}
