import { answerText } from '../../../lookup/answer';
import { itemsOf } from '../../../lookup/answer-item';
import type { GuideLine } from '../../../lookup/guide';
import { unpackIndexLine, type IndexLine, type PackedIndexLine } from '../../../lookup/index-line';
import { createSearch, type Search } from '../../../lookup/search';
import { unpackWordIndex, type PackedWordIndex, type WordIndex } from '../../../lookup/word-index';
import { CREATE_RIVAL, RIVALS } from './search-rivals';

/** A value for ours, and one for each rival. */
type ForEach<Value> = Record<'ours' | (typeof RIVALS)[number], Value>;

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
const KEYSTROKES = TYPED.flatMap((text) => Array.from(text, (_, at) => text.slice(0, at + 1)));

let lines: IndexLine[] = [];
let guides: GuideLine[] = [];
let words: WordIndex;
let packedWords: PackedWordIndex;
let rivals: Record<(typeof RIVALS)[number], (query: string) => string[]>;

/** Takes the packaged files as texts, and tells how long it takes to build each search, in milliseconds. */
export function prepareSearch(packed: Record<'index' | 'guides' | 'words', string>): {
  entries: number;
  times: ForEach<number>;
} {
  lines = (JSON.parse(packed.index) as PackedIndexLine[]).map(unpackIndexLine);
  guides = JSON.parse(packed.guides) as GuideLine[];
  const times = {} as ForEach<number>;
  const start = performance.now();
  packedWords = JSON.parse(packed.words) as PackedWordIndex;
  words = unpackWordIndex(packedWords);
  createSearch(lines, guides, words);
  times.ours = performance.now() - start;
  rivals = {} as typeof rivals;
  for (const rival of RIVALS) {
    const before = performance.now();
    rivals[rival] = CREATE_RIVAL[rival](lines);
    times[rival] = performance.now() - before;
  }
  return { entries: lines.length, times };
}

function listed(query: string, search: Search): string[] {
  return itemsOf(answerText(query, search)).map((item) =>
    'guide' in item ? `guide/${item.guide.name}` : item.code,
  );
}

/** What each search finds, best first. Rivals know no guides. */
export function answerAll(queries: string[]): ForEach<string[][]> {
  const search = createSearch(lines, guides, words);
  const answers = { ours: queries.map((query) => listed(query, search)) } as ForEach<string[][]>;
  for (const rival of RIVALS) answers[rival] = queries.map((query) => rivals[rival](query));
  return answers;
}

/**
 * Milliseconds of one in so many keystrokes, in turns, in a search that has not yet been asked anything. As in the popup,
 * it was prepared while nobody typed.
 */
export function timeKeystrokes(every: number): ForEach<number[]> {
  const search = createSearch(lines, guides, unpackWordIndex(packedWords));
  for (const prepare of search.preparations()) prepare();
  const times: ForEach<number[]> = { ours: [], Fuse: [], MiniSearch: [], uFuzzy: [] };
  const take = (who: keyof typeof times, ask: () => unknown) => {
    const start = performance.now();
    ask();
    times[who].push(performance.now() - start);
  };
  for (const query of KEYSTROKES.filter((_, at) => at % every === 0)) {
    take('ours', () => answerText(query, search));
    for (const rival of RIVALS) take(rival, () => rivals[rival](query));
  }
  return times;
}
