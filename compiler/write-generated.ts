import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Writes a generated file where it has changed, and whole at once: builds for two browsers that run side by side write
 * and read the same ones.
 * @param path Where it goes; its folder is made.
 * @param text What it holds.
 */
export async function writeGenerated(path: string, text: string): Promise<void> {
  const known = await readFile(path, 'utf8').catch(() => undefined);
  if (known === text) return;
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}`;
  await writeFile(unfinished, text);
  await rename(unfinished, path);
}
