import type { Runtime } from './protocol';

/**
 * The browser's own runtime, without the polyfill: scripts in pages send and wait, which every supported browser does
 * with promises by itself.
 */
export function nativeRuntime(): Runtime {
  // An element of the page that is named `browser` answers where the browser has none of its own.
  const name = Object.hasOwn(globalThis, 'browser') ? 'browser' : 'chrome';
  return (globalThis as unknown as Record<typeof name, { runtime: Runtime }>)[name].runtime;
}
