import { mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { zipFolder } from '../../../scripts/deterministic-zip';

function folderWith(files: Record<string, string>, time: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-zip-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
    utimesSync(join(folder, name), time, time);
  }
  return folder;
}

it('the same files give the same bytes, whenever and in whatever order they were written', () => {
  const one = zipFolder(folderWith({ 'b/c.json': '{}', 'a.js': 'let a' }, 1_600_000_000));
  const other = zipFolder(folderWith({ 'a.js': 'let a', 'b/c.json': '{}' }, 1_700_000_000));
  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  expect(Object.keys(unzipSync(one))).toEqual(['a.js', 'b/c.json']);
  expect(
    Buffer.from(zipFolder(folderWith({ 'a.js': 'let b', 'b/c.json': '{}' }, 1))).equals(
      Buffer.from(one),
    ),
  ).toBe(false);
});
