import type { Node } from 'jsonc-parser';
import { recordsOf, type JsonRegion } from './json-regions';
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

const QUOTE = 34;
const BACKSLASH = 92;
const LINE_FEED = 10;

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
  if (!MAY_START.test(text)) return regions.length ? regions : membersInLines(text);
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
  return regions.length ? regions : membersInLines(text);
}

/** A line that holds members of an object without its brackets, the code among them. */
const MEMBERS =
  /^[ \t]{0,40}(?="\w{1,60}"[ \t]{0,9}:)(?=.{0,4000}?"status"[ \t]{0,9}:[ \t]{0,9}\{[ \t]{0,9}"errorCode")/gm;

/** What stands around a line that is a part of a whole object; blank lines say nothing. */
const GOES_ON = /[{[,:]\s{0,200}$/;
const ENDS_BELOW = /^\s{0,200}["{}\]]/;

/** Keys that a sign-in has beside its code. */
const BESIDE_CODE = ['userprincipalname', 'appdisplayname', 'appid', 'ipaddress', 'clientappused'];

/** Members of a sign-in that somebody copied into one line of a conversation: neither the brackets nor the rest are there. */
function membersInLines(text: string): JsonRegion[] {
  if (!text.includes('"status"')) return [];
  const matches = [...text.matchAll(MEMBERS)].slice(0, MOST_STARTS);
  const starts = new Set(matches.map(({ index }) => index));
  return matches.flatMap(({ index, 0: indent }) => {
    const start = index + indent.length;
    const [line = ''] = text.slice(start, start + LONGEST_LINE).split('\n', 1);
    const end = start + line.length;
    if (GOES_ON.test(text.slice(Math.max(0, index - 200), index))) return [];
    // The next line may be another sign-in.
    if (!starts.has(end + 1) && ENDS_BELOW.test(text.slice(end, end + 200))) return [];
    const root = closersFrom(line, 0).length ? undefined : parseJson(`{${line}`);
    if (!root) return [];
    moveBack(root, 1);
    const keys = keysOf(root);
    const isSignIn =
      valueOf(valueOf(root, 'status'), 'errorCode')?.type === 'number' &&
      BESIDE_CODE.filter((key) => keys.has(key)).length > 1;
    if (!isSignIn) return [];
    return { root, records: [root], start, end, isCutOff: true, lacksBeginning: true };
  });
}

/** A longer line is none of a conversation, in UTF-16 units. */
const LONGEST_LINE = 8000;

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
    const isClosing = sign === 125 || sign === 93;
    // Behind a bracket that closes the whole stands another text.
    if (isClosed && !isClosing && sign !== 44) break;
    isClosed = false;
    if (sign === QUOTE) isString = true;
    else if (sign === 123 || sign === 91) {
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
