import { browser } from 'wxt/browser';
import { canonicalCode } from '../detection/code';

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

/** Most characters of a selection that are looked up. */
const LONGEST_SELECTION = 400;

/** Opens the catalog with the words of a selection in its filter. */
export async function openSearch(words: string): Promise<void> {
  // The cut may go through a pair of surrogates, half of which has no place in an address.
  const query = encodeURIComponent(words.slice(0, LONGEST_SELECTION).toWellFormed());
  await browser.tabs.create({
    url: `${browser.runtime.getURL('/lookup.html')}#?q=${query}`,
  });
}
