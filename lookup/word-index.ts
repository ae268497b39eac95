import MiniSearch, { type AsPlainObject, type Options } from 'minisearch';
import type { Code } from '../detection/code';
import { createSynonyms, type Synonyms, type SynonymLists } from './synonyms';
import { allWords, isStopWord, partsOfName, stemOf } from './text-words';

/** The texts by which words find a code. */
export interface WordDocument {
  code: Code;
  title: string;
  /** The symbolic name, or nothing. */
  name: string;
  keywords: string;
  summary: string;
  /** Terms of the service's own message. */
  message: string;
  /** What else the entry says: to the user, to the administrator, its causes and questions. */
  body: string;
}

/** Fields of the index, in the order of its numbers. */
const FIELDS = ['title', 'name', 'keywords', 'summary', 'message', 'body'] as const;

/** An index as it is packaged. */
export interface PackedWordIndex {
  synonyms: SynonymLists;
  index: AsPlainObject;
}

/** An index of words that can be asked. */
export interface WordIndex {
  synonyms: Synonyms;
  index: MiniSearch<WordDocument>;
  /** In how many texts each term stands. */
  textsWith: ReadonlyMap<string, number>;
}

/** What an index takes of a text: its words, the stems of these, and what words and phrases of it mean. */
function termsOf(words: string[], synonyms: Synonyms): string[] {
  const terms = words.flatMap((word) => {
    if (isStopWord(word)) return [];
    const stem = stemOf(word);
    return stem === word ? [word] : [word, stem];
  });
  return [...terms, ...synonyms.meaningsIn(words).map(({ meaning }) => meaning)];
}

function countTexts({ index }: AsPlainObject): Map<string, number> {
  return new Map(
    index.map(([term, fields]) => [
      term,
      new Set(Object.values(fields).flatMap((texts) => Object.keys(texts))).size,
    ]),
  );
}

function optionsWith(synonyms: Synonyms): Options<WordDocument> {
  return {
    idField: 'code',
    fields: [...FIELDS],
    extractField: (document, field) => {
      const text = document[field as keyof WordDocument];
      return field === 'name' ? `${text} ${partsOfName(text)}` : text;
    },
    tokenize: (text) => termsOf(allWords(text), synonyms),
    processTerm: (term) => term,
    // Who searches brings terms, not text.
    searchOptions: { tokenize: (term) => [term], processTerm: (term) => term },
  };
}

/** Builds an index, which takes about a tenth of a second for the whole catalog. The compiler does it ahead. */
export function buildWordIndex(
  documents: WordDocument[],
  synonyms: Synonyms = createSynonyms([]),
): WordIndex {
  const index = new MiniSearch(optionsWith(synonyms));
  index.addAll(documents);
  return { synonyms, index, textsWith: countTexts(index.toJSON()) };
}

/** Packs an index that was built with these lists. */
export function packWordIndex({ index }: WordIndex, synonyms: SynonymLists): PackedWordIndex {
  return { synonyms, index: index.toJSON() };
}

/** The reverse of packWordIndex, in pieces between which the page can take keys. */
export async function unpackWordIndex(packed: PackedWordIndex): Promise<WordIndex> {
  const synonyms = createSynonyms(packed.synonyms);
  const index = await MiniSearch.loadJSAsync(packed.index, optionsWith(synonyms));
  return { synonyms, index, textsWith: countTexts(packed.index) };
}
