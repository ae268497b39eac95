import type { Fact } from '../facts/fact';
import { plainLine } from './plain-text';

/** Longer values are cut: a reader finds the rest on the page. In UTF-16 units. */
const LONGEST = 80;

/**
 * A value of a record as it is shown beside what it tells.
 * @returns `Client app: IMAP4`, without the characters that change how text reads.
 */
export function showFact({ label, printed }: Fact): string {
  // A row without a value is shown as one.
  const value = plainLine(printed) || '–';
  const short = value.length > LONGEST ? `${value.slice(0, LONGEST - 1)}…` : value;
  return label ? `${plainLine(label)}: ${short}` : short;
}
