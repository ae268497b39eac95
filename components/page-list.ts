import type { PageCode } from '../inspection/page-codes';
import type { Severity } from '../lookup/entry';
import type { IndexLine } from '../lookup/index-line';
import type { Code } from '../detection/code';

/** A code of the page behind the popup, with what the catalog says of it. */
export type PageItem = PageCode & { line: IndexLine | undefined };

/** How urgent a code is. Where nobody knows, somebody should look. */
const RANKS: Record<Severity, number> = { critical: 5, high: 4, medium: 3, low: 1, expected: 0 };
const UNKNOWN_RANK = 2;

/** Places in sign-ins that succeeded or were interrupted, although the code itself is of failures. */
export const notFailed = ({ line, places }: PageItem): number =>
  line?.severity === 'expected' ? 0 : places.filter((place) => place.isExpected).length;

/** Whether nobody has to look at a code: by the code itself, or since none of its sign-ins on the page failed. */
export const isExpected = (item: PageItem): boolean =>
  item.line?.severity === 'expected' || notFailed(item) === item.places.length;

const rankOf = (item: PageItem) => {
  if (isExpected(item)) return RANKS.expected;
  return item.line?.severity ? RANKS[item.line.severity] : UNKNOWN_RANK;
};

/**
 * The codes of a page, worst first; of the same severity, the most frequent first, then in the order of the page.
 * @param lineOf The catalog's line of a code; nothing while it is not loaded.
 */
export function pageItems(
  codes: readonly PageCode[],
  lineOf: (code: Code) => IndexLine | undefined,
): PageItem[] {
  return codes
    .map((one) => ({ ...one, line: lineOf(one.code) }))
    .sort((one, other) => rankOf(other) - rankOf(one) || other.places.length - one.places.length);
}
