import type { Code } from '../detection/code';
import { createNearestWord, type NearestWord } from './nearest-word';
import { allWords, isStopWord, partsOfName, stemOf } from './text-words';
import type { WordIndex } from './word-index';

/** How much a word says of an entry by the field in which it stands. The title says what happened; the body, much besides. */
const FIELD_STRENGTH: Record<string, number> = {
  title: 1,
  keywords: 0.9,
  name: 0.8,
  summary: 0.7,
  message: 0.7,
  body: 0.3,
};

/** What each further field adds that holds the word, too. */
const FURTHER_FIELD = 0.1;

/** How surely a term stands for the word that was typed: another form of it, a longer word, one that means the same. */
const SURENESS = { stem: 0.95, longer: 0.75, meaning: 0.9, phrase: 1, mended: 0.8 };

/** How much of a phrase its words say apart: "second" of "second factor" says little. */
const WORD_OF_PHRASE = 0.6;

/** How much more an entry that holds all words counts than one that holds some of them. */
const COVERAGE_POWER = 1.5;

/** How much of a word is covered where the body alone holds it. */
const COVERED_BY_BODY = 0.5;

/** The share of what the query tells that an answer must hold. Below it, the query is about something else. */
const LEAST_COVERAGE = 0.34;

/** How much a word tells that no text of the catalog holds, as a share of a word that one text holds. */
const UNKNOWN_WEIGHT = 0.7;

/** The share of the score that BM25 decides, which knows how often a word stands in how long a text. */
const BM25_SHARE = 0.5;

/** Most words of a query that are looked up. No message of the service has more. */
const MOST_WORDS = 100;

/** A code that words lead to. */
export interface WordHit {
  code: Code;
  score: number;
}

export interface WordSearch {
  /**
   * @param query Words. The last one may be unfinished, unless a blank follows it.
   * @returns Codes by score, best first; none where the query is about something else.
   */
  find(query: string): WordHit[];
}

/** A word of a query, with all terms of the index by which it is covered. */
interface AskedWord {
  /** The word, and its stem. */
  own: string[];
  isPrefix: boolean;
  sureness: number;
  /** What it means, alone or with its neighbors, and whether alone. */
  meanings: { meaning: string; isAlone: boolean }[];
}

