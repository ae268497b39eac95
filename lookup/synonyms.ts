import { allWords, isFiller, isStopWord, stemOf } from './text-words';

/** Lists of words and phrases that mean the same, as in knowledge/search/synonyms.yml. */
export type SynonymLists = string[][];

/** The same lists with the stems of each phrase, parted by blanks: stems take long enough to be made ahead. */
export type StemmedLists = string[][];

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
  /**
   * @param words All words of a text in order, in lower case.
   * @returns What the text says: meanings, of each word the longest, and the stems of words that have none; each once.
   */
  phraseOf(words: readonly string[]): string[];
}

/** A tree of stems in which a phrase is a path. */
interface Branch {
  next: Map<string, Branch>;
  meanings: string[];
}

/** @returns The stems by which a phrase is found, parted by blanks; nothing where it has no word that tells. */
export function stemmedPhrase(phrase: string): string {
  return allWords(phrase)
    .filter((word) => !isFiller(word))
    .map(stemOf)
    .join(' ');
}

/** Takes phrases down to the stems by which they are found, in the order of the lists. */
export function stemLists(lists: SynonymLists): StemmedLists {
  return lists.map((list) => [...new Set(list.map(stemmedPhrase))]);
}

/** @param lists Lists of synonyms; the order tells meanings apart and must be that of the index. */
export function createSynonyms(lists: StemmedLists): Synonyms {
  const root: Branch = { next: new Map(), meanings: [] };
  lists.forEach((list, at) => {
    for (const phrase of list) {
      let branch = root;
      for (const stem of phrase.split(' ')) {
        const next: Branch = branch.next.get(stem) ?? { next: new Map(), meanings: [] };
        branch.next.set(stem, next);
        branch = next;
      }
      branch.meanings.push(`~${at}`);
    }
  });

  const meaningsIn = (words: readonly string[]): FoundMeaning[] => {
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
  };

  return {
    meaningsIn,
    phraseOf(words) {
      const said = new Set<string>();
      const meant = meaningsIn(words);
      let done = 0;
      words.forEach((word, at) => {
        if (at < done) return;
        const [longest] = meant.filter(({ from }) => from === at).sort((a, b) => b.to - a.to);
        done = longest?.to ?? at + 1;
        if (longest) said.add(longest.meaning);
        else if (!isStopWord(word)) said.add(stemOf(word));
      });
      return [...said];
    },
  };
}
