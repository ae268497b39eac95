import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { guideAddress } from '../lookup/address';
import type { Entry } from '../lookup/entry';
import type { Guide } from '../lookup/guide';
import { compareCodes } from './compare-codes';
import { compileEntry } from './compile-entry';
import { compileGuide } from './compile-guide';
import { compileListed } from './compile-listed';
import { guideLinksOf } from './guide-links';
import { sentencesOfGuide } from './guide-prose';
import { readListedRange, type ListedRange } from './listed-range';
import type { Problem } from './problem';
import type { Place } from '../lookup/place';
import { readPlaces } from './read-places';
import { compileCauseRules } from './compile-cause-rules';
import { compilePatterns } from './compile-patterns';
import { compileRules } from './compile-rules';
import { readSearchData, type SearchData } from './read-search-data';
import type { CodeRules, Rule } from '../diagnosis/rule';
import type { PatternRule } from '../log/patterns/pattern-rule';

export interface Knowledge {
  /** Every entry of every language, sorted by language and code. */
  entries: Entry[];
  places: Record<string, Place>;
  /** Every guide of every language, sorted by language and name. */
  guides: WrittenGuide[];
  /** Rules of knowledge/rules, in the order of their files. */
  rules: Rule[];
  /** What a record can tell of a code, from knowledge/rules/causes. */
  causes: Record<string, CodeRules>;
  /** What helps the search, from knowledge/search. */
  search: SearchData;
  /** Patterns across the rows of a log, from knowledge/rules/patterns.yml. */
  patterns: PatternRule[];
  problems: Problem[];
  /** Codes whose file could not be read. What was told about the file is enough; others may name them. */
  unread: ReadonlySet<string>;
}

/** A compiled guide with the file that it was written in, and its lines. */
export interface WrittenGuide {
  guide: Guide;
  file: string;
  lines: string[];
}

const LOCALE_FOLDER = /^[a-z]{2}(?:-[A-Z]{2})?$/;
/** Rules of another form than those of its folder. */
const PATTERNS_FILE = 'patterns.yml';
const FAMILY_FOLDERS = ['aadsts', 'hresult', 'event'];

async function filesIn(folder: string, ending: string): Promise<string[]> {
  const names = await readdir(folder).catch((): string[] => []);
  return names
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name));
}

/** A compiled entry with the file that it came from. */
interface Compiled {
  entry: Entry;
  file: string;
  text: string;
}

/** Line of the file that names a code as a key or list item, from 1. */
function lineNaming(text: string, code: string): number {
  const named = new RegExp(`^\\s+(?:- )?(?:code: )?["']?${code}["']?:?\\s*$`);
  return Math.max(text.split('\n').findIndex((line) => named.test(line)) + 1, 1);
}

function crossProblems(compiled: Compiled[], unread: ReadonlySet<string>): Problem[] {
  const problems: Problem[] = [];
  const byLocale = new Map<string, Map<string, Compiled>>();
  for (const one of compiled) {
    const { code, locale } = one.entry;
    const known = byLocale.get(locale) ?? new Map<string, Compiled>();
    byLocale.set(locale, known);
    const earlier = known.get(code);
    if (earlier) {
      problems.push({
        file: one.file,
        line: lineNaming(one.text, code),
        message: `${code} has an entry in ${earlier.file}; delete it here`,
      });
    }
    known.set(code, one);
  }
  const english = byLocale.get('en');
  for (const { entry, file, text } of compiled) {
    for (const { code } of entry.related) {
      if (english?.has(code) || unread.has(code)) continue;
      problems.push({
        file,
        line: lineNaming(text, code),
        message: `related: ${code} has no entry; correct the code, leave it out, or make the entry: npm run new ${code}`,
      });
    }
  }
  return problems;
}

/** Guides cover codes that have entries, and lead to guides and sections that are there. */
function guideProblems(
  guides: WrittenGuide[],
  codes: ReadonlySet<string>,
  unread: ReadonlySet<string>,
): Problem[] {
  const addresses = new Set(
    guides.flatMap(({ guide: { name, sections } }) => [
      guideAddress(name),
      guideAddress(name, 'sources'),
      ...sections.map(({ id }) => guideAddress(name, id)),
    ]),
  );
  return guides.flatMap(({ guide, file, lines }) => {
    const lineWith = (text: string): number =>
      Math.max(lines.findIndex((line) => line.includes(text)) + 1, 1);
    const strangers = guide.covers
      .filter((code) => !codes.has(code) && !unread.has(code))
      .map((code) => ({
        file,
        line: lineWith(code),
        message: `covers: ${code} has no entry; correct the code, leave it out, or make the entry: npm run new ${code}`,
      }));
    const lost = sentencesOfGuide(guide)
      .flatMap(guideLinksOf)
      .filter((address) => !addresses.has(address))
      .map((address) => ({
        file,
        line: lineWith(address.slice(address.lastIndexOf('/') + 1)),
        message: `a link leads to ${address}, and there is no such guide or section; guides: ${guides.map((one) => one.guide.name).join(', ')}; sections here: ${guide.sections.map(({ id }) => id).join(', ')}`,
      }));
    return [...strangers, ...lost];
  });
}

