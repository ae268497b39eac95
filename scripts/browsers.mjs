import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

// Plain Node, no dependency: the set-up reads it before any is installed.

/**
 * The browsers that Signpost is shown and tested in.
 * @type {Record<'Chromium' | 'Firefox', {variable: string, commands: string[], places: string[], debian: string[], hint: string}>}
 */
export const BROWSERS = {
  // Branded Chrome no longer takes unpacked extensions from the command line.
  Chromium: {
    variable: 'CHROMIUM_PATH',
    commands: ['chromium', 'chromium-browser', 'google-chrome-for-testing', 'microsoft-edge'],
    places: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
    debian: ['chromium', 'fonts-liberation'],
    hint: 'Install Chromium or Microsoft Edge, or set CHROMIUM_PATH. Google Chrome itself no longer takes extensions from the command line.',
  },
  Firefox: {
    variable: 'FIREFOX_PATH',
    commands: ['firefox-esr', 'firefox'],
    places: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ],
    debian: ['firefox-esr'],
    hint: 'Install Firefox 128 or later, or set FIREFOX_PATH.',
  },
};

/**
 * Finds an installed browser.
 * @param {keyof typeof BROWSERS} name
 * @returns {string | undefined} The path of its program: that of its variable, else on the path, else in a usual place.
 */
export function findBrowser(name) {
  const { variable, commands, places } = BROWSERS[name];
  const folders = (process.env.PATH ?? '').split(delimiter);
  const wanted = process.env[variable];
  return [
    ...(wanted ? [wanted] : []),
    ...commands.flatMap((command) => folders.map((folder) => join(folder, command))),
    ...places,
  ].find((path) => existsSync(path));
}
