import { browser } from 'wxt/browser';
import { canonicalCode } from '../detection/code';
import { selectionAddress } from '../lookup/selection-query';

/** The end of the address of a guide. */
const GUIDE = /^guide\/[a-z\d-]{1,80}$/;

/**
 * Opens the full entry of a code, or a guide, in a tab.
 * @param wanted A code or `guide/NAME` as a page sent it; anything else opens the catalog.
 */
export async function openLookup(wanted: string): Promise<void> {
  const canonical = canonicalCode(wanted) ?? GUIDE.exec(wanted)?.[0];
  const path = canonical ? `/lookup.html#/${canonical}` : '/lookup.html';
  await browser.tabs.create({ url: browser.runtime.getURL(path as '/lookup.html') });
}

/** How a choice asks to be opened, as the browser names it. */
export type Disposition = 'currentTab' | 'newForegroundTab' | 'newBackgroundTab';

/**
 * Answers a text on the lookup page: the entry of the code in it, or the catalog with the words in its field.
 * @param words What somebody selected on a page, or typed into the address bar.
 * @param disposition Where to open it.
 */
export async function openSearch(
  words: string,
  disposition: Disposition = 'newForegroundTab',
): Promise<void> {
  await openAddress(selectionAddress(words), disposition);
}

/** @param address A part of the lookup page's address, from `#`. */
export async function openAddress(address: string, disposition: Disposition): Promise<void> {
  const url = `${browser.runtime.getURL('/lookup.html')}${address}`;
  if (disposition === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
}
