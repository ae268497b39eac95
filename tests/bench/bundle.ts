import { join } from 'node:path';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '..', '..');

/**
 * Bundles the code that runs in the page, with the extension's own modules in it, for the same targets and minified
 * by the same tool as the shipped scripts.
 * @returns A script that defines `bench`.
 */
export async function bundleInPage(): Promise<string> {
  const result = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    resolve: {
      alias: {
        '#knowledge/known-hresults': join(ROOT, '.wxt', 'knowledge', 'known-hresults.ts'),
      },
    },
    build: {
      write: false,
      target: ['chrome116', 'firefox128'],
      lib: {
        entry: join(import.meta.dirname, 'in-page', 'bench-api.ts'),
        formats: ['iife'],
        name: 'benchBundle',
      },
    },
  });
  const [first] = Array.isArray(result) ? result : [result];
  if (!first || !('output' in first)) throw new Error('Vite gave no bundle of the page scripts.');
  return first.output[0].code;
}
