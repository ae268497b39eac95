import { browser } from 'wxt/browser';

/**
 * Runs a function or a script in frames of a tab, at once: the browser would wait for each frame to be loaded, so that a
 * single one that never ends loading kept all others, and whoever waits for them, from an answer.
 *
 * @param injection Where it runs and what, as for `scripting.executeScript`.
 * @returns What each frame gives.
 * @throws Error where the extension has no access to the tab, or it went away.
 */
export const inject: typeof browser.scripting.executeScript = (injection) =>
  browser.scripting.executeScript({ injectImmediately: true, ...injection });
