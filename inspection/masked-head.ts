/** No head of a column that Microsoft writes is longer, in UTF-16 units. */
const LONGEST_HEAD = 40;

/** An address, an account with its domain, a link or a path: what names somebody, or a place of somebody's. */
const NAMES_SOMEBODY = /@|\\|\/\/|[\p{L}\d]\.[\p{L}]{2,}/u;

/**
 * Takes out of the head of a column what may be personal data, for a report that is sent on. A head is a word of the
 * portal, but a page that turns rows into columns puts values there.
 * @param text The head as printed.
 * @returns At most 40 characters, with `#` for each digit; `[masked]` where it may name a person, device or site, or is
 * longer.
 */
export function maskedHead(text: string): string {
  const plain = text.replace(/[\s\p{C}]+/gu, ' ').trim();
  if (plain.length > LONGEST_HEAD || NAMES_SOMEBODY.test(plain)) return '[masked]';
  return plain.replace(/\p{N}/gu, '#');
}
