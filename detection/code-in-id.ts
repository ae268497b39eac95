import type { FoundCode } from './find-codes';

/** Signs of an id or a token, up to the quote around it. */
const BEFORE = /["'][\w+/=.-]{0,120}[a-z\d_]$/i;
const BEHIND = /^[a-z_][\w+/=.-]{0,120}["']/i;

/** Longest id that is looked at on each side, in UTF-16 units. */
const NEAR = 122;

/**
 * @param text The text that a code was found in.
 * @returns Whether what looks like a code is a part of an id in quotes, without a blank in it: `"ZxAADSTS50034madeUp"`. Between
 *   underscores it is a word of a name: `"login_AADSTS50034_failed"`.
 */
export function isWithinId(text: string, { code, start, end }: FoundCode): boolean {
  return (
    code.startsWith('AADSTS') &&
    !(text[start - 1] === '_' && text[end] === '_') &&
    BEHIND.test(text.slice(end, end + NEAR)) &&
    BEFORE.test(text.slice(Math.max(0, start - NEAR), start))
  );
}
