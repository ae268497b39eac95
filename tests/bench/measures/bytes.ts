import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { BUDGETS } from '../budgets';
import type { Measure } from '../measure';

/** Files that the popup's page asks for before it is usable. */
const LOADED = /(?:src|href)="\/([^"]+\.(?:js|css))"/g;

/** Static imports of a built module. */
const IMPORTED = /\bfrom\s*"\.\/([^"]+)"|\bimport\s*"\.\/([^"]+)"/g;

/** Compressed size of what is loaded into each frame and into the popup. */
export function bytes(extension: string): Measure[] {
  const read = (file: string) => readFileSync(join(extension, file), 'utf8');
  const size = (files: Iterable<string>) =>
    [...files].reduce((sum, file) => sum + gzipSync(read(file), { level: 9 }).length, 0) / 1000;

  const popup = new Set(['popup.html']);
  for (const [, file] of read('popup.html').matchAll(LOADED)) popup.add(file!);
  for (const file of popup) {
    if (!file.endsWith('.js')) continue;
    for (const [, from, bare] of read(file).matchAll(IMPORTED)) popup.add(`chunks/${from ?? bare}`);
  }

  const line = (what: string, files: Iterable<string>, budget?: Measure['budget']): Measure => ({
    what: `${what}, gzip`,
    unit: 'kB',
    ours: [size(files)],
    budget,
  });
  return [
    line('Code in every frame: find.js', ['find.js'], BUDGETS.finderBytes),
    line('With the card: find.js + card.js', ['find.js', 'card.js'], BUDGETS.finderAndCardBytes),
    line(
      'Records, tabs and ticket, after somebody looked at a code: record.js',
      ['record.js'],
      BUDGETS.recordBytes,
    ),
    line('Popup: page, scripts, styles', popup),
    line('Popup: search index', ['knowledge/en/index.json']),
  ];
}
