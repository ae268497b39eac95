import { createSynonyms, type StemmedLists } from './synonyms';

/**
 * What a word or phrase says of the matter of a query, in the order of the packaged lists. The first two lead to the
 * catalog: what is Microsoft's own, what signing in is about anywhere. The last two lead away from it: what has nothing to
 * do with it, other work with computers.
 */
export const MATTERS = [
  'ours',
  'federation',
  'signIn',
  'elsewhere',
  'products',
  'besides',
] as const;

type Matter = (typeof MATTERS)[number];

/** How far a word leads to the catalog, and how far one must, to outweigh a word that leads away. */
const LEADS_HERE: Partial<Record<Matter, number>> = { ours: 3, federation: 2, signIn: 1 };
const LEADS_AWAY: Partial<Record<Matter, number>> = { elsewhere: 3, products: 2, besides: 1 };

/** What a query names of other matters, where no word of it outweighs that: "Netflix", and "printer" without "MFA". */
interface Foreign {
  /** Indexes of the words. */
  words: ReadonlySet<number>;
  /** Some of it has nothing to do with the catalog, not even as the place where something of ours happened. */
  isFar: boolean;
  /** All of it are products in which somebody may sign in our way. */
  isProduct: boolean;
}

/** Tells by the words of a query whether it is about something that the catalog knows nothing of. */
export interface Subject {
  /** @param words All words of a query in order, in lower case. */
  foreignIn(words: readonly string[]): Foreign;
  /** Whether a word stands for a matter by itself, and is no other word with a typing error. */
  names(word: string): boolean;
}

/** @param lists Phrases for each of MATTERS, as stems. */
export function createSubject(lists: StemmedLists): Subject {
  const phrases = createSynonyms(lists);
  return {
    foreignIn(words) {
      const found = phrases
        .meaningsIn(words)
        .map(({ meaning, ...span }) => ({ matter: MATTERS[Number(meaning.slice(1))]!, ...span }));
      const here = Math.max(0, ...found.map(({ matter }) => LEADS_HERE[matter] ?? 0));
      const away = found.filter(({ matter }) => (LEADS_AWAY[matter] ?? 0) > here);
      const indexes = away.flatMap(({ from, to }) =>
        Array.from({ length: to - from }, (_, at) => from + at),
      );
      return {
        words: new Set(indexes),
        isFar: away.some(({ matter }) => matter === 'elsewhere'),
        isProduct: away.every(({ matter }) => matter === 'products'),
      };
    },
    names: (word) => phrases.meaningsIn([word]).length > 0,
  };
}
