import Fuse from 'fuse.js/basic';

/** Words that tell nothing in a query. */
const STOP_WORDS = new Set(
  'a an and are can cannot for from how i in is it my of on or the this to what why with'.split(
    ' ',
  ),
);

/** Lower case without accents, so that people need not type them. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The words of a text that mean something, in lower case. A text of stop words alone keeps them. */
export function wordsOf(text: string): string[] {
  const words = plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const telling = words.filter((word) => !STOP_WORDS.has(word));
  return telling.length ? telling : words;
}

/** Every word of a catalog, and what holds it. */
export interface Vocabulary<Item> {
  /** Items with a word that starts so, each with a weight: more for a whole word, a rare word, an important field. */
  startingWith(start: string): Map<Item, number>;
  /** The known word that somebody meant, or the word itself. */
  mend(word: string): string;
}

/**
 * @param items Each item with its texts.
 * @param weights The weight of each of these texts.
 */
export function createVocabulary<Item>(
  items: [item: Item, texts: string[]][],
  weights: number[],
): Vocabulary<Item> {
  const places = new Map<string, Map<Item, number>>();
  for (const [item, texts] of items) {
    texts.forEach((text, field) => {
      for (const word of wordsOf(text)) {
        const holders = places.get(word) ?? new Map<Item, number>();
        places.set(word, holders);
        holders.set(item, Math.max(holders.get(item) ?? 0, weights[field] ?? 1));
      }
    });
  }
  const sorted = [...places.keys()].sort();
  const rarity = (word: string) => Math.log(1 + items.length / (places.get(word)?.size ?? 1));
  const mended = new Map<string, string>();
  const fuses = new Map<string, Fuse<string>>();

  /** Known words that begin alike. A typing error in the first letter is rare, and a tenth of the words is searched. */
  const fuseFor = (letter: string): Fuse<string> => {
    let fuse = fuses.get(letter);
    if (!fuse) {
      const words = sorted.slice(lowerBound(letter), lowerBound(`${letter}\uffff`));
      fuse = new Fuse(
        words.filter((one) => one.length > 3 && !/\d/.test(one)),
        { threshold: 0.4, distance: 8, includeScore: true },
      );
      fuses.set(letter, fuse);
    }
    return fuse;
  };

  /** Index of the first word that is not before the wanted one. */
  const lowerBound = (wanted: string): number => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  return {
    startingWith(start) {
      const found = new Map<Item, number>();
      for (let at = lowerBound(start); sorted[at]?.startsWith(start); at++) {
        const word = sorted[at]!;
        const factor = rarity(word) * (word === start ? 2 : 1);
        for (const [item, weight] of places.get(word)!) {
          found.set(item, Math.max(found.get(item) ?? 0, weight * factor));
        }
      }
      return found;
    },
    mend(word) {
      if (word.length < 4 || sorted[lowerBound(word)]?.startsWith(word)) return word;
      const known = mended.get(word);
      if (known) return known;
      const [best] = fuseFor(word[0]!)
        .search(word.slice(0, 24), { limit: 8 })
        .map(({ item, score = 1 }) => ({
          item,
          score: score + Math.abs(item.length - word.length) * 0.04,
        }))
        .sort((a, b) => a.score - b.score);
      const meant = best?.item ?? word;
      mended.set(word, meant);
      return meant;
    },
  };
}
