import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAY_IMPORT } from '../../import-directions.mjs';

const ROOT = join(import.meta.dirname, '..', '..');
const OXLINT = join(ROOT, 'node_modules', 'oxlint', 'bin', 'oxlint');
const FOLDERS = Object.keys(MAY_IMPORT);
const ALL = [...FOLDERS, 'entrypoints', 'tests', 'scripts'];
const PACKAGES = ['preact', 'wxt/browser', 'fuse.js', 'node:fs', '#i18n', 'valibot'];

/** A small copy of the tree: in each folder, one module for each import that it may or may not have. */
let copy: string;
let refused: Set<string>;

/** The folder of an allowed import such as `settings/settings`, whose other modules stay closed. */
const isAllowed = (folder: string, wanted: string) => {
  const { folders = [], packages = [] } = MAY_IMPORT[folder]!;
  return folder === wanted || [...folders, ...packages].some((one) => wanted.startsWith(one));
};

const nameOf = (wanted: string) => wanted.replaceAll(/\W+/g, '-');

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'signpost-imports-'));
  for (const file of ['import-directions.mjs', 'oxlint.config.mjs', 'package.json'])
    cpSync(join(ROOT, file), join(copy, file));
  for (const folder of ALL) {
    mkdirSync(join(copy, folder), { recursive: true });
    writeFileSync(join(copy, folder, 'other.ts'), 'export const other = 1;\n');
  }
  for (const folder of FOLDERS) {
    for (const place of ALL.filter((one) => one !== folder))
      writeFileSync(
        join(copy, folder, `wants-${place}.ts`),
        `import { other } from '../${place}/other';\nexport const got = other;\n`,
      );
    for (const name of PACKAGES)
      writeFileSync(
        join(copy, folder, `wants-${nameOf(name)}.ts`),
        `import * as other from '${name}';\nexport const got = other;\n`,
      );
  }
  const { stdout } = spawnSync(
    process.execPath,
    [OXLINT, '-c', 'oxlint.config.mjs', '--format', 'unix', '.'],
    { cwd: copy, encoding: 'utf8' },
  );
  refused = new Set(
    stdout
      .split('\n')
      .filter((line) => line.includes('no-restricted-imports'))
      .map((line) => line.replace(/^.*?([\w-]+\/wants-[\w-]+)\.ts:.*$/, '$1')),
  );
}, 60_000);
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe.each(FOLDERS)('%s/', (folder) => {
  it.each(ALL.filter((one) => one !== folder))(
    'imports %s only where the list says so',
    (place) => {
      expect(refused.has(`${folder}/wants-${place}`)).toBe(!isAllowed(folder, place));
    },
  );
  it.each(PACKAGES)('imports %s only where the list says so', (name) => {
    expect(refused.has(`${folder}/wants-${nameOf(name)}`)).toBe(!isAllowed(folder, name));
  });
});
