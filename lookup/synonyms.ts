import { allWords, isFiller, stemOf } from './text-words';

/** Lists of words and phrases that mean the same, as in knowledge/search/synonyms.yml. */
export type SynonymLists = string[][];

/** A meaning that stands in a text. */
interface FoundMeaning {
  /** The same for all words and phrases of a list. No word of a text looks so. */
  meaning: string;
  /** Index of its first word, and of the first word behind it. */
  from: number;
  to: number;
}

/** Finds what words and phrases mean. */
export interface Synonyms {
  /**
   * @param words All words of a text in order, in lower case.
   * @returns Meanings in order of their first words: at each word the longest phrase of each list. They may overlap.
   */
  meaningsIn(words: readonly string[]): FoundMeaning[];
}

/** A tree of stems in which a phrase is a path. */
interface Branch {
  next: Map<string, Branch>;
  meanings: string[];
}

/** @param lists Lists of synonyms; the order tells meanings apart and must be that of the index. */
export function createSynonyms(lists: SynonymLists): Synonyms {
  const root: Branch = { next: new Map(), meanings: [] };
  lists.forEach((list, at) => {
    for (const phrase of list) {
      let branch = root;
      for (const word of allWords(phrase).filter((one) => !isFiller(one))) {
        const stem = stemOf(word);
        const next: Branch = branch.next.get(stem) ?? { next: new Map(), meanings: [] };
        branch.next.set(stem, next);
        branch = next;
      }
      const meaning = `~${at}`;
      if (!branch.meanings.includes(meaning)) branch.meanings.push(meaning);
    }
  });
  return {
    meaningsIn(words) {
      const stems = words.map(stemOf);
      const found: FoundMeaning[] = [];
      for (let from = 0; from < stems.length; from++) {
        const longest = new Map<string, number>();
        let branch = root.next.get(stems[from]!);
        for (let at = from + 1; branch; at++) {
          for (const meaning of branch.meanings) longest.set(meaning, at);
          while (at < stems.length && isFiller(words[at]!)) at++;
          branch = at < stems.length ? branch.next.get(stems[at]!) : undefined;
        }
        for (const [meaning, to] of longest) found.push({ meaning, from, to });
      }
      return found;
    },
  };
}