/** Tells each entry which guides cover its code. */
function tellGuides(entries: Entry[], guides: WrittenGuide[]): void {
  for (const entry of entries) {
    const covering = guides.flatMap(({ guide }) =>
      guide.locale === 'en' && guide.covers.includes(entry.code) ? [guide] : [],
    );
    if (covering.length)
      entry.guides = covering.map(({ name, title }) => {
        const own = guides.find(
          ({ guide }) => guide.locale === entry.locale && guide.name === name,
        );
        return { name, title: own?.guide.title ?? title };
      });
  }
}

/** Two files of listed codes must not claim the same numbers: a new code has one place. */
function overlapProblems(files: string[]): Problem[] {
  const ranges = files
    .flatMap((file): (ListedRange & { file: string })[] => {
      const range = readListedRange(file);
      return range ? [{ ...range, file }] : [];
    })
    .sort((a, b) => a.family.localeCompare(b.family) || a.from - b.from);
  return ranges.flatMap((range, at): Problem[] => {
    const before = ranges[at - 1];
    if (before?.family !== range.family || before.to < range.from) return [];
    const message = `its range overlaps that of ${before.file}; rename one of them`;
    return [{ file: range.file, line: 1, message }];
  });
}

/**
 * Compiles the whole knowledge folder.
 * @param root The root of the project, which holds `knowledge/`.
 */
export async function compileKnowledge(root: string): Promise<Knowledge> {
  const folder = join(root, 'knowledge');
  const places = readPlaces(await readFile(join(folder, 'places.yml'), 'utf8'));
  const placeNames = new Set(Object.keys(places));
  const compiled: Compiled[] = [];
  const problems: Problem[] = [];
  const unread = new Set<string>();

  const locales = (await readdir(folder)).filter((name) => LOCALE_FOLDER.test(name)).sort();
  for (const locale of locales) {
    for (const family of FAMILY_FOLDERS) {
      for (const path of await filesIn(join(folder, locale, family), '.md')) {
        const file = relative(root, path);
        const text = await readFile(path, 'utf8');
        const { entry, problems: own } = compileEntry(file, text, locale, placeNames);
        problems.push(...own);
        if (entry) compiled.push({ entry, file, text });
        else unread.add(basename(path, '.md'));
      }
    }
    const lists = await filesIn(join(folder, locale, 'listed'), '.yml');
    problems.push(...overlapProblems(lists.map((path) => relative(root, path))));
    for (const path of lists) {
      const file = relative(root, path);
      const text = await readFile(path, 'utf8');
      const { entries, problems: own } = compileListed(file, text, locale);
      problems.push(...own);
      compiled.push(...entries.map((entry) => ({ entry, file, text })));
      // A list that cannot be read takes all its codes with it.
      if (!entries.length)
        for (const [, code = ''] of text.matchAll(/^ {2}["']?(\w[\w-]*)["']?:/gm)) unread.add(code);
    }
  }
  problems.push(...crossProblems(compiled, unread));
  const rules: Rule[] = [];
  let areRulesRead = true;
  const codes = new Set(compiled.map(({ entry }) => entry.code));
  const patterns: PatternRule[] = [];
  for (const path of await filesIn(join(folder, 'rules'), '.yml')) {
    const file = relative(root, path);
    if (basename(path) === PATTERNS_FILE) {
      const own = compilePatterns(file, await readFile(path, 'utf8'), codes);
      problems.push(...own.problems);
      patterns.push(...own.patterns);
      continue;
    }
    const { rules: own, problems: wrong } = compileRules(file, await readFile(path, 'utf8'), codes);
    problems.push(...wrong);
    rules.push(...own);
    if (wrong.length) areRulesRead = false;
  }
  const guides: WrittenGuide[] = [];
  const ruleIds = areRulesRead ? new Set(rules.map(({ id }) => id)) : undefined;
  for (const locale of locales) {
    for (const path of await filesIn(join(folder, locale, 'guide'), '.md')) {
      const file = relative(root, path);
      const text = await readFile(path, 'utf8');
      const { guide, problems: own } = compileGuide(file, text, locale, {
        places: placeNames,
        rules: ruleIds,
      });
      problems.push(...own);
      if (guide) guides.push({ guide, file, lines: text.split(/\r?\n/) });
    }
  }
  problems.push(...guideProblems(guides, codes, unread));
  const entries = compiled.map(({ entry }) => entry);
  const causes: Record<string, CodeRules> = {};
  const english = new Map(
    entries.filter(({ locale }) => locale === 'en').map((one) => [one.code, one]),
  );
  for (const path of await filesIn(join(folder, 'rules', 'causes'), '.yml')) {
    const file = relative(root, path);
    const known = new Set(Object.keys(causes));
    const own = compileCauseRules(file, await readFile(path, 'utf8'), english, known);
    problems.push(...own.problems);
    Object.assign(causes, own.causes);
  }
  entries.sort((a, b) => a.locale.localeCompare(b.locale) || compareCodes(a.code, b.code));
  tellGuides(entries, guides);
  const { problems: wrong, ...search } = await readSearchData(root, new Set([...codes, ...unread]));
  problems.push(...wrong);
  return { entries, guides, places, rules, causes, patterns, search, problems, unread };
}
