import puppeteer from 'puppeteer-core';
import { findFirefox } from '../../scripts/browsers';
import type { Lab } from './measures/lab';

/**
 * Firefox with the page scripts of the benchmark. Its automation cannot load the extension from a temporary place in
 * a way that tells when a frame was painted, so that only what needs no extension is measured there.
 * @returns undefined where no Firefox is installed.
 */
export async function launchFirefoxLab(
  script: string,
): Promise<(Lab & { end: () => Promise<void> }) | undefined> {
  const executablePath = findFirefox();
  if (!executablePath) return undefined;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    // Its clock is coarse for the sake of privacy; a benchmark needs the fine one.
    extraPrefsFirefox: { 'privacy.reduceTimerPrecision': false },
  });
  return {
    browser: 'Firefox',
    async open() {
      const page = await browser.newPage();
      await page.addScriptTag({ content: script });
      return {
        evaluate: (run, ...args) =>
          page.evaluate(run as never, ...(args as unknown as [])) as never,
        close: () => page.close(),
      };
    },
    end: () => browser.close(),
  };
}
