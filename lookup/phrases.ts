import type { Synonyms } from './synonyms';
import { isStopWord, stemOf } from './text-words';

/** What a phrase says: a term for each of its words or meanings, with how much it tells. */
export type Phrase = ReadonlyMap<string, number>;

/** Compares phrases by what they say. */
export interface Phrases {
  /** @param words All words of a text in order, in lower case. */
  read(words: readonly string[]): Phrase;
  /** From 0, nothing in common, to 1, the same: weighted Jaccard index. */
  likeness(one: Phrase, other: Phrase): number;
}

const weightOf = (phrase: Phrase) => [...phrase.values()].reduce((sum, weight) => sum + weight, 0);

/**
 * @param synonyms Words and phrases that mean the same count as the same.
 * @param telling How much a term tells.
 */
export function createPhrases(synonyms: Synonyms, telling: (term: string) => number): Phrases {
  return {
    read(words) {
      const phrase = new Map<string, number>();
      const meant = synonyms.meaningsIn(words);
      let done = 0;
      words.forEach((word, at) => {
        if (at < done) return;
        const [longest] = meant.filter(({ from }) => from === at).sort((a, b) => b.to - a.to);
        done = longest?.to ?? at + 1;
        if (longest) phrase.set(longest.meaning, telling(longest.meaning));
        else if (!isStopWord(word)) phrase.set(stemOf(word), telling(stemOf(word)));
      });
      return phrase;
    },
    likeness(one, other) {
      let common = 0;
      for (const [term, weight] of one) if (other.has(term)) common += weight;
      return common ? common / (weightOf(one) + weightOf(other) - common) : 0;
    },
  };
}
