import { describe, expect, it } from 'vitest';
import { whyClosed } from '../../../entrypoints/popup/why-closed';

const MISSING = 'Missing host permission for the tab';

describe('why a page is closed to extensions', () => {
  it.each([
    ['chrome://settings/', 'Cannot access a chrome:// URL', 'browser'],
    ['', 'Error: Cannot access a chrome:// URL', 'browser'],
    ['about:config', MISSING, 'browser'],
    ['https://chromewebstore.google.com/', 'The extensions gallery cannot be scripted.', 'store'],
    ['https://addons.mozilla.org/en-US/', MISSING, 'store'],
    ['https://microsoftedge.microsoft.com/addons/x', MISSING, 'store'],
    [
      'https://intranet.contoso.com/',
      'This page cannot be scripted due to an ExtensionsSettings policy.',
      'policy',
    ],
    ['file:///C:/log.txt', 'Cannot access contents of url "file:///C:/log.txt"', 'file'],
    ['https://portal.azure.com/', 'Frame with ID 0 is showing error page', 'error'],
    ['https://portal.azure.com/', 'something new', 'unknown'],
    ['', MISSING, 'unknown'],
  ])('%s: %s → %s', (url, error, reason) => expect(whyClosed(url, error)).toBe(reason));
});
