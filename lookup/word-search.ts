import type { Query } from 'minisearch';
import { createNearestWord, type NearestWord } from './nearest-word';
import { createPhrases, type Phrase } from './phrases';
import { RANKING } from './ranking';
import { allWords, isStopWord, partsOfName, stemOf } from './text-words';
import type { WordIndex } from './word-index';

/** How many of the texts that fit best are held against their titles and keywords. */
const CLOSE_LOOKS = 40;

/** Shortest beginning of a word that is looked up behind other words, in letters. */
const SHORTEST_START = 3;

/** Fields in which a word of fewer letters is looked up, where it is all that was typed. */
const FIELDS_OF_START = ['title', 'name'];

/** Most words of a query that are looked up. No message of the service has more. */
const MOST_WORDS = 100;

/** A text that words lead to. */
interface WordHit {
  /** The code, or the name of the guide. */
  id: string;
  score: number;
  /** How much of the query it holds, from 0 to 1. */
  coverage: number;
  /** How like the query its title is, or one of its keywords, from 0 to 1. */
  likeness: number;
}

export interface WordSearch {
  /**
   * @param query Words. The last one may be unfinished, unless a blank follows it.
   * @returns Texts by score, best first; none where the query is about something else.
   */
  find(query: string): WordHit[];
}

/** What is searched, and what is known of it beside its words. */
export interface Searched {
  words: WordIndex;
  /** What speaks for a text before anything is asked: 1 for nothing, 0 for one that is not searched. */
  priorOf: (id: string) => number;
  /** What somebody may have meant to write: title and keywords. */
  phrasesOf: (id: string) => string[];
  /** The share of what a query tells that an answer must hold. */
  leastCoverage: number;
}

/** A word of a query, with all terms of the index by which it is covered. */
interface AskedWord {
  /** As it was typed, or as it was meant. */
  word: string;
  /** The word and its stem; none for a word that says something in a phrase alone. */
  own: string[];
  isPrefix: boolean;
  sureness: number;
  /** What it means, alone or with its neighbors, and whether alone. */
  meanings: { meaning: string; isAlone: boolean }[];
  /** How much it tells. */
  weight: number;
}

/** Which fields of a text hold a term. */
type Match = Readonly<Record<string, readonly string[]>>;

/** How strongly a term stands in a text, by the fields that hold it. */
function strengthIn(fields: readonly string[] | undefined): number {
  if (!fields) return 0;
  const strengths = fields.map((field) => RANKING.field[field as keyof typeof RANKING.field]);
  return Math.max(...strengths) + RANKING.furtherField * (fields.length - 1);
}

/** How much a text says of a word (0 to about 1.5), how much of the word it covers (0 to 1), and whether its message has it. */
function fitOf({ own: [word = '', stem = ''], ...asked }: AskedWord, match: Match) {
  const apart = asked.meanings.some(({ isAlone }) => !isAlone) ? RANKING.wordOfPhrase : 1;
  let fit = Math.max(strengthIn(match[word]), strengthIn(match[stem]) * RANKING.stem) * apart;
  let cover = fit ? apart : 0;
  if (asked.isPrefix && fit < RANKING.longer) {
    for (const term in match) {
      if (term === word || !term.startsWith(word)) continue;
      fit = Math.max(fit, strengthIn(match[term]) * RANKING.longer * apart);
      cover ||= apart;
    }
  }
  for (const { meaning, isAlone } of asked.meanings) {
    const strength = strengthIn(match[meaning]);
    if (!strength) continue;
    fit = Math.max(fit, strength * (isAlone ? RANKING.meaning : RANKING.phrase));
    cover = 1;
  }
  if (fit <= RANKING.field.body) cover = Math.min(cover, RANKING.coveredByBody);
  const isInMessage = [word, stem].some((term) => match[term]?.includes('message'));
  return {
    fit: fit * asked.sureness,
    cover: cover * asked.sureness,
    quote: isInMessage ? asked.sureness : 0,
  };
}

/** The words of a query: names are taken apart where the index does not know them whole. */
function queryWords(query: string, isKnown: (word: string) => boolean): string[] {
  return query
    .split(/[^\p{L}\p{N}_'’-]+/u)
    .slice(0, MOST_WORDS)
    .flatMap((part) => {
      const whole = allWords(part);
      if (whole.length === 1 && isKnown(whole[0]!)) return whole;
      return allWords(partsOfName(part));
    });
}

/** Whether a sorted list has a term that starts so. */
function hasStart(sorted: readonly string[], start: string): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < start) low = middle + 1;
    else high = middle;
  }
  return !!sorted[low]?.startsWith(start);
}

