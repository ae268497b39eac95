import { canonicalCode } from '../detection/code';
import { entryAddress } from './address';
import { plainWords } from './catalog-list';
import { readText } from './read-text';

/** Most words and most codes of a selection that stand in an address. */
const LONGEST_QUERY = 400;
/** What of a text is looked at for these words. */
const LONGEST_LOOK = 4000;
const MOST_CODES = 20;

/**
 * Where a text that somebody selected or typed elsewhere is answered on the lookup page. Of a longer text only its codes
 * go into the address: an address is remembered by the browser, and the text around them may name people. Where it has no
 * codes, its words do, without those that name people or may be secrets.
 * @param text Any text.
 * @returns The part of the address from `#`: the entry of the one code in it, else a query.
 */
export function selectionAddress(text: string): string {
  const words = text.trim();
  const alone = canonicalCode(words);
  const codes = alone ? [alone] : readText(text).codes;
  if (codes.length === 1) return entryAddress(codes[0]!);
  const query = codes.length
    ? codes.slice(0, MOST_CODES).join(' ')
    : plainWords(words.slice(0, LONGEST_LOOK)).slice(0, LONGEST_QUERY);
  // The cut may go through a pair of surrogates, half of which has no place in an address.
  return `#?q=${encodeURIComponent(query.toWellFormed())}`;
}
