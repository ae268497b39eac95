import type { Hearing, Runtime } from './protocol';

type NativeRuntime = Runtime & { id?: string; onMessage: Hearing };

/**
 * The browser's own runtime, without the polyfill: scripts in pages send and wait, which every supported browser does
 * with promises by itself.
 */
export function nativeRuntime(): NativeRuntime {
  const { browser, chrome } = globalThis as unknown as Record<
    'browser' | 'chrome',
    { runtime: NativeRuntime } | undefined
  >;
  // On a page with an element of that name Chromium may leave the element in the place of its own object.
  return (typeof browser?.runtime?.sendMessage === 'function' ? browser : chrome)!.runtime;
}
