import type { FoundCode } from '../detection/find-codes';

/** A comparison of a column that leaves out the number behind it, or the numbers of its list. */
const EXCLUDES =
  /(?<=[a-z\])"']\s{0,4})(?:!=|<>|!~|\bne\b|-(?:i?ne|notin)\b|!in~?|\bnot\s{1,4}in\b)[\s"'()[\]]{0,20}(?:\d{1,8}["'\s,]{1,9}){0,40}$/i;

/** How far before a code such a comparison is looked for, in UTF-16 units. */
const NEAR = 400;

/** A line of a query, or of a remark in it. */
const OF_QUERY =
  /^\s{0,200}(?:\||\/\/|let\s|$)|\|\s{0,9}(?:where|project|summarize|extend|take|top|render)\s|^\s{0,200}\w{1,60};?\s{0,20}$/;

/**
 * The codes of a text without those that its query leaves out: what was pasted below it has none of them. A query alone is
 * asked about with all of its codes.
 */
export function withoutExcluded(text: string, found: readonly FoundCode[]): readonly FoundCode[] {
  // A log has the number alone. `0 != AADSTS50126` is what a test of a program prints.
  const isExcluded = ({ start }: FoundCode) =>
    /\d/.test(text.charAt(start)) && EXCLUDES.test(text.slice(Math.max(0, start - NEAR), start));
  const left = found.filter((one) => !isExcluded(one));
  return left.length < found.length && text.split('\n').every((line) => OF_QUERY.test(line))
    ? found
    : left;
}
