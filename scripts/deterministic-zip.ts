import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { zipSync, type Zippable } from 'fflate';

/** The earliest time that a zip can hold. Every file gets it, so that only contents count. */
const NO_TIME = new Date(1980, 0, 1, 12);

function filesBelow(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesBelow(path) : [path]));
}

/**
 * Packs a folder so that the same files give the same bytes: sorted names, one time for all, fixed compression.
 * @param folder The built extension.
 * @returns The bytes of the zip.
 */
export function zipFolder(folder: string): Uint8Array {
  const files: Zippable = {};
  for (const path of filesBelow(folder)) {
    files[relative(folder, path).split(sep).join('/')] = new Uint8Array(readFileSync(path));
  }
  return zipSync(files, { level: 9, mtime: NO_TIME });
}
