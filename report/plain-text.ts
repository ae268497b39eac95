import type { Sentence } from '../lookup/entry';

/** A sentence as plain text, its links with their addresses in brackets. */
export function plainSentence(sentence: Sentence): string {
  return sentence
    .map((run) => {
      if (typeof run === 'string') return run;
      if ('b' in run) return run.b;
      if ('c' in run) return run.c;
      if ('e' in run) return '';
      return 'h' in run ? `${run.a} (${run.h})` : run.a;
    })
    .join('');
}

/** Characters that are no text: controls, and those that turn the direction of what follows. */
const NO_TEXT = /[\p{Cc}\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/**
 * Text of a page as one line of plain text.
 * @returns The text without control and direction characters, each stretch of white space as one blank.
 */
export function plainLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(NO_TEXT, '').trim();
}
