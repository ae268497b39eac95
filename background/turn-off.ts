import { browser } from 'wxt/browser';
import { readSettings } from '../settings/settings';
import { inject } from '../messaging/inject';

/**
 * Ends Signpost in the open pages on which it is off by now: marks, notes and card go at once. Where it was turned on again,
 * pages are explained when they are loaded anew.
 * @param tabId The tab that is looked at; without it, every tab.
 */
export async function turnOffPages(tabId?: number): Promise<void> {
  const { signInPages, otherPages } = await readSettings();
  if (signInPages && otherPages) return;
  const tabs =
    tabId === undefined ? await browser.tabs.query({ discarded: false }) : [{ id: tabId }];
  await Promise.all(
    tabs.map(({ id }) =>
      inject({
        target: { tabId: id!, allFrames: true },
        func: (ofSignIn: boolean, ofOthers: boolean) => {
          // Own properties only: where no finder runs, an element of the page with this name answers.
          const page = Object.hasOwn(globalThis, 'signpost') ? globalThis.signpost : undefined;
          if (page && !(page.isSignIn ? ofSignIn : ofOthers)) page.stop.abort();
        },
        args: [signInPages, otherPages],
      }).catch(() => {
        // A page of the browser, or one that Signpost has no access to: it does not run there.
      }),
    ),
  );
}
