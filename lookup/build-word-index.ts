import { stemLists, createSynonyms, type Synonyms, type SynonymLists } from './synonyms';
import { allWords, isStopWord, partsOfName, stemOf, stemsOf } from './text-words';
import {
  IS_REPEATED,
  pack,
  PHRASE_KINDS,
  WORD_FIELDS,
  type PackedTexts,
  type PackedWordIndex,
  type WordField,
} from './word-index';

/** Texts that stand in one field are parted so, in order that no phrase spans two of them. */
export const PARTED = ' · ';

/** The texts by which words find a code or a guide, by field; texts of one field are parted by `PARTED`. */
export interface WordDocument extends Readonly<Record<WordField, string>> {
  id: string;
}

/** What an index takes of a text: its words, the stems of these, and what words and phrases of it mean. */
function termsOf(texts: string, synonyms: Synonyms): string[] {
  return texts.split(PARTED).flatMap((text) => {
    const words = allWords(text);
    const terms = words.flatMap((word) => {
      if (isStopWord(word)) return [];
      const stem = stemOf(word);
      return stem === word ? [word] : [word, stem];
    });
    return [...terms, ...synonyms.meaningsIn(words).map(({ meaning }) => meaning)];
  });
}

function count(terms: string[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const term of terms) times.set(term, (times.get(term) ?? 0) + 1);
  return times;
}

/**
 * @param documents The texts.
 * @param phrasesIn Fields whose texts are what somebody may type who means the whole text.
 */
function packTexts(
  documents: readonly WordDocument[],
  synonyms: Synonyms,
  phrasesIn: readonly WordField[],
): PackedTexts {
  const counted = documents.map((document) =>
    WORD_FIELDS.map((field) => {
      const text = document[field];
      return count(termsOf(field === 'name' ? `${text} ${partsOfName(text)}` : text, synonyms));
    }),
  );
  const terms = [...new Set(counted.flatMap((fields) => fields.flatMap((one) => [...one.keys()])))];
  const sorted = terms.sort((a, b) => (a < b ? -1 : 1));
  const numbers = new Map(sorted.map((term, at) => [term, at]));

  const postings = sorted.map((): number[] => []);
  const counts = sorted.map(() => 0);
  const last = sorted.map(() => 0);
  counted.forEach((fields, text) => {
    for (const term of new Set(fields.flatMap((one) => [...one.keys()]))) {
      const number = numbers.get(term)!;
      const times = fields.map((one) => one.get(term) ?? 0);
      const isRepeated = times.some((one) => one > 1);
      const mask = times.reduce((sum, one, field) => sum | (one && 1 << field), 0);
      postings[number]!.push(text - last[number]!, mask | (isRepeated ? IS_REPEATED : 0));
      if (isRepeated) postings[number]!.push(...times.filter(Boolean));
      last[number] = text;
      counts[number]!++;
    }
  });

  const phrases = documents.map((document) =>
    phrasesIn.flatMap((field) => {
      const kind = field === 'asks' ? 'ask' : field === 'message' ? 'message' : 'name';
      return document[field]
        .split(PARTED)
        .map((text) =>
          kind === 'message' ? stemsOf(allWords(text)) : synonyms.phraseOf(allWords(text)),
        )
        .map((terms) => terms.map((term) => numbers.get(term)!))
        .filter((one) => one.length)
        .flatMap((one) => [PHRASE_KINDS.length * one.length + PHRASE_KINDS.indexOf(kind), ...one]);
    }),
  );
  return {
    ids: documents.map(({ id }) => id).join(' '),
    terms: sorted.join(' '),
    counts: pack(counts),
    lengths: WORD_FIELDS.map((_, field) => pack(counted.map((fields) => fields[field]!.size))),
    postings: postings.map(pack),
    phrases: phrases.map(pack),
  };
}

/**
 * Builds the index of words, which takes about a second for the whole catalog. The compiler does it ahead.
 * @param lists What means the same.
 * @param subject What names a matter: a list for each of MATTERS.
 */
export function buildWordIndex(
  codes: readonly WordDocument[],
  guides: readonly WordDocument[],
  lists: SynonymLists = [],
  subject: SynonymLists = [],
): PackedWordIndex {
  const stemmed = stemLists(lists);
  const synonyms = createSynonyms(stemmed);
  return {
    synonyms: stemmed,
    subject: stemLists(subject),
    codes: packTexts(codes, synonyms, ['title', 'keywords', 'asks', 'message']),
    // Its keywords are what else a guide is about, and some of them are what another is named after.
    guides: packTexts(guides, synonyms, ['title', 'asks']),
  };
}
