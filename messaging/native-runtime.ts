import type { Runtime } from './protocol';

/**
 * The browser's own runtime, without the polyfill: scripts in pages send and wait, which every supported browser does
 * with promises by itself.
 */
export function nativeRuntime(): Runtime & { id?: string } {
  const { browser, chrome } = globalThis as unknown as Record<
    'browser' | 'chrome',
    { runtime: Runtime & { id?: string } } | undefined
  >;
  // On a page with an element of that name Chromium may leave the element in the place of its own object.
  return (typeof browser?.runtime?.sendMessage === 'function' ? browser : chrome)!.runtime;
}
