import { parseTree, type Node } from 'jsonc-parser';
import { BACKSLASH, LINE_FEED, QUOTE } from './json-signs';

/** A shorter text holds no JSON of a record. */
export const SHORTEST_JSON = 40;

/** What no record nests deeper than: the parser recurses, and must not be fed more. */
export const DEEPEST = 64;

const SLASH = 47;
const STAR = 42;
const CARRIAGE_RETURN = 13;
const CLOSING: Readonly<Record<number, number>> = { 91: 93, 123: 125 };

/**
 * Parses JSON, also with comments, with a comma at the end of a list, and without its end.
 *
 * @param text Any text; the time grows linearly.
 * @returns Its root; undefined for what is no JSON, or nests deeper than any record.
 */
export function parseJson(text: string): Node | undefined {
  return isTooDeep(text) ? undefined : parseTree(text, [], { allowTrailingComma: true });
}

/** Whether the parser would come too deep: it passes over strings, comments, and brackets that close another kind. */
function isTooDeep(text: string): boolean {
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === QUOTE) at = endOfString(text, at);
    else if (sign === SLASH) at = endOfComment(text, at);
    else if (sign === open.at(-1)) open.pop();
    else if (CLOSING[sign] && open.push(CLOSING[sign]) > DEEPEST) return true;
  }
  return false;
}

/** Offset of the quote that closes, or of the end of the line, where a string without one ends. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === BACKSLASH) at++;
    else if (sign === QUOTE || sign === LINE_FEED || sign === CARRIAGE_RETURN) return at;
  }
  return text.length;
}

/** Offset of the last sign of a comment; that of the slash where none begins. */
function endOfComment(text: string, start: number): number {
  const second = text.charCodeAt(start + 1);
  if (second === STAR) {
    const end = text.indexOf('*/', start + 2);
    return end < 0 ? text.length : end + 1;
  }
  if (second !== SLASH) return start;
  let at = start + 1;
  while (at + 1 < text.length && !/[\r\n]/.test(text[at + 1]!)) at++;
  return at;
}
