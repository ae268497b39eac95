import { findBrowser } from '../../scripts/browsers.mjs';
import { launchFirefox } from '../browsers/firefox';
import type { Lab } from './measures/lab';

/**
 * Firefox with the page scripts of the benchmark. Its automation cannot load the extension from a temporary place in
 * a way that tells when a frame was painted, so that only what needs no extension is measured there.
 * @returns undefined where no Firefox is installed.
 */
export async function launchFirefoxLab(
  script: string,
): Promise<(Lab & { end: () => Promise<void> }) | undefined> {
  if (!findBrowser('Firefox')) return undefined;
  const browser = await launchFirefox({
    hasExtension: false,
    // Its clock is coarse for the sake of privacy; a benchmark needs the fine one.
    preferences: { 'privacy.reduceTimerPrecision': false },
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
