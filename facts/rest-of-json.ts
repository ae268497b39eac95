import type { Node } from 'jsonc-parser';
import { recordsOf, type JsonRegion } from './json-regions';
import { BACKSLASH, closes, LINE_FEED, opens, QUOTE } from './json-signs';
import { DEEPEST, parseJson } from './json-text';
import { keysOf, valueOf } from './json-values';

/** What stands before the key with which the rest of an object may begin: nothing, a blank line or a code fence. */
const BEFORE_KEY =
  '(?:^(?:\\s{0,40}```[a-z]{0,10}[ \\t]{0,40}\\r?\\n)?|\\n[ \\t]{0,40}(?:```[a-z]{0,10}[ \\t]{0,40})?\\r?\\n)[\\s,}\\]]{0,80}';
const KEY = '\\w{1,60}"[ \\t]{0,9}:';

/** Where the rest of an object may begin. */
const START = new RegExp(`${BEFORE_KEY}(?="${KEY})`, 'g');

/** The same from its quote on: a text has fewer of them than line ends, and most texts have no such beginning. */
const MAY_START = new RegExp(`"(?=${KEY})(?<=${BEFORE_KEY}")`);

/** The end of a member with which a text begins that was cut off within it: `icyType":null},`; or the dots for it. */
const CUT_START =
  /^\s{0,40}(?:(?:\.{3}|…)|[\w :/.-]{0,80}"(?:[ \t]{0,9}:[ \t]{0,9}(?:null|true|false|\d{1,20}|"[^"\n]{0,400}"))?)[\s,}\]]{1,80}(?="\w{1,60}"[ \t]{0,9}:)/;

/** Where the part of an object ends that was cut off at both ends. */
const PART_END = /\n[ \t]{0,40}\r?\n/;

/** How many beginnings are followed. */
const MOST_STARTS = 8;

/** Keys that the record of a sign-in has, and hardly another. */
const OF_SIGN_IN = ['appliedConditionalAccessPolicies', 'riskLevelAggregated'];

/** Keys by which the object is known whose name stood before what was copied. */
const OF_STATUS = /"(?:errorCode|failureReason|additionalDetails)"/i;
const OF_DEVICE = /"(?:isCompliant|isManaged|trustType|operatingSystem|browser)"/i;

/**
 * Finds what somebody copied of the record of a sign-in from its middle on. Brackets that close what was never opened
 * tell what it stood in.
 *
 * @param text Any text; the time grows linearly.
 */
export function restsOfSignIns(text: string): JsonRegion[] {
  const regions: JsonRegion[] = [];
  const cut = CUT_START.exec(text);
  const whole = cut && (restFrom(text, cut[0].length) ?? partFrom(text, cut[0].length));
  if (whole) regions.push(whole);
  if (!MAY_START.test(text)) return regions.length ? regions : membersAlone(text);
  START.lastIndex = whole?.end ?? 0;
  for (let starts = 0; starts < MOST_STARTS; starts++) {
    const match = START.exec(text);
    if (!match) break;
    const start = match.index + match[0].length;
    const region = restFrom(text, start);
    if (!region) continue;
    regions.push(region);
    START.lastIndex = region.end;
  }
  return regions.length ? regions : membersAlone(text);
}

/** A line that begins with a member of an object. */
const MEMBER = /^[ \t]{0,40}"(\w{1,60})"[ \t]{0,9}:/;

/** The same in a text, where no object is open. */
const MEMBERS = /(?<=^[ \t]{0,40})"\w{1,60}"[ \t]{0,9}:/gm;

/** Keys of which one stands in members that are a sign-in. */
const MAY_BE_SIGN_IN = /"(?:status|appliedConditionalAccessPolicies)"/i;

/** What a key at the end of a line has behind it: its value begins with the next one. */
const GOES_ON = /:\s{0,40}$/;

/** Keys that a sign-in has beside its code. */
const BESIDE_CODE = [
  'userprincipalname',
  'appdisplayname',
  'appid',
  'ipaddress',
  'clientappused',
  'conditionalaccessstatus',
  'appliedconditionalaccesspolicies',
];

/** Members of a sign-in that somebody copied, in one line or below each other: neither the brackets nor the rest are there. */
function membersAlone(text: string): JsonRegion[] {
  if (!MAY_BE_SIGN_IN.test(text)) return [];
  const regions: JsonRegion[] = [];
  const depth = depthIn(text);
  MEMBERS.lastIndex = 0;
  for (let match = MEMBERS.exec(text); match; match = MEMBERS.exec(text)) {
    const start = match.index;
    if (depth(start) !== 0) continue;
    const end = endOfMembers(text, start);
    MEMBERS.lastIndex = end;
    const root = parseJson(`{${text.slice(start, end)}`);
    if (!root) continue;
    moveBack(root, 1);
    if (!isSignIn(root)) continue;
    regions.push({ root, records: [root], start, end, isCutOff: true, lacksBeginning: true });
  }
  return regions;
}

/** @returns How many brackets are open at an offset; each offset has to be behind the last. */
function depthIn(text: string): (offset: number) => number {
  let depth = 0;
  let at = 0;
  let isString = false;
  return (offset) => {
    for (; at < offset; at++) {
      const sign = text.charCodeAt(at);
      if (isString && sign === BACKSLASH) at++;
      else if (sign === LINE_FEED) isString = false;
      else if (sign === QUOTE) isString = !isString;
      else if (isString) continue;
      else if (opens(sign)) depth++;
      else if (closes(sign)) depth = Math.max(0, depth - 1);
    }
    return depth;
  };
}

