import { cpSync, existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The built extension of a browser. */
export function builtExtension(target: 'chrome-mv3' | 'firefox-mv3'): string {
  const folder = join(import.meta.dirname, '..', '..', '.output', target);
  if (!existsSync(join(folder, 'manifest.json')))
    throw new Error(`There is no built extension in .output/${target}. Run npm run build.`);
  return folder;
}

/** A copy of the built extension that a test may change. @returns Its folder. */
export function copyBuiltExtension(target: 'chrome-mv3' | 'firefox-mv3'): string {
  const copy = mkdtempSync(join(tmpdir(), 'signpost-'));
  cpSync(builtExtension(target), copy, { recursive: true });
  return copy;
}

/** Arguments with which Chromium runs one unpacked extension and sends nothing by itself. */
export function chromiumArguments(extension: string, { isHeadless = true } = {}): string[] {
  return [
    ...(isHeadless ? ['--headless=new'] : []),
    '--no-sandbox',
    // Lets a test press the button of the extension.
    '--enable-unsafe-extension-debugging',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    `--disable-extensions-except=${extension}`,
    `--load-extension=${extension}`,
  ];
}
