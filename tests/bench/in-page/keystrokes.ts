import Fuse from 'fuse.js';
import type { IndexLine } from '../../../lookup/index-line';
import { createSearch } from '../../../lookup/search';

/** What people type: whole codes, codes without prefix, decimals, names, words, and words with typing errors. */
const TYPED = [
  'AADSTS50126',
  '53003',
  '0x801C03ED',
  '-2145647635',
  'InvalidUserNameOrPassword',
  'conditional access',
  'conditonal acess policy',
  'redirect uri mismatch',
  'multi factor authentication',
  'multifactor athentication requird',
  'device not compliant',
  'hybrid join error',
];

/** Every state of the field while these are typed, character by character. */
const QUERIES = TYPED.flatMap((text) => Array.from(text, (_, at) => text.slice(0, at + 1)));

/** Fuse over the same fields with the same weights, as one would use it without anything around it. */
function createFuse(lines: IndexLine[]): (query: string) => unknown {
  const fuse = new Fuse(
    lines.map(({ code, title, summary, name, keywords }) => ({
      code,
      title,
      summary,
      name,
      keywords,
    })),
    {
      keys: [
        { name: 'code', weight: 5 },
        { name: 'title', weight: 5 },
        { name: 'name', weight: 4 },
        { name: 'keywords', weight: 3 },
        { name: 'summary', weight: 1 },
      ],
      threshold: 0.35,
      ignoreLocation: true,
    },
  );
  return (query) => fuse.search(query, { limit: 20 });
}

let lines: IndexLine[] = [];
let fuse: (query: string) => unknown;

/** Takes the catalog, and tells what it takes to build each search. */
export function prepareKeystrokes(catalog: IndexLine[]): { ours: number; fuse: number } {
  lines = catalog;
  const start = performance.now();
  createSearch(lines);
  const built = performance.now();
  fuse = createFuse(lines);
  return { ours: built - start, fuse: performance.now() - built };
}

/** Milliseconds of each keystroke, in turns, in a search that has not yet been asked anything. */
export function timeKeystrokes(): { ours: number[]; fuse: number[] } {
  const search = createSearch(lines);
  const times = { ours: [] as number[], fuse: [] as number[] };
  for (const query of QUERIES) {
    const start = performance.now();
    search.find(query);
    const between = performance.now();
    fuse(query);
    times.ours.push(between - start);
    times.fuse.push(performance.now() - between);
  }
  return times;
}
