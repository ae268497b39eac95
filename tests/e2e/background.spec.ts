import { expect } from '@playwright/test';
import { launchWithExtension } from './chromium';
import { test } from './test';

for (const hasNoBrowserObject of [true, false]) {
  test(`both menus stand there, ${hasNoBrowserObject ? 'without' : 'with'} a browser object`, async () => {
    const browser = await launchWithExtension({ variant: { hasNoBrowserObject } });
    const worker = browser.context.serviceWorkers()[0]!;
    // The worker is told of before its script has run.
    if (hasNoBrowserObject)
      await expect
        .poll(() =>
          worker.evaluate(() => (globalThis as { beganWithBrowser?: boolean }).beganWithBrowser),
        )
        .toBe(false);
    else expect(await worker.evaluate(() => 'browser' in globalThis)).toBe(true);
    // An update of an item rejects where there is no such item.
    await expect
      .poll(() =>
        worker.evaluate(() =>
          Promise.all(
            ['selection', 'page'].map((id) =>
              chrome.contextMenus.update(id, {}).then(
                () => true,
                () => false,
              ),
            ),
          ),
        ),
      )
      .toEqual([true, true]);
    await browser.close();
  });
}