/** The words of a query: names are taken apart where the index does not know them whole. */
function queryWords(query: string, isKnown: (word: string) => boolean): string[] {
  return query
    .split(/[^\p{L}\p{N}_'’-]+/u)
    .flatMap((part) => {
      const whole = allWords(part);
      if (whole.length === 1 && isKnown(whole[0]!)) return whole;
      return allWords(partsOfName(part));
    })
    .slice(0, MOST_WORDS);
}

/**
 * @param words The index.
 * @param priorOf What speaks for a code before anything is asked, 1 for nothing.
 * @param leastCoverage The share of what a query tells that an answer must hold.
 */
export function createWordSearch(
  { index, synonyms, textsWith }: WordIndex,
  priorOf: (code: Code) => number,
  leastCoverage = LEAST_COVERAGE,
): WordSearch {
  let nearest: NearestWord | undefined;
  const nearestTo = (word: string) => {
    nearest ??= createNearestWord([...textsWith].filter(([term]) => !term.startsWith('~')));
    return nearest.to(word);
  };
  const isKnown = (word: string) => textsWith.has(word) || textsWith.has(stemOf(word));
  const terms = [...textsWith.keys()].sort();
  const beginsAWord = (start: string) => {
    let low = 0;
    let high = terms.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (terms[middle]! < start) low = middle + 1;
      else high = middle;
    }
    return !!terms[low]?.startsWith(start);
  };
  const most = Math.log(1 + index.documentCount);
  /** How much a term tells: the rarer, the more. */
  const telling = (term: string) => {
    const texts = textsWith.get(term);
    return texts ? Math.log(1 + index.documentCount / texts) : 0;
  };

  const asked = (query: string): AskedWord[] => {
    const isUnfinished = /[\p{L}\p{N}]$/u.test(query);
    const typed = queryWords(query, isKnown);
    const mended = typed.map((word, at) => {
      const canBePrefix = isUnfinished && at === typed.length - 1;
      if (isStopWord(word) || isKnown(word) || (canBePrefix && beginsAWord(word))) return word;
      return nearestTo(word) ?? word;
    });
    const meanings = synonyms.meaningsIn(mended);
    return mended.flatMap((word, at): AskedWord[] => {
      const covering = meanings.filter(({ from, to }) => from <= at && at < to);
      if (isStopWord(word) && !covering.length) return [];
      return [
        {
          own: isStopWord(word) ? [] : [...new Set([word, stemOf(word)])],
          isPrefix: isUnfinished && at === mended.length - 1 && word.length > 1,
          sureness: word === typed[at] ? 1 : SURENESS.mended,
          meanings: covering.map(({ meaning, from, to }) => ({
            meaning,
            isAlone: to - from === 1,
          })),
        },
      ];
    });
  };

  const search = (words: AskedWord[]) => {
    const own = new Set(words.flatMap((word) => word.own));
    const prefix = words.find(({ isPrefix }) => isPrefix)?.own[0];
    const meanings = words.flatMap((word) => word.meanings.map(({ meaning }) => meaning));
    return index.search(
      { combineWith: 'OR', queries: [...own, ...new Set(meanings)] },
      { boost: FIELD_STRENGTH, prefix: (term) => term === prefix },
    );
  };

  /** How strongly a term stands in a text, by the fields that hold it. */
  const strengthIn = (fields: readonly string[] | undefined): number =>
    fields
      ? Math.max(...fields.map((field) => FIELD_STRENGTH[field]!)) +
        FURTHER_FIELD * (fields.length - 1)
      : 0;

  /** How much a text says of a word (0 to about 1.5), and whether the word is covered (0 to 1). */
  const fitOf = (word: AskedWord, match: Readonly<Record<string, readonly string[]>>) => {
    const [own = '', stem = ''] = word.own;
    const apart = word.meanings.some(({ isAlone }) => !isAlone) ? WORD_OF_PHRASE : 1;
    let fit = Math.max(strengthIn(match[own]), strengthIn(match[stem]) * SURENESS.stem) * apart;
    let cover = fit ? apart : 0;
    if (word.isPrefix && fit < SURENESS.longer) {
      for (const term in match) {
        if (term === own || !term.startsWith(own)) continue;
        fit = Math.max(fit, strengthIn(match[term]) * SURENESS.longer * apart);
        cover ||= apart;
      }
    }
    for (const { meaning, isAlone } of word.meanings) {
      const strength = strengthIn(match[meaning]);
      if (!strength) continue;
      fit = Math.max(fit, strength * (isAlone ? SURENESS.meaning : SURENESS.phrase));
      cover = 1;
    }
    if (fit <= FIELD_STRENGTH.body!) cover = Math.min(cover, COVERED_BY_BODY);
    return { fit: fit * word.sureness, cover: cover * word.sureness };
  };

  return {
    find(query) {
      const words = asked(query);
      if (!words.length) return [];
      const results = search(words);
      const weights = words.map(({ own, meanings }) => {
        const terms = [...own, ...meanings.map(({ meaning }) => meaning)];
        const known = terms.map(telling).filter(Boolean);
        return known.length ? Math.min(...known) : most * UNKNOWN_WEIGHT;
      });
      const whole = weights.reduce((sum, weight) => sum + weight, 0);
      const best = Math.max(
        ...results.map(({ score, queryTerms }) => score / (queryTerms.length || 1)),
      );
      return results
        .map(({ id, score, queryTerms, match }): WordHit & { covered: number } => {
          let fit = 0;
          let covered = 0;
          words.forEach((word, at) => {
            const one = fitOf(word, match);
            fit += (one.fit * weights[at]!) / whole;
            covered += (one.cover * weights[at]!) / whole;
          });
          const bm25 = score / (queryTerms.length || 1) / best;
          return {
            code: id as Code,
            covered,
            score:
              (fit * (1 - BM25_SHARE) + bm25 * BM25_SHARE) *
              covered ** COVERAGE_POWER *
              priorOf(id as Code),
          };
        })
        .filter(({ covered }) => covered >= leastCoverage)
        .sort((a, b) => b.score - a.score);
    },
  };
}
