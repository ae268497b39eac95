import Fuse from 'fuse.js/basic';
import type { IndexLine } from './index-line';
import { plain } from './text-words';

/** Shortest text that is taken for the beginning of a name, and for a part of one, in letters. */
const SHORTEST_START = 4;
const SHORTEST_PART = 6;

/** Shortest text that is taken for a name with typing errors. */
const SHORTEST_TYPO = 8;

/** How much of it Fuse can compare at once, in letters. */
const LONGEST_TYPO = 32;

/** Whether a text can be nothing but a symbolic name, whole or begun: `InvalidUser`, `invalid_grant`. */
export function isWrittenAsName(text: string): boolean {
  return /^\w+$/.test(text) && /\p{Ll}\p{Lu}|\w_\w|\w{18}/u.test(text);
}

/** Finds codes by their symbolic names. */
export interface NameSearch {
  /**
   * @param query A whole name, with or without blanks; or one word that a name starts with, holds, or is with typing
   * errors. Several words that are not a whole name are left to the search of words.
   * @returns Lines, best first.
   */
  find(query: string): IndexLine[];
  /**
   * @param query Several words.
   * @returns Lines whose whole name is one of them, in any case: `CmsiInterrupt` of "CmsiInterrupt in MSAL on Android".
   * `invalid_grant` is an error of OAuth, which many codes come with.
   */
  among(query: string): IndexLine[];
}

/** Letters and digits alone: `Invalid_Grant` and `invalid grant` are one name. */
function lettersOf(text: string): string {
  return plain(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * @param lines The catalog.
 * @param priorOf What speaks for a line before anything is asked.
 * @param isWord Whether texts hold a word by itself: "authenticator" is one, though names hold it, too.
 */
export function createNameSearch(
  lines: IndexLine[],
  priorOf: (line: IndexLine) => number,
  isWord: (word: string) => boolean,
): NameSearch {
  const named = lines
    .filter(({ name }) => name)
    .sort((a, b) => priorOf(b) - priorOf(a))
    .map((line) => ({ line, name: lettersOf(line.name) }));
  let fuse: Fuse<(typeof named)[number]> | undefined;
  const mistyped = (letters: string) => {
    fuse ??= new Fuse(named, { keys: ['name'], threshold: 0.2, distance: 20, includeScore: true });
    const wanted = letters.slice(0, LONGEST_TYPO);
    const unlike = ({ name }: { name: string }) => Math.abs(name.length - letters.length);
    return fuse
      .search(wanted, { limit: 8 })
      .sort((a, b) => a.score! - b.score! || unlike(a.item) - unlike(b.item))
      .map(({ item }) => item);
  };

  return {
    find(query) {
      const letters = lettersOf(query);
      if (letters.length < SHORTEST_START || /^\d+$/.test(letters)) return [];
      const exact = named.filter(({ name }) => name === letters);
      // A word that names begin with is mostly a word, unless it looks like a name.
      const looksLikeName =
        /^\w+$/.test(query) &&
        (/\p{Ll}\p{Lu}|_/u.test(query) || (/\w{12}/.test(query) && !isWord(letters)));
      if (!looksLikeName) return exact.map(({ line }) => line);
      const started = named
        .filter(({ name }) => name !== letters && name.startsWith(letters))
        .sort((a, b) => a.name.length - b.name.length);
      const holding =
        letters.length < SHORTEST_PART
          ? []
          : named.filter(({ name }) => !name.startsWith(letters) && name.includes(letters));
      const found = [...exact, ...started, ...holding];
      const all = found.length || letters.length < SHORTEST_TYPO ? found : mistyped(letters);
      return all.map(({ line }) => line);
    },
    among(query) {
      const words = query
        .split(/[^\p{L}\p{N}_]+/u)
        .filter((word) => word.length >= SHORTEST_TYPO && !word.includes('_'));
      const wanted = new Set(words.map(lettersOf));
      // A name of one part is a word.
      const isName = ({ line, name }: (typeof named)[number]) =>
        wanted.has(name) && /\p{Ll}\p{Lu}/u.test(line.name);
      return words.length ? named.filter(isName).map(({ line }) => line) : [];
    },
  };
}
