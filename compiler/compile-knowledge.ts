import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { familyOf } from '../detection/code';
import type { Entry } from '../lookup/entry';
import { compileEntry } from './compile-entry';
import { compileListed } from './compile-listed';
import type { Problem } from './problem';
import type { Place } from '../lookup/place';
import { readPlaces } from './read-places';

export interface Knowledge {
  /** Every entry of every language, sorted by language and code. */
  entries: Entry[];
  places: Record<string, Place>;
  problems: Problem[];
}

const LOCALE_FOLDER = /^[a-z]{2}(?:-[A-Z]{2})?$/;
const FAMILY_FOLDERS = ['aadsts', 'hresult', 'event'];

async function filesIn(folder: string, ending: string): Promise<string[]> {
  const names = await readdir(folder).catch((): string[] => []);
  return names
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name));
}

const FAMILY_ORDER = { aadsts: 0, hresult: 1, event: 2 };

/** Order of codes in lists: sign-in codes, device codes, events; in each by number. */
function compareCodes(a: string, b: string): number {
  const families = FAMILY_ORDER[familyOf(a)] - FAMILY_ORDER[familyOf(b)];
  const numbers = a.startsWith('0x')
    ? Number(a) - Number(b)
    : parseInt(a.replace(/^\D+/, ''), 10) - parseInt(b.replace(/^\D+/, ''), 10);
  return families || numbers || a.localeCompare(b, 'en');
}

function crossProblems(entries: Entry[], fileOf: Map<Entry, string>): Problem[] {
  const problems: Problem[] = [];
  const byLocale = new Map<string, Map<string, Entry>>();
  for (const entry of entries) {
    const known = byLocale.get(entry.locale) ?? new Map<string, Entry>();
    byLocale.set(entry.locale, known);
    const earlier = known.get(entry.code);
    if (earlier) {
      problems.push({
        file: fileOf.get(entry) ?? '',
        line: 1,
        message: `${entry.code} stands in ${fileOf.get(earlier) ?? ''} too; an entry with a file of its own leaves the list`,
      });
    }
    known.set(entry.code, entry);
  }
  const english = byLocale.get('en');
  for (const entry of entries) {
    for (const { code } of entry.related) {
      if (!english?.has(code)) {
        problems.push({
          file: fileOf.get(entry) ?? '',
          line: 1,
          message: `related: ${code} has no entry`,
        });
      }
    }
  }
  return problems;
}

/**
 * Compiles the whole knowledge folder.
 * @param root The root of the project, which holds `knowledge/`.
 */
export async function compileKnowledge(root: string): Promise<Knowledge> {
  const folder = join(root, 'knowledge');
  const places = readPlaces(await readFile(join(folder, 'places.yml'), 'utf8'));
  const placeNames = new Set(Object.keys(places));
  const entries: Entry[] = [];
  const problems: Problem[] = [];
  const fileOf = new Map<Entry, string>();

  const locales = (await readdir(folder)).filter((name) => LOCALE_FOLDER.test(name)).sort();
  for (const locale of locales) {
    for (const family of FAMILY_FOLDERS) {
      for (const path of await filesIn(join(folder, locale, family), '.md')) {
        const file = relative(root, path);
        const compiled = compileEntry(file, await readFile(path, 'utf8'), locale, placeNames);
        problems.push(...compiled.problems);
        if (compiled.entry) {
          entries.push(compiled.entry);
          fileOf.set(compiled.entry, file);
        }
      }
    }
    for (const path of await filesIn(join(folder, locale, 'listed'), '.yml')) {
      const file = relative(root, path);
      const compiled = compileListed(file, await readFile(path, 'utf8'), locale);
      problems.push(...compiled.problems);
      for (const entry of compiled.entries) {
        entries.push(entry);
        fileOf.set(entry, file);
      }
    }
  }
  problems.push(...crossProblems(entries, fileOf));
  entries.sort((a, b) => a.locale.localeCompare(b.locale) || compareCodes(a.code, b.code));
  return { entries, places, problems };
}
