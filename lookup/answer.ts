import { canonicalCode, type Code } from '../detection/code';
import type { SignInIds } from '../detection/find-ids';
import { entryAddress, guideAddress } from './address';
import type { GuideLine } from './guide';
import type { IndexLine } from './index-line';
import { readText } from './read-text';
import type { Search } from './search';

/** Most codes of one text that are listed. A log of a day holds thousands; nobody reads on after these. */
const MOST_ROWS = 200;

/** How much of a text without a code is looked up as words, in UTF-16 units. No message of the service is longer. */
const LONGEST_WORDS = 600;

/** A code to show. Where the catalog has no line for it, nothing is known of it, and it gets the honest answer. */
export interface AnswerRow {
  code: Code;
  line: IndexLine | undefined;
}

/** What a typed or pasted text is answered with. */
export interface Answer {
  /** How the text was understood: nothing in it, one code alone, a text in which codes stand, or words to look up. */
  kind: 'empty' | 'code' | 'text' | 'words';
  /** Best first; the codes of a text in the order of the text. */
  rows: AnswerRow[];
  /** Guides that the words lead to, best first. */
  guides: GuideLine[];
  /** How many different codes the text holds; more than there are rows where the list is cut. */
  total: number;
  /** Ids of the sign-in, read from the text. */
  ids: SignInIds;
  /** The text was too long to be read to its end. */
  isCut: boolean;
}

const EMPTY: Answer = { kind: 'empty', rows: [], guides: [], total: 0, ids: {}, isCut: false };

/** The code that a text is, where it is nothing else: any spelling, or the bare digits of a sign-in code. */
function onlyCode(text: string): Code | undefined {
  return canonicalCode(text) ?? (/^\d{5,8}$/.test(text) ? `AADSTS${text}` : undefined);
}

/**
 * Decides what a text is answered with, for every place in which people type or paste.
 *
 * - One code: the code, then known ones that begin with its digits. An unknown code stands alone: a neighbor is never
 *   offered in its place.
 * - A text with codes: these codes. Where there are too many, the known ones come first.
 * - Words, the text of a message among them: what the search finds.
 * @param text What somebody typed or pasted, of any length.
 * @param search Absent where the catalog is not loaded; codes are still recognized then.
 * @param fits Which lines words may find; without it all, and the guides. A code and the codes of a text are answered
 *   whatever it says, since a code that is left out is not an unknown one.
 */
export function answerText(
  text: string,
  search: Search | undefined,
  fits?: (line: IndexLine) => boolean,
): Answer {
  const asked = text.trim();
  if (!asked) return EMPTY;
  const rowOf = (code: Code): AnswerRow => ({ code, line: search?.get(code) });

  const typed = onlyCode(asked);
  if (typed) {
    const isKnown = search?.get(typed) !== undefined;
    const others = isKnown ? search.find(asked).map(({ code }) => code) : [];
    const rows = [...new Set([typed, ...others])].map(rowOf);
    return { ...EMPTY, kind: 'code', rows, total: rows.length };
  }

  const { codes, ids, isCut } = readText(text);
  if (codes.length) {
    const rows = codes.map(rowOf);
    const listed =
      rows.length > MOST_ROWS
        ? [...rows.filter(({ line }) => line), ...rows.filter(({ line }) => !line)]
        : rows;
    return {
      ...EMPTY,
      kind: 'text',
      rows: listed.slice(0, MOST_ROWS),
      total: rows.length,
      ids,
      isCut,
    };
  }

  const words = asked.slice(0, LONGEST_WORDS);
  const found = search?.find(words, fits) ?? [];
  const guides = fits ? [] : (search?.findGuides(words) ?? []);
  const rows = found.map((line): AnswerRow => ({ code: line.code, line }));
  return { kind: 'words', rows, guides, total: rows.length, ids, isCut };
}

/** A code or a guide in a list. */
export type AnswerItem<Row extends AnswerRow = AnswerRow> = Row | { guide: GuideLine };

/** What stands in a list: the best code first, then the guides, then all other codes. */
export function itemsOf({ rows, guides }: Pick<Answer, 'rows' | 'guides'>): AnswerItem[] {
  return [...rows.slice(0, 1), ...guides.map((guide) => ({ guide })), ...rows.slice(1)];
}

/** The address of an item on the lookup page. */
export function itemAddress(item: AnswerItem): string {
  return 'guide' in item ? guideAddress(item.guide.name) : entryAddress(item.code);
}