/** Where the members end that begin in a line: at one that is none, or that has a key for a second time. */
function endOfMembers(text: string, start: number): number {
  const depth = depthIn(text.slice(start));
  const seen = new Set<string>();
  let end = start;
  for (let at = start; at < text.length;) {
    const feed = text.indexOf('\n', at);
    const stop = feed < 0 ? text.length : feed;
    const line = text.slice(at, Math.min(stop, at + LONGEST_START));
    if (depth(at - start) > 0) end = stop;
    else if (line.trim()) {
      const key = MEMBER.exec(line)?.[1]?.toLowerCase();
      if (key ? seen.has(key) : !GOES_ON.test(text.slice(Math.max(start, end - 40), end))) break;
      if (key) seen.add(key);
      end = stop;
    }
    at = stop + 1;
  }
  return end;
}

/** What of a line is looked at for its key, in UTF-16 units. */
const LONGEST_START = 120;

/** Whether members are those of a sign-in: its code and what stands beside it, or the policies and what became of them. */
function isSignIn(root: Node): boolean {
  const keys = keysOf(root);
  const beside = BESIDE_CODE.filter((key) => keys.has(key));
  const hasCode = valueOf(valueOf(root, 'status'), 'errorCode')?.type === 'number';
  const policies = valueOf(root, 'appliedConditionalAccessPolicies');
  return (hasCode && beside.length > 1) || (policies?.type === 'array' && beside.length > 1);
}

/** The rest that begins at an offset: the object with the brackets that are missing before it. */
function restFrom(text: string, start: number): JsonRegion | undefined {
  const closers = closersFrom(text, start);
  const [first] = closers;
  if (first === undefined || text[first] !== '}') return;
  const end = closers.at(-1)! + 1;
  const before = openingOf(
    closers.map((at) => text[at]!),
    text.slice(start, first),
  );
  const root = parseJson(before + text.slice(start, end));
  if (!root) return;
  moveBack(root, before.length);
  const records = recordsOf(root);
  const isNamed = !before.endsWith('"deviceDetail":{');
  if (!records[0] || !isOfSignIn(records[0], isNamed)) return;
  return { root, records, start, end, isCutOff: false, lacksBeginning: true };
}

/** The part that begins at an offset of an object that was cut off behind as well. */
function partFrom(text: string, start: number): JsonRegion | undefined {
  const [part = ''] = text.slice(start).split(PART_END, 1);
  const root = parseJson(`{${part}`);
  if (!root) return;
  moveBack(root, 1);
  const records = recordsOf(root);
  if (!records[0] || !isOfSignIn(records[0], false)) return;
  const end = start + part.length;
  return { root, records, start, end, isCutOff: true, lacksBeginning: true };
}

/** The offsets of the brackets that close what was not opened, up to where the whole ends. */
function closersFrom(text: string, start: number): number[] {
  const closers: number[] = [];
  let depth = 0;
  let isString = false;
  let isClosed = false;
  for (let at = start; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (isString) {
      if (sign === BACKSLASH) at++;
      else if (sign === QUOTE || sign === LINE_FEED) isString = false;
      continue;
    }
    if (sign <= 32) continue;
    const isClosing = closes(sign);
    // Behind a bracket that closes the whole stands another text.
    if (isClosed && !isClosing && sign !== 44) break;
    isClosed = false;
    if (sign === QUOTE) isString = true;
    else if (opens(sign)) {
      if (++depth > DEEPEST) return [];
    } else if (isClosing && depth > 0) depth--;
    else if (isClosing) {
      isClosed = true;
      if (closers.push(at) > DEEPEST) return [];
    }
  }
  return closers;
}

/**
 * The brackets that must have stood before, with the keys of what they hold.
 *
 * @param closers Brackets that close them, the innermost first.
 * @param innermost What is left of the innermost object.
 */
function openingOf(closers: readonly string[], innermost: string): string {
  const own = OF_DEVICE.test(innermost)
    ? 'deviceDetail'
    : OF_STATUS.test(innermost)
      ? 'status'
      : 'rest';
  return closers
    .map((closer, at) => {
      const isList = closer === ']';
      if (closers[at + 1] !== '}') return isList ? '[' : '{';
      return isList ? '"value":[' : `"${at === 0 ? own : 'properties'}":{`;
    })
    .toReversed()
    .join('');
}

/** Whether an object has what only the record of a sign-in has. */
function isOfSignIn(node: Node, isNamed: boolean): boolean {
  const properties = valueOf(node, 'properties');
  const inner = properties?.type === 'object' ? properties : node;
  const device = valueOf(inner, 'deviceDetail');
  const keys = device && keysOf(device);
  return (
    OF_SIGN_IN.some((key) => keysOf(inner).has(key.toLowerCase())) ||
    // A device of the directory has no browser.
    (keys?.has('iscompliant') === true && (isNamed || keys.has('browser'))) ||
    (device !== undefined && valueOf(valueOf(inner, 'status'), 'errorCode') !== undefined)
  );
}

/** Moves an object to where it stands without what was written before it. */
export function moveBack(node: Node, by: number): void {
  const offset = Math.max(0, node.offset - by);
  Object.assign(node, { offset, length: Math.max(0, node.offset + node.length - by - offset) });
  for (const child of node.children ?? []) moveBack(child, by);
}
