import type { Runtime } from './protocol';

/**
 * The browser's own runtime, without the polyfill: scripts in pages send and wait, which every supported browser does
 * with promises by itself.
 */
export function nativeRuntime(): Runtime {
  const { browser, chrome } = globalThis as unknown as Record<
    'browser' | 'chrome',
    { runtime: Runtime } | undefined
  >;
  return (browser ?? chrome)!.runtime;
}
