import { withoutAddressedCodes } from '../detection/addressed-codes';
import { withWholeCodes } from '../detection/broken-codes';
import type { Code } from '../detection/code';
import type { SignInIds } from '../detection/find-ids';
import { withReadLetters } from '../detection/misread-codes';
import { withoutSettledCodes } from '../detection/settled-codes';
import type { GuideLine } from './guide';
import type { IndexLine } from './index-line';
import { readText } from './read-text';
import type { Search } from './search';
import { meantCodes, onlyCode } from './typed-codes';

/** Most codes of one text that are listed. A log of a day holds thousands; nobody reads on after these. */
const MOST_ROWS = 200;

/** How much of a text without a code is looked up as words, in UTF-16 units. No message of the service is longer. */
const LONGEST_WORDS = 600;

/** A code to show. Where the catalog has no line for it, nothing is known of it, and it gets the honest answer. */
export interface AnswerRow {
  code: Code;
  line: IndexLine | undefined;
  /** How often the log has it, where the text is a count of a log. */
  times?: number;
}

/** What a typed or pasted text is answered with. */
export interface Answer {
  /** How the text was understood: nothing in it, one code alone, a text in which codes stand, or words to look up. */
  kind: 'empty' | 'code' | 'text' | 'words';
  /** Best first; the codes of a text in the order of the text. */
  rows: AnswerRow[];
  /** Guides that the words lead to, best first. */
  guides: GuideLine[];
  /** The first guide answers better than any code. */
  isGuideFirst: boolean;
  /** The answers hold so little of the words that these may be about something else. */
  isGuess: boolean;
  /**
   * Where nothing answers words: codes that hold some of them, best first. They are probably about something else, so they
   * are shown to somebody who asks for them; see `withNearest`.
   */
  nearest: AnswerRow[];
  /** How many different codes the text holds; more than there are rows where the list is cut. */
  total: number;
  /** Ids of the sign-in, read from the text. */
  ids: SignInIds;
  /** The text was too long to be read to its end. */
  isCut: boolean;
}

const EMPTY: Answer = {
  kind: 'empty',
  rows: [],
  guides: [],
  isGuideFirst: false,
  isGuess: false,
  nearest: [],
  total: 0,
  ids: {},
  isCut: false,
};

/** @returns The rows of a text that are listed: of too many, the known ones first. */
export function listedRows(rows: AnswerRow[]): AnswerRow[] {
  if (rows.length <= MOST_ROWS) return rows;
  const known = rows.filter(({ line }) => line);
  return [...known, ...rows.filter(({ line }) => !line)].slice(0, MOST_ROWS);
}

/**
 * Decides what a text is answered with, for every place in which people type or paste.
 *
 * - One code: the code, then known ones that begin with its digits. An unknown code stands alone: a neighbor is never
 *   offered in its place. An event id that several logs have is each of these events.
 * - A text with codes: these codes. Where there are too many, the known ones come first.
 * - Words, the text of a message among them: what the search finds, behind known codes whose digits stand in them.
 * @param text What somebody typed or pasted, of any length.
 * @param search Absent where the catalog is not loaded; codes are still recognized then.
 * @param fits Which lines words may find; without it all, and the guides. A code and the codes of a text are answered
 *   whatever it says, since a code that is left out is not an unknown one.
 * @param most How many lines words find at most, where it is not the usual number.
 */
export function answerText(
  text: string,
  search: Search | undefined,
  fits?: (line: IndexLine) => boolean,
  most?: number,
): Answer {
  const read = withoutAddressedCodes(withoutSettledCodes(withWholeCodes(withReadLetters(text))));
  const asked = read.trim();
  if (!asked) return EMPTY;
  const rowOf = (code: Code): AnswerRow => ({ code, line: search?.get(code) });

  const typed = onlyCode(asked);
  if (typed) {
    const found = search?.find(asked).map(({ code }) => code) ?? [];
    const variants = found.filter((code) => code.startsWith(`${typed}-`));
    const isKnown = search?.get(typed) !== undefined;
    const codes = isKnown ? [typed, ...found] : variants.length ? variants : [typed];
    const rows = [...new Set(codes)].map(rowOf);
    return { ...EMPTY, kind: 'code', rows, total: rows.length };
  }

  const { codes, ids, isCut } = readText(read);
  if (codes.length) {
    const rows = listedRows(codes.map(rowOf));
    return { ...EMPTY, kind: 'text', rows, total: codes.length, ids, isCut };
  }

  const depthOf = (code: Code) => search?.get(code)?.depth;
  const meant = meantCodes(
    asked,
    (code) => depthOf(code) !== undefined,
    (code) => (depthOf(code) ?? 'listed') !== 'listed',
  );
  // The blank at the end says that the last word is finished.
  const words = read.trimStart().slice(0, LONGEST_WORDS);
  const found = search?.find(words, fits, most).map(({ code }) => code) ?? [];
  const guides = meant.length || fits ? [] : (search?.findGuides(words) ?? []);
  const rows = [...new Set([...meant, ...found])].map(rowOf);
  const isGuideFirst = guides.length > 0 && search!.leadsToGuide(words);
  const isGuess = !meant.length && (search?.isGuess(words) ?? false);
  const isAnswered = rows.length > 0 || guides.length > 0;
  const nearest = isAnswered ? [] : (search?.nearest(words, fits) ?? []);
  return {
    kind: 'words',
    rows,
    guides,
    isGuideFirst,
    isGuess,
    nearest: nearest.map(({ code }) => rowOf(code)),
    total: rows.length,
    ids,
    isCut,
  };
}

/** @returns An answer that found nothing, with what is nearest in place of it, as the guess that it is. */
export function withNearest(answer: Answer): Answer {
  const { nearest } = answer;
  if (!nearest.length) return answer;
  return { ...answer, rows: nearest, isGuess: true, nearest: [], total: nearest.length };
}
