import { browser } from 'wxt/browser';
import type { Code } from '../detection/code';
import type { Chart } from './chart';
import type { Entry } from './entry';
import type { Guide, GuideLine } from './guide';
import { unpackIndexLine, type IndexLine, type PackedIndexLine } from './index-line';
import { localesToTry, overlayEntry } from './locales';
import type { Place } from './place';
import { shardOf } from './shard';
import { unpackWordIndex, type PackedWordIndex, type WordIndex } from './word-index';

async function packaged<Content>(path: string): Promise<Content> {
  const url = browser.runtime.getURL(`/knowledge/${path}` as '/');
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The packaged file knowledge/${path} is missing.`);
  return (await response.json()) as Content;
}

/**
 * Reads a packaged file of knowledge once. A failed read is tried again the next time.
 * @throws Error when it is missing or broken.
 */
export function packagedOnce<Content>(path: string): Promise<Content> {
  const known = files.get(path) as Promise<Content> | undefined;
  if (known) return known;
  const reading = packaged<Content>(path);
  files.set(path, reading);
  reading.catch(() => files.delete(path));
  return reading;
}
const files = new Map<string, Promise<unknown>>();

async function locales(): Promise<string[]> {
  return localesToTry(browser.i18n.getUILanguage(), await packagedOnce<string[]>('locales.json'));
}

/**
 * Loads the entry of a code in the language of the browser, each missing section in English.
 * @returns undefined when nothing is known of the code.
 * @throws Error when a packaged file is missing or broken.
 */
export async function loadEntry(code: Code): Promise<Entry | undefined> {
  const path = `cards-${shardOf(code)}.json`;
  let entry: Entry | undefined;
  for (const locale of (await locales()).reverse()) {
    const cards = await packagedOnce<Record<Code, Entry>>(`${locale}/${path}`);
    entry = overlayEntry(entry, cards[code]);
  }
  return entry;
}

/** Loads the search index in the language of the browser, with English lines where there is no translation. */
export async function loadIndex(): Promise<IndexLine[]> {
  const lines = new Map<Code, IndexLine>();
  for (const locale of (await locales()).reverse()) {
    for (const packed of await packagedOnce<PackedIndexLine[]>(`${locale}/index.json`))
      lines.set(packed[0], unpackIndexLine(packed));
  }
  return [...lines.values()];
}

/** Loads the index of words of codes and guides in the language of the browser, which holds the English ones, too. */
export async function loadWords(): Promise<WordIndex> {
  const [locale = 'en'] = await locales();
  return unpackWordIndex(await packagedOnce<PackedWordIndex>(`${locale}/words.json`));
}

/** Loads the flowchart of a code; undefined where its entry has no diagnosis. */
export async function loadChart(code: Code): Promise<Chart | undefined> {
  let chart: Chart | undefined;
  for (const locale of (await locales()).reverse())
    chart = (await packagedOnce<Record<Code, Chart>>(`${locale}/charts.json`))[code] ?? chart;
  return chart;
}

/** Loads the list of guides in the language of the browser, with English ones where there is no translation. */
export async function loadGuides(): Promise<GuideLine[]> {
  const lines = new Map<string, GuideLine>();
  for (const locale of (await locales()).reverse()) {
    for (const line of await packagedOnce<GuideLine[]>(`${locale}/guides.json`))
      lines.set(line.name, line);
  }
  return [...lines.values()].sort((a, b) => a.title.localeCompare(b.title));
}

/**
 * Loads a guide in the language of the browser, or else in English.
 * @returns undefined when there is no guide of that name.
 * @throws Error when a packaged file is missing or broken.
 */
export async function loadGuide(name: string): Promise<Guide | undefined> {
  for (const locale of await locales()) {
    const known = await packagedOnce<GuideLine[]>(`${locale}/guides.json`);
    if (known.some((line) => line.name === name))
      return packagedOnce<Guide>(`${locale}/guides/${name}.json`);
  }
  return undefined;
}

/** Loads the named places of the portals. */
export function loadPlaces(): Promise<Record<string, Place>> {
  return packagedOnce('places.json');
}
