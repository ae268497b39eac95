import type { Node } from 'jsonc-parser';
import { BACKSLASH, closes, LINE_FEED, opens, QUOTE } from './json-signs';
import { DEEPEST, parseJson } from './json-text';
import { itemsOf, valueOf } from './json-values';

/** A JSON object or array that stands in a text. */
export interface JsonRegion {
  root: Node;
  /** Objects in it that may be records. */
  records: readonly Node[];
  /** Where it stands, as UTF-16 offsets. Offsets of nodes count from `start`. */
  start: number;
  end: number;
  /** The text ends before it does. */
  isCutOff: boolean;
  /** The text begins in the middle of its first record, which is known as a sign-in. */
  lacksBeginning?: true;
  /** It was made of lines that are no JSON. */
  isOfLines?: true;
}

/** An object or array with something in it. Not `{state}`, `[ 2024-02-06`, a Markdown link or a PowerShell block. */
const START = /[{[](?=[\s>]{0,200}["{[])/g;

/** How many unclosed brackets are followed to the end of the text. */
const MOST_UNCLOSED = 8;

/**
 * Finds JSON inside of any text, also where the text ends in its middle.
 *
 * @param text Any text; the time grows linearly.
 * @returns Outermost objects and arrays, in order.
 */
export function jsonRegions(text: string): JsonRegion[] {
  const regions: JsonRegion[] = [];
  let unclosed = 0;
  START.lastIndex = 0;
  for (let match = START.exec(text); match; match = START.exec(text)) {
    const start = match.index;
    const end = endOf(text, start);
    if (end === undefined) {
      if (++unclosed > MOST_UNCLOSED) break;
    } else if (end < 0) {
      START.lastIndex = -end;
      continue;
    } else START.lastIndex = end;
    const stop = end ?? endOfParagraph(text, start);
    if (end === undefined) START.lastIndex = stop;
    const own = text.slice(start, stop);
    const root = parseJson(own);
    if (end === undefined && root) dropCutValue(root, own);
    if (!root?.children?.length) continue;
    regions.push({
      root,
      records: recordsOf(root),
      start,
      end: stop,
      isCutOff: end === undefined,
    });
  }
  return regions;
}

/** Takes out the last value of a text that ends within it: a string without its quote. A number shows no end of its own. */
function dropCutValue(root: Node, text: string): void {
  let holder = root;
  for (let last = holder.children?.at(-1); last; last = holder.children?.at(-1)) {
    const value: Node | undefined = last.type === 'property' ? last.children?.[1] : last;
    if (value?.children?.length) {
      holder = value;
      continue;
    }
    if (value && isCut(value, text)) holder.children!.pop();
    return;
  }
}

function isCut({ type, offset, length }: Node, text: string): boolean {
  return type === 'string' && (length < 2 || text.charCodeAt(offset + length - 1) !== QUOTE);
}

/** Two blank lines: what is below them is another text. */
const APART = /\n[ \t\r]{0,40}\n[ \t\r]{0,40}\n/g;

/** Where a text that was cut off ends: where another one stands apart, or at the end of all. */
function endOfParagraph(text: string, start: number): number {
  APART.lastIndex = start;
  return APART.exec(text)?.index ?? text.length;
}

/** Offset behind the bracket that closes; undefined where none does; negative where it is nested too deep. */
function endOf(text: string, start: number): number | undefined {
  let depth = 0;
  let isString = false;
  for (let at = start; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (isString) {
      if (sign === BACKSLASH) at++;
      // A string ends with its line, so that one stray quote does not turn the rest inside out.
      else if (sign === QUOTE || sign === LINE_FEED) isString = false;
    } else if (sign === QUOTE) isString = true;
    else if (opens(sign)) {
      if (++depth > DEEPEST) return -(at + 1);
    } else if (closes(sign) && --depth === 0) return at + 1;
  }
  return undefined;
}

/** Under which keys services and collectors keep their records. */
const HOLDERS = ['value', 'records', 'data', 'items', 'results', 'body', 'response', 'signIns'];

/** The objects that may be records: the root, the items of an array, those that stand under a known key. */
export function recordsOf(root: Node): Node[] {
  if (root.type === 'array')
    return itemsOf(root).flatMap((item) => (item.children ? recordsOf(item) : []));
  for (const key of HOLDERS) {
    const held = valueOf(root, key);
    if (held?.type === 'array' || (held?.type === 'object' && key !== 'data'))
      return recordsOf(held);
  }
  return [root];
}
