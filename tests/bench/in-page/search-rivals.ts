import uFuzzy from '@leeoniya/ufuzzy';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { IndexLine } from '../../../lookup/index-line';

/** Libraries that search as one would use them without anything around them. */
export const RIVALS = ['Fuse', 'MiniSearch', 'uFuzzy'] as const;

/** Answers a query with codes, best first. */
type Ask = (query: string) => string[];

/** Most results of one query. */
const MOST = 20;

/** The same fields for all, with the same weights where a library has weights. */
const WEIGHTS = { code: 5, title: 5, name: 4, keywords: 3, summary: 1 };
const FIELDS = Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[];

function createFuse(lines: IndexLine[]): Ask {
  const fuse = new Fuse(lines, {
    keys: FIELDS.map((name) => ({ name, weight: WEIGHTS[name] })),
    threshold: 0.35,
    ignoreLocation: true,
  });
  return (query) => fuse.search(query, { limit: MOST }).map(({ item }) => item.code);
}

function createMiniSearch(lines: IndexLine[]): Ask {
  const index = new MiniSearch<IndexLine>({
    idField: 'code',
    fields: FIELDS,
    searchOptions: { boost: WEIGHTS, prefix: true, fuzzy: 0.2 },
  });
  index.addAll(lines);
  return (query) =>
    index
      .search(query)
      .slice(0, MOST)
      .map(({ id }) => String(id));
}

function createUFuzzy(lines: IndexLine[]): Ask {
  const search = new uFuzzy({ intraMode: 1 });
  const texts = lines.map((line) => FIELDS.map((field) => line[field]).join(' · '));
  return (query) => {
    // Any order of up to four words, and ranks for up to a thousand hits, as its manual advises.
    const [hits, info, order] = search.search(texts, query, 4, 1000);
    const at = order && info ? order.map((one) => info.idx[one]!) : (hits ?? []);
    return at.slice(0, MOST).map((one) => lines[one]!.code);
  };
}

/** How each is built from the lines of the catalog. */
export const CREATE_RIVAL: Record<(typeof RIVALS)[number], (lines: IndexLine[]) => Ask> = {
  Fuse: createFuse,
  MiniSearch: createMiniSearch,
  uFuzzy: createUFuzzy,
};
