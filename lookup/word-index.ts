import { idf, termFrequencyWeight } from './bm25';
import { RANKING } from './ranking';
import { createSubject, type Subject } from './subject';
import { createSynonyms, type StemmedLists, type Synonyms } from './synonyms';

/** Fields of a text, in the order of their bits. */
export const WORD_FIELDS = [
  'title',
  'name',
  'keywords',
  'asks',
  'summary',
  'message',
  'body',
] as const;

export type WordField = (typeof WORD_FIELDS)[number];

/**
 * Texts and their terms as they are packaged. Numbers are written as characters (see `pack`), so that reading the file
 * makes no objects: more than 100,000 postings are a few thousand strings until somebody asks for their term.
 */
export interface PackedTexts {
  /** Codes, or names of guides, parted by blanks. */
  ids: string;
  /** Every term, sorted by UTF-16 units, parted by blanks. Terms that begin with ~ are meanings of synonyms. */
  terms: string;
  /** In how many texts each term stands. */
  counts: string;
  /** For each field: how many different terms each text has in it. */
  lengths: string[];
  /** For each term: the texts that hold it; see `readPostings`. */
  postings: string[];
  /** For each text: what somebody may have typed who means it; see `readPhrases`. */
  phrases: string[];
}

/** An index as it is packaged: codes and guides share the synonyms. */
export interface PackedWordIndex {
  synonyms: StemmedLists;
  /** Phrases for each of MATTERS. */
  subject: StemmedLists;
  codes: PackedTexts;
  guides: PackedTexts;
}

/** Where a term stands: three lists of one length, sorted by text. */
interface Postings {
  /** Numbers of the texts. */
  texts: Uint16Array;
  /** The fields of each that hold the term: one bit for each of WORD_FIELDS. */
  fields: Uint8Array;
  /** What BM25 gives each for the term. */
  scores: Float32Array;
}

/** What a phrase is: a title or keyword, words as somebody would ask, or a message of the service. In the order of their numbers. */
export const PHRASE_KINDS = ['name', 'ask', 'message'] as const;

/** What somebody may have typed: the numbers of its terms, each once. */
interface KnownPhrase {
  terms: Uint16Array;
  kind: (typeof PHRASE_KINDS)[number];
}

/** Texts that can be asked for by their words. Texts and terms are known by their numbers. */
export interface WordTexts {
  /** The code of each text, or the name of the guide. */
  ids: readonly string[];
  /** Sorted by UTF-16 units. */
  terms: readonly string[];
  numberOf(term: string): number | undefined;
  /** In how many texts a term stands. */
  textsWith(term: number): number;
  postingsOf(term: number): Postings;
  phrasesOf(text: number): readonly KnownPhrase[];
}

/** All that words can be looked up in. */
export interface WordIndex {
  synonyms: Synonyms;
  subject: Subject;
  codes: WordTexts;
  guides: WordTexts;
}

/** Numbers from 0 on are written as characters from this one on: small ones take a byte each, and most are small. */
const FIRST_CHARACTER = 0x23;

/** Behind it stand the halves of characters. */
const LAST_CHARACTER = 0xd7ff;

/** Bit of the fields of a posting which says that some field holds the term more than once. */
export const IS_REPEATED = 1 << WORD_FIELDS.length;

/**
 * Writes whole numbers as one character each.
 * @throws RangeError for a number below 0 or above 55,260.
 */
export function pack(numbers: readonly number[]): string {
  const characters = numbers.map((number) => {
    const character = number + FIRST_CHARACTER;
    if (!Number.isInteger(number) || number < 0 || character > LAST_CHARACTER)
      throw new RangeError(`${number} does not fit into the index of words.`);
    return String.fromCharCode(character);
  });
  return characters.join('');
}

const numberAt = (packed: string, at: number) => packed.charCodeAt(at) - FIRST_CHARACTER;

/** How long each text is by the mean, for each field. */
function relativeLengths(packed: string): Float32Array {
  const lengths = Float32Array.from(packed, (_, at) => numberAt(packed, at));
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  return lengths.map((length) => length / mean);
}

/**
 * Of each text: how far it is behind the one before, and its fields; where a field holds the term more than once, how often
 * each of them does.
 * @param relative For each field, how long each text is by the mean.
 */
function readPostings(packed: string, relative: readonly Float32Array[]): Postings {
  const found: number[] = [];
  const masks: number[] = [];
  const times: number[] = [];
  const having = WORD_FIELDS.map(() => 0);
  let text = 0;
  for (let at = 0; at < packed.length;) {
    text += numberAt(packed, at++);
    const mask = numberAt(packed, at++);
    found.push(text);
    masks.push(mask & ~IS_REPEATED);
    for (let field = 0; field < WORD_FIELDS.length; field++) {
      if (!(mask & (1 << field))) continue;
      times.push(mask & IS_REPEATED ? numberAt(packed, at++) : 1);
      having[field]!++;
    }
  }
  const all = relative[0]!.length;
  const weights = WORD_FIELDS.map((field, at) => RANKING.field[field] * idf(all, having[at]!));
  const scores = new Float32Array(found.length);
  let next = 0;
  masks.forEach((mask, at) => {
    for (let field = 0; field < WORD_FIELDS.length; field++) {
      if (mask & (1 << field))
        scores[at]! +=
          weights[field]! * termFrequencyWeight(times[next++]!, relative[field]![found[at]!]!);
    }
  });
  return { texts: Uint16Array.from(found), fields: Uint8Array.from(masks), scores };
}

/** Of each phrase: three times the number of its terms and the number of its kind, and the terms. */
function readPhrases(packed: string): KnownPhrase[] {
  const phrases: KnownPhrase[] = [];
  for (let at = 0; at < packed.length;) {
    const head = numberAt(packed, at++);
    const terms = new Uint16Array(Math.trunc(head / PHRASE_KINDS.length));
    for (let one = 0; one < terms.length; one++) terms[one] = numberAt(packed, at++);
    phrases.push({ terms, kind: PHRASE_KINDS[head % PHRASE_KINDS.length]! });
  }
  return phrases;
}

/** Reads items of a packed list when they are first asked for. */
function readOnce<Read>(packed: readonly string[], read: (one: string) => Read) {
  const known: (Read | undefined)[] = [];
  return (at: number): Read => (known[at] ??= read(packed[at]!));
}

/** `split` gives one empty text for none. */
const parted = (texts: string) => (texts ? texts.split(' ') : []);

function unpackTexts({ ids, terms, counts, lengths, postings, phrases }: PackedTexts): WordTexts {
  const sorted = parted(terms);
  const numbers = new Map(sorted.map((term, at) => [term, at]));
  const relative = lengths.map(relativeLengths);
  return {
    ids: parted(ids),
    terms: sorted,
    numberOf: (term) => numbers.get(term),
    textsWith: (term) => numberAt(counts, term),
    postingsOf: readOnce(postings, (one) => readPostings(one, relative)),
    phrasesOf: readOnce(phrases, readPhrases),
  };
}

/** Makes a packaged index ready to be asked. What stands of a term is unpacked when somebody first asks for it. */
export function unpackWordIndex({ synonyms, subject, codes, guides }: PackedWordIndex): WordIndex {
  return {
    synonyms: createSynonyms(synonyms),
    subject: createSubject(subject),
    codes: unpackTexts(codes),
    guides: unpackTexts(guides),
  };
}
