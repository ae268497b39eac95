import { recordsOf, type JsonRegion } from './json-regions';
import { parseObject } from './object-notation';

/**
 * An object that begins with a key as other notations than JSON write it: without quotes, in single ones, behind
 * backslashes. Not a block of code: its first word is no key.
 */
const START = /[{[](?=[\s{[]{0,40}(?:\\{1,7}"|[bu]?'|[\w$@][\w$@.-]{0,79}[ \t]{0,40}(?:=>|[:=])))/g;

/** How many objects without an end are followed to the end of the text. */
const MOST_UNCLOSED = 8;

/**
 * Finds objects that a program printed in another notation than JSON: Python, JavaScript, PowerShell, or JSON that was
 * escaped when it was written into a log.
 *
 * @param text Any text; the time grows linearly.
 * @param isRead Whether what stands at an offset was read already.
 * @returns Outermost objects with a name for each value, in order.
 */
export function looseRegions(text: string, isRead: (offset: number) => boolean): JsonRegion[] {
  const regions: JsonRegion[] = [];
  let unclosed = 0;
  START.lastIndex = 0;
  for (let match = START.exec(text); match; match = START.exec(text)) {
    const start = match.index;
    if (isRead(start)) continue;
    const { root, end: length, isCutOff } = parseObject(text.slice(start));
    const end = start + Math.max(length, 1);
    START.lastIndex = end;
    if (root.children?.length)
      regions.push({ root, records: recordsOf(root), start, end, isCutOff });
    if (isCutOff && ++unclosed > MOST_UNCLOSED) break;
  }
  return regions;
}
