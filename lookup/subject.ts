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

/** What the words of a query say of its matter. */
export interface Leads {
  /** How far the word that leads farthest to the catalog leads there, from 0, where none does, to 3. */
  here: number;
  /** The same for words that lead away. */
  away: number;
  /** How many words and phrases lead to the catalog. */
  timesHere: number;
  /** How many words lead away, and are not outweighed by one that leads here: "Netflix", and "printer" without "MFA". */
  foreign: number;
}

/** Tells by the words of a query whether it is about something that the catalog knows nothing of. */
export interface Subject {
  /** @param words All words of a query in order, in lower case. */
  leadsOf(words: readonly string[]): Leads;
  /** Whether a word stands for a matter by itself, and is no other word with a typing error. */
  names(word: string): boolean;
}

/** @param lists Phrases for each of MATTERS, as stems. */
export function createSubject(lists: StemmedLists): Subject {
  const phrases = createSynonyms(lists);
  return {
    leadsOf(words) {
      const found = phrases
        .meaningsIn(words)
        .map(({ meaning, ...span }) => ({ matter: MATTERS[Number(meaning.slice(1))]!, ...span }));
      const here = Math.max(0, ...found.map(({ matter }) => LEADS_HERE[matter] ?? 0));
      const farFrom = ({ matter }: { matter: Matter }) => LEADS_AWAY[matter] ?? 0;
      const foreign = found
        .filter((one) => farFrom(one) > here)
        .flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at));
      return {
        here,
        away: Math.max(0, ...found.map(farFrom)),
        timesHere: found.filter(({ matter }) => LEADS_HERE[matter]).length,
        foreign: new Set(foreign).size,
      };
    },
    names: (word) => phrases.meaningsIn([word]).length > 0,
  };
}
