import { recordsOf, type JsonRegion } from './json-regions';
import { parseObject } from './object-notation';

/**
 * An object that begins with a key as other notations than JSON write it: without quotes, in single ones, behind
 * backslashes. Not a block of code: its first word is no key.
 */
const START = /[{[](?=[\s{[]{0,40}(?:\\{1,7}"|[bu]?'|[\w$@][\w$@.-]{0,79}[ \t]{0,40}(?:=>|[:=])))/g;

/** How many objects without an end are followed to the end of the text. */
const MOST_UNCLOSED = 8;

/** Two blank lines, or a line that begins with an object: another text stands there. */
const NEXT_TEXT = /\n(?:[ \t\r]{0,40}\n[ \t\r]{0,40}\n|([ \t]{0,40})@?\{)/g;

/** Where an object that was never closed ends. What is set in below it is a part of it. */
function endOfObject(text: string, start: number): number {
  const line = text.slice(Math.max(text.lastIndexOf('\n', start) + 1, start - 40), start);
  const indent = /^[ \t]{0,40}/.exec(line)![0].length;
  NEXT_TEXT.lastIndex = start;
  for (let match = NEXT_TEXT.exec(text); match; match = NEXT_TEXT.exec(text))
    if (match[1] === undefined || match[1].length <= indent) return match.index;
  return text.length;
}

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
    const whole = parseObject(text.slice(start));
    const { isCutOff } = whole;
    const { root, end: length } = isCutOff
      ? parseObject(text.slice(start, endOfObject(text, start)))
      : whole;
    const end = start + Math.max(length, 1);
    START.lastIndex = end;
    if (root.children?.length)
      regions.push({ root, records: recordsOf(root), start, end, isCutOff });
    if (isCutOff && ++unclosed > MOST_UNCLOSED) break;
  }
  return regions;
}
