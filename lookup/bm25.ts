/**
 * Numbers of BM25+ as its authors and MiniSearch set them: how soon a word that is repeated stops to count, how much a long
 * text must hold, and what any text with the word gets (Lv and Zhai, Lower-Bounding Term Frequency Normalization, 2011).
 */
const SATURATION = 1.2;
const LENGTH = 0.7;
const LOWER_BOUND = 0.5;

/**
 * How much a term tells in a field: its inverse document frequency, never below 0.
 * @param all Number of texts.
 * @param having Number of texts whose field holds the term.
 */
export function idf(all: number, having: number): number {
  return Math.log(1 + (all - having + 0.5) / (having + 0.5));
}

/**
 * What BM25+ gives a text for a term in one field, before its inverse document frequency.
 * @param times How often the field holds the term.
 * @param relativeLength Length of the field by the mean length of that field.
 */
export function termFrequencyWeight(times: number, relativeLength: number): number {
  const damped = times + SATURATION * (1 - LENGTH + LENGTH * relativeLength);
  return LOWER_BOUND + (times * (SATURATION + 1)) / damped;
}