/** Searches texts by words in any order, of which some may be missing or mistyped. */
export function createWordSearch(searched: Searched): WordSearch {
  const { priorOf, phrasesOf, leastCoverage } = searched;
  const { index, synonyms, textsWith } = searched.words;
  const isKnown = (word: string) => textsWith.has(word) || textsWith.has(stemOf(word));
  const sorted = [...textsWith.keys()].sort();
  let nearest: NearestWord | undefined;
  const nearestTo = (word: string) => {
    nearest ??= createNearestWord([...textsWith].filter(([term]) => !term.startsWith('~')));
    return nearest.to(word);
  };

  const rarity = (texts: number) =>
    Math.log(1 + index.documentCount / texts) ** RANKING.rarityPower;
  const unknown = rarity(1) * RANKING.unknownWord;
  /** How much a term tells: the rarer, the more. */
  const telling = (term: string) => {
    const texts = textsWith.get(term);
    return texts ? rarity(texts) : undefined;
  };

  const phrases = createPhrases(synonyms, (term) => telling(term) ?? unknown);
  const known = new Map<string, Phrase[]>();
  const phrasesIn = (id: string) => {
    const read = known.get(id) ?? phrasesOf(id).map((text) => phrases.read(allWords(text)));
    known.set(id, read);
    return read;
  };

  const asked = (query: string): AskedWord[] => {
    const isUnfinished = /[\p{L}\p{N}]$/u.test(query);
    const typed = queryWords(query, isKnown);
    const meant = typed.map((word, at) => {
      const mayGoOn = isUnfinished && at === typed.length - 1;
      if (isStopWord(word) || isKnown(word) || (mayGoOn && hasStart(sorted, word))) return word;
      return nearestTo(word) ?? word;
    });
    const found = synonyms.meaningsIn(meant);
    const isQuote = meant.filter((word) => !isStopWord(word)).length >= RANKING.shortestQuote;
    return meant.flatMap((word, at): AskedWord[] => {
      const meanings = found
        .filter(({ from, to }) => from <= at && at < to)
        .map(({ meaning, from, to }) => ({ meaning, isAlone: to - from === 1 }));
      // Ids, addresses and times of a pasted message stand in no text, and tell nothing of it.
      const isFilledIn = isQuote && /\d/.test(word) && !isKnown(word);
      if (isFilledIn && !meanings.length) return [];
      const isLast = isUnfinished && at === meant.length - 1;
      // So few letters begin too much, while the words before them already say something.
      if (isLast && at > 0 && word.length < SHORTEST_START && !isKnown(word)) return [];
      const isStop = isStopWord(word);
      if (isStop && !meanings.length) return [];
      const own = isStop ? [] : [...new Set([word, stemOf(word)])];
      const weights = [...own, ...meanings.map(({ meaning }) => meaning)].flatMap(
        (term) => telling(term) ?? [],
      );
      return [
        {
          word,
          own,
          isPrefix: isLast && word.length > 1 && (at === 0 || word.length >= SHORTEST_START),
          sureness: word === typed[at] ? 1 : RANKING.mended,
          meanings,
          weight: weights.length ? Math.min(...weights) : unknown,
        },
      ];
    });
  };

  /**
   * Words of which a text must hold one. All others together tell too little for an answer, so that texts that hold
   * none but these need no look.
   */
  const neededOf = (words: AskedWord[]): ReadonlySet<AskedWord> => {
    const whole = words.reduce((sum, { weight }) => sum + weight, 0);
    const needed = new Set(words);
    let left = leastCoverage * whole;
    for (const word of [...words].sort((a, b) => a.weight - b.weight)) {
      left -= word.weight;
      if (left <= 0) break;
      needed.delete(word);
    }
    return needed;
  };

  const search = (words: AskedWord[]) => {
    const prefix = words.find(({ isPrefix }) => isPrefix)?.own[0];
    const needed = neededOf(words);
    const termsOf = (some: AskedWord[]) =>
      some.flatMap(({ own, meanings }) => [...own, ...meanings.map(({ meaning }) => meaning)]);
    const all: Query = { combineWith: 'OR', queries: [...new Set(termsOf(words))] };
    const must: Query = {
      combineWith: 'OR',
      queries: [...new Set(termsOf([...needed]))],
      // They are counted among all of them.
      boostTerm: () => Number.MIN_VALUE,
    };
    return index.search(
      needed.size < words.length ? { combineWith: 'AND', queries: [must, all] } : all,
      {
        boost: RANKING.field,
        prefix: (term) => term === prefix,
        ...(prefix && prefix.length < SHORTEST_START && { fields: FIELDS_OF_START }),
      },
    );
  };

  const find = (query: string): WordHit[] => {
    const words = asked(query);
    if (!words.length) return [];
    const results = search(words);
    // MiniSearch multiplies by the number of terms; how much is covered is weighed here.
    const bm25 = results.map(({ score, queryTerms }) => score / (queryTerms.length || 1));
    const best = Math.max(...bm25);
    const whole = words.reduce((sum, { weight }) => sum + weight, 0);
    const hits = results
      .map(({ id, match }, at): WordHit => {
        let fit = 0;
        let coverage = 0;
        let quote = 0;
        for (const word of words) {
          const one = fitOf(word, match);
          fit += (one.fit * word.weight) / whole;
          coverage += (one.cover * word.weight) / whole;
          quote += (one.quote * word.weight) / whole;
        }
        const likely = fit * (1 - RANKING.bm25) + (bm25[at]! / best) * RANKING.bm25;
        const quoted = words.length < RANKING.shortestQuote ? 0 : quote ** RANKING.quotePower;
        const score =
          likely *
          coverage ** RANKING.coveragePower *
          (1 + RANKING.quote * quoted) *
          priorOf(String(id)) ** (1 - RANKING.quoteOverPrior * quoted);
        return { id: String(id), score, coverage, likeness: 0 };
      })
      .filter(({ coverage, score }) => coverage >= leastCoverage && score > 0)
      .sort((a, b) => b.score - a.score);
    const meant = phrases.read(words.map(({ word }) => word));
    const close = hits.slice(0, CLOSE_LOOKS).map((hit): WordHit => {
      const alike = phrasesIn(hit.id).map((phrase) => phrases.likeness(meant, phrase));
      const likeness = Math.max(0, ...alike);
      return { ...hit, likeness, score: hit.score * (1 + RANKING.likeness * likeness) };
    });
    return [...close.sort((a, b) => b.score - a.score), ...hits.slice(CLOSE_LOOKS)];
  };

  let last: { query: string; hits: WordHit[] } | undefined;
  return {
    find(query) {
      // One keystroke asks twice: for the codes, and whether a guide says more.
      if (last?.query !== query) last = { query, hits: find(query) };
      return last.hits;
    },
  };
}
