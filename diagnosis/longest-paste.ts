/** Longest text that is read for records, in UTF-16 units. Pages that say so need none of the readers. */
export const LONGEST_PASTE = 10_000_000;
