import type { Node } from 'jsonc-parser';
import type { FactRecord } from './fact';
import { labelLists } from './label-lists';
import { groupNode, lineRegion, movedTo } from './line-objects';
import { SIGN, type Line } from './lines';
import { parseObject } from './object-notation';
import { codesOfLine } from './read-codes';
import { readApp, readCredentials } from './read-app';
import { readFederated } from './read-federated';
import { readRequestJson } from './read-requests';
import { readSignInJson } from './read-sign-in-json';
import { readSummary } from './read-summary';
import { readTokenJson } from './read-token';
import { signInFactOfKey } from './sign-in-keys';
import type { TakenLines } from './taken-lines';

/** Readers of objects, asked in this order; the first that has a record takes the list. */
const READERS = [
  readApp,
  readCredentials,
  readFederated,
  readTokenJson,
  readSummary,
  readSignInJson,
];

/** Labels of which their records have one at least: lines with none are no list. Not the rows of dsregcmd, `Client ErrorCode`. */
const HINT =
  /(?<!Client |Server )\b(?:(?:set|list)_)?(?:app_?id|aud|client_?id|key_?id|issuer|error_?(?:code|number)|result_?type)\b/i;

/** What parts a label from its value; the colon of some languages is wide. */
const LABEL_SIGNS = SIGN.colon | SIGN.equals | SIGN.cell | SIGN.wide;

/**
 * Reads app registrations, claims, sign-ins and the parameters of requests that stand as labels and values below each other.
 *
 * @param hasRequest Whether a request was read in the text, whose parameters may stand in such a list.
 * @param lines Cleaned lines of the text.
 * @param taken Lines that another reader has; those that this one takes are added.
 */
export function readLabelLists(
  hasRequest: boolean,
  lines: readonly Line[],
  taken: TakenLines,
): FactRecord[] {
  if (!lines.some(({ text }, at) => taken.leaves(at, LABEL_SIGNS) && HINT.test(text))) return [];
  const inLines = lines.flatMap((line, at) => {
    const found = taken.has(at) ? [] : signInsOfPairs(line);
    if (!found.length) return [];
    const codes = new Set(found.flatMap((record) => record.codes));
    // Another code belongs to a message, whose reader needs the line.
    if (codesOfLine(line.text).every((code) => codes.has(code))) taken.add(at);
    return found;
  });
  const inLists = labelLists(lines, taken).flatMap(({ region: { region, lineOf }, lines: own }) => {
    for (const read of hasRequest ? READERS : [...READERS, readRequestJson]) {
      const found = read(region, lineOf);
      if (!found.length) continue;
      // What is no part of the record may be one of a message.
      const used = new Set(found.flatMap(({ facts }) => facts.map(({ source }) => source.line)));
      for (const at of own) if (used.has(lines[at]!.number) || isNull(lines[at]!)) taken.add(at);
      return found;
    }
    return [];
  });
  return [...inLines, ...inLists];
}

/** A row of the record that says nothing, and would say so to the next reader. */
const isNull = ({ pair }: Line): boolean => pair?.value === 'null';

/** Where pairs of names and values begin that share a line: `userPrincipalName=…, errorCode=50126`, or with colons. */
const PAIRS =
  /(?:^|[\s,;|([])(?=[a-z]\w{1,40}=[^=,;]{1,400}[,;]\s{0,3}[a-z]\w{1,40}=|[a-z]\w{1,40}: [^,;]{1,400}[,;] ?[a-z]\w{1,40}: )/i;

/** The sign-ins of such a line. */
function signInsOfPairs(line: Line): FactRecord[] {
  if (!line.has(SIGN.equals | SIGN.colon) || !line.has(SIGN.comma)) return [];
  const start = PAIRS.exec(line.text)?.index;
  if (start === undefined) return [];
  const root = movedTo(parseObject(`{${line.text.slice(start)}}`).root, line.number);
  const { region, lineOf } = lineRegion(partedAtKeys(root));
  return readSignInJson(region, lineOf);
}

/** The objects that pairs are: a key of sign-ins that comes again begins another one. */
function partedAtKeys(pairs: Node): Node[] {
  const { offset } = pairs;
  const parts: Node[][] = [[]];
  let seen = new Set<string>();
  for (const member of pairs.children ?? []) {
    const key = String(member.children?.[0]?.value).toLowerCase();
    if (seen.has(key) && signInFactOfKey(key)) {
      parts.push([]);
      seen = new Set();
    }
    seen.add(key);
    parts.at(-1)!.push(member);
  }
  return parts.map((members) => groupNode('object', members, offset, offset));
}
