import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import type { Entry, Sentence } from '../../lookup/entry';
import { cutSentences } from '../prose';
import type { Finding } from './finding';
import { lineOf, type WrittenEntry } from './written-entry';

/** The highest school grade of a User section. */
export const MOST_GRADE = 8;

/** Labels and literals are read off the screen, not understood; names of products are known by sight. */
const SEEN = 'it';
const NAMES =
  /\bMicrosoft(?: Entra(?: ID)?| Authenticator| 365)?\b|\bOutlook\b|\bWindows(?: Hello)?\b|\bAuthenticator\b/g;

function readAloud(sentence: Sentence): Sentence {
  return sentence.map((run) => {
    if (typeof run === 'string') return run.replace(NAMES, SEEN);
    return 'e' in run ? run : SEEN;
  });
}

/**
 * School grade of what a person reads on the sign-in page: Flesch-Kincaid grade level (Kincaid et al. 1975), from the
 * words of a sentence and the syllables of a word.
 * @returns undefined for an entry without User.
 */
export function gradeOf({ user }: Pick<Entry, 'user'>): number | undefined {
  if (!user) return undefined;
  const sentences = [...user.text, ...user.steps].map(readAloud).flatMap(cutSentences);
  const words = sentences.join(' ').match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
  if (!words.length) return undefined;
  return fleschKincaid({
    sentence: sentences.length,
    word: words.length,
    syllable: words.reduce((sum, word) => sum + Math.max(syllable(word), 1), 0),
  });
}

/** Refuses User sections that ask for more than eight years of school. */
export function checkReadingGrade(written: WrittenEntry[]): Finding[] {
  return written.flatMap((one): Finding[] => {
    const grade = gradeOf(one.entry);
    if (grade === undefined || grade <= MOST_GRADE) return [];
    return [
      {
        check: 'reading',
        level: 'problem',
        file: one.file,
        line: lineOf(one, '## User'),
        message: `User reads at school grade ${grade.toFixed(1)}; ${MOST_GRADE} is the most. Shorter sentences and words`,
      },
    ];
  });
}
