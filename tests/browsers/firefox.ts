import puppeteer, { type Browser } from 'puppeteer-core';
import { findBrowser } from '../../scripts/browsers.mjs';
import { builtExtension } from './built-extension';

/**
 * Starts a headless Firefox.
 * @param options.preferences Preferences beyond the defaults.
 * @param options.hasExtension Whether the built extension is installed.
 * @throws Error where no Firefox is installed.
 */
export async function launchFirefox({
  preferences = {},
  hasExtension = true,
}: {
  preferences?: Record<string, string | number | boolean>;
  hasExtension?: boolean;
} = {}): Promise<Browser> {
  const executablePath = findBrowser('Firefox');
  if (!executablePath) throw new Error('No Firefox found. Set FIREFOX_PATH to one.');
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    extraPrefsFirefox: preferences,
  });
  if (hasExtension) await browser.installExtension(builtExtension('firefox-mv3'));
  return browser;
}
