import { distance } from 'fastest-levenshtein';
import type { WordTexts } from './word-index';

/** Finds the word that somebody meant. */
export interface NearestWord {
  /**
   * @param word A word in lower case that no text holds.
   * @returns A word of the vocabulary that one or two typing errors lead to; undefined where there is none.
   */
  to(word: string): string | undefined;
}

/**
 * Shortest word that can hold a typing error: of three letters, each change makes another word. In a word of four, one can
 * be missing; with another letter it is another word.
 */
const SHORTEST_WORD = 4;

/** Longest word that can hold a typing error. What is longer is no word. */
const LONGEST_WORD = 32;

/**
 * A word of fewer letters is taken for a common one, by the share of the texts that hold the commonest, and not for a rare
 * one: of so few letters, another word is as likely. "Stripe" is no "strip".
 */
const LETTERS_OF_RARE_WORD = 8;
const SHARE_OF_COMMON_WORD = 1 / 200;

/** How many letters may be wrong. In a short word one error more makes another word of it, unless it has the same letters. */
function mostErrors(word: string): number {
  return word.length < 6 ? 1 : 2;
}

/** From so many letters on, two errors of any kind leave enough of a word. */
const LETTERS_OF_TWO_ERRORS = 8;

/** Each word that two neighboring letters make in the other order, the commonest slip that an edit distance counts twice. */
function swapped(word: string): string[] {
  return Array.from(
    { length: word.length - 1 },
    (_, at) => word.slice(0, at) + word[at + 1]! + word[at] + word.slice(at + 2),
  );
}

const KEYBOARD_ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const VOWELS = 'aeiouy';

/** Consonants that sound alike, or are spelled otherwise in another language: `Multifaktor`. */
const ALIKE = ['ck', 'sz', 'sc'];

/** Whether people type one letter for the other: a key beside it, or a letter that sounds like it. */
function areConfused(one: string, other: string): boolean {
  if (ALIKE.some((pair) => pair.includes(one) && pair.includes(other))) return true;
  if (VOWELS.includes(one) && VOWELS.includes(other)) return true;
  return KEYBOARD_ROWS.some((row) => {
    const [a, b] = [row.indexOf(one), row.indexOf(other)];
    return a >= 0 && b >= 0 && Math.abs(a - b) === 1;
  });
}

/** The letters of each of two words that the other lacks. */
function lettersApart(one: string, other: string): [string[], string[]] {
  const left = Array.from(other);
  const own = Array.from(one).filter((letter) => {
    const at = left.indexOf(letter);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [own, left];
}

/** Whether two words have the same letters but for two of one, or one of each that people confuse. */
function hasSameLetters(typed: string, known: string): boolean {
  const [own, left] = lettersApart(typed, known);
  if (!own.length || !left.length) return own.length + left.length <= 2;
  return own.length === 1 && left.length === 1 && areConfused(own[0]!, left[0]!);
}

/** Whether a typing error makes the one word of the other. "Printer" for "pointer" is none: it is another word. */
function isSlip(typed: string, known: string): boolean {
  if (typed.length === SHORTEST_WORD) return typed[0] === known[0] && typed.at(-1) === known.at(-1);
  if (typed.length !== known.length) return true;
  return (
    Array.from(typed).every((letter, at) => {
      const other = known[at]!;
      return letter === other || areConfused(letter, other);
    }) || hasSameLetters(typed, known)
  );
}

/** The letters of a word as bits. Two words that are few errors apart have few letters that the other lacks. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

/** How many bits are set in 32 (Warren, Hacker's Delight, 5-1). */
function countBits(bits: number): number {
  let pairs = bits - ((bits >>> 1) & 0x55555555);
  pairs = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return (((pairs + (pairs >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** @param vocabulary Every known word with the number of its texts: of two words equally near, the commoner was meant. */
export function createNearestWord(
  vocabulary: Iterable<[word: string, texts: number]>,
): NearestWord {
  const known = new Map([...vocabulary].filter(([word]) => word.length > 3 && !/\d/.test(word)));
  const byLength: { one: string; texts: number; letters: number }[][] = [];
  for (const [one, texts] of known)
    (byLength[one.length] ??= []).push({ one, texts, letters: lettersOf(one) });

  const commonest = [...known.values()].reduce((most, texts) => Math.max(most, texts), 0);
  const fewest = commonest * SHARE_OF_COMMON_WORD;

  const meant = new Map<string, string | undefined>();
  const nearest = (word: string): string | undefined => {
    if (word.length < SHORTEST_WORD || word.length > LONGEST_WORD || /\d/.test(word))
      return undefined;
    const swap = swapped(word).find((one) => known.has(one));
    if (swap) return swap;
    const errors = mostErrors(word);
    const letters = lettersOf(word);
    const shortest = word.length > SHORTEST_WORD ? word.length - errors : word.length + 1;
    const lengths = byLength.slice(shortest, word.length + errors + 1);
    return lengths
      .flat()
      .filter((one) => one && countBits(one.letters ^ letters) <= 2 * errors)
      .map(({ one, texts }) => ({ one, texts, far: distance(word, one) }))
      .filter(({ one, far }) => far <= errors && isSlip(word, one))
      .filter(({ texts }) => word.length >= LETTERS_OF_RARE_WORD || texts >= fewest)
      .filter(
        ({ one, far }) =>
          far < 2 ||
          word.length >= LETTERS_OF_TWO_ERRORS ||
          (one[0] === word[0] && hasSameLetters(word, one)),
      )
      .map(({ one, texts, far }) => ({
        one,
        // People rarely miss the first letter, and drop or double one more often than they take another.
        cost: far + (one[0] === word[0] ? 0 : 0.6) + (one.length === word.length ? 0.2 : 0),
        texts,
      }))
      .filter(({ cost }) => cost < errors + 0.5)
      .sort((a, b) => a.cost - b.cost || b.texts - a.texts)[0]?.one;
  };
  return {
    to(word) {
      if (!meant.has(word)) meant.set(word, nearest(word));
      return meant.get(word);
    },
  };
}

/** @returns Finds a word among those that texts hold. What that needs is made when it is first asked for. */
export function nearestWordIn(texts: WordTexts): () => NearestWord {
  let known: NearestWord | undefined;
  return () =>
    (known ??= createNearestWord(
      texts.terms.flatMap((term, at): [string, number][] =>
        term.startsWith('~') ? [] : [[term, texts.textsWith(at)]],
      ),
    ));
}
