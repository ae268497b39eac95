import type { ClosedReason } from '../../components/tab-message';

const STORES =
  /^https:\/\/(?:chromewebstore\.google\.com|chrome\.google\.com\/webstore|microsoftedge\.microsoft\.com\/addons|addons\.mozilla\.org)(?:\/|$)/;

/**
 * Tells why a page could not be read.
 * @param url Address of the page; empty where the browser keeps it to itself.
 * @param error What the browser said. Chromium names the reason in it, Firefox says the same for every page.
 */
export function whyClosed(url: string, error: string): ClosedReason {
  if (/policy/i.test(error)) return 'policy';
  if (/showing error page/i.test(error)) return 'error';
  if (STORES.test(url) || /gallery/i.test(error)) return 'store';
  // Chromium keeps the address of its own pages to itself: "Cannot access a chrome:// URL".
  if (/\b[a-z]+:\/\/ URL/.test(error)) return 'browser';
  if (url.startsWith('file:')) return 'file';
  if (url && !/^https?:/.test(url)) return 'browser';
  return 'unknown';
}
