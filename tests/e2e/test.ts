import { expect, test as base } from '@playwright/test';
import type { Browser as Firefox } from 'puppeteer-core';
import { launchFirefox } from '../browsers/firefox';
import { launchMarionetteFirefox, type MarionetteFirefox } from '../browsers/marionette';
import { launchWithExtension, type ExtensionBrowser, type Variant } from './chromium';
import { ownPageInChromium, ownPageInFirefox, type BROWSERS, type OwnPage } from './own-page';

/**
 * When a condition is looked at again, in milliseconds; the last one is repeated. Playwright would look after 100, 250, 500
 * and 1000, and so wait up to a second for what most often is there after a fifth of one.
 */
const INTERVALS = [50, 100, 150, 200, 300];

const { poll } = expect;
expect.poll = (actual, options) =>
  poll(actual, {
    intervals: INTERVALS,
    ...(typeof options === 'string' ? { message: options } : options),
  });

/**
 * Browsers that all files of a worker share, since a Chromium costs two seconds to start and a Firefox seven. Each is
 * started when it is first asked for and closed with the worker. A test that fails gets the next one a new worker.
 */
export interface SharedBrowsers {
  /**
   * Chromium with the extension as built, or with one of its variants: without stored data, pages of earlier tests and
   * rights that they gave.
   */
  chromium(variant?: Variant): Promise<ExtensionBrowser>;
  /** Firefox with the extension as built, for pages of others. */
  firefox(): Promise<Firefox>;
  /** Firefox without the extension, for pages of the extension and the browser's own buttons. */
  marionette(): Promise<MarionetteFirefox>;
  /** A tab for our own pages in either browser, without stored data. To be closed. */
  ownPage(browser: (typeof BROWSERS)[number]): Promise<OwnPage>;
}

/** The extension as after its installation, in a tab alone. */
async function reset({ context, strayRequests }: ExtensionBrowser): Promise<void> {
  const [first, ...others] = context.pages();
  await Promise.all(others.map((page) => page.close()));
  await first?.goto('about:blank');
  await context.clearPermissions();
  await context.serviceWorkers()[0]!.evaluate(async () => {
    await chrome.storage.local.clear();
    await chrome.storage.session.clear();
  });
  strayRequests.length = 0;
}

export const test = base.extend<object, { browsers: SharedBrowsers }>({
  browsers: [
    // Playwright reads from the pattern which fixtures this one needs: none.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const started = new Map<string, Promise<{ close: () => Promise<void> }>>();
      const once = <Browser extends { close: () => Promise<void> }>(
        name: string,
        launch: () => Promise<Browser>,
      ): Promise<Browser> => {
        const running = started.get(name) ?? launch();
        started.set(name, running);
        return running as Promise<Browser>;
      };
      const browsers: SharedBrowsers = {
        chromium: async (variant) => {
          const browser = await once(`Chromium ${JSON.stringify(variant)}`, () =>
            launchWithExtension({ variant }),
          );
          await reset(browser);
          return browser;
        },
        firefox: () => once('Firefox', launchFirefox),
        marionette: () => once('Marionette', launchMarionetteFirefox),
        ownPage: async (name) =>
          name === 'Chromium'
            ? ownPageInChromium(await browsers.chromium())
            : ownPageInFirefox(await browsers.marionette()),
      };
      await use(browsers);
      await Promise.allSettled(
        [...started.values()].map(async (running) => (await running).close()),
      );
    },
    { scope: 'worker' },
  ],
});
