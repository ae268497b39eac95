/** The service worker's `chrome`, for code that tests run inside of it. */
declare const chrome: (typeof import('wxt/browser'))['browser'];
