import type { Node } from 'jsonc-parser';
import { append } from './append';
import type { FactRecord } from './fact';
import { groupNode, lineRegion, memberNode, textNode } from './line-objects';
import { Question, SIGN, type Line } from './lines';
import { variantOf } from './read-sign-in-csv';
import { readSignInJson } from './read-sign-in-json';
import { signInFactOfKey } from './sign-in-keys';
import { JSON_HEADINGS } from './sign-in-paths';

/** The name of a column before its value, with blanks between them; a column without a value has its name alone. */
const NAME = /^[ \t]{0,40}([a-z]\w{1,60})(?: \[UTC\])?(?: {2,200}(?=[^\s:=|])|[ \t]{0,200}$)/i;

/** A longer line is no column. */
const LONGEST = 20_000;

/** A name of the log is made of words: `ResultType`. Labels that other lists have are one word. */
const WORDS = /[a-z\d][A-Z]/;

/** How many known columns make a row of the log, and how many of them have such a name. */
const LEAST_KNOWN = 4;
const LEAST_OF_LOG = 2;

/** What the list shows of a row in one line above its columns. */
const OPENED = /^[ \t]{0,40}[▼▾⌄v][ \t]{1,40}(?=\S{0,40}\d)/u;

/** JSON goes on in no more lines. */
const MOST_LINES = 80;

const isKnown = (name: string): boolean =>
  JSON_HEADINGS[name.toLowerCase()] !== undefined || signInFactOfKey(name) !== undefined;

/** A row while its columns are read. */
interface Row {
  members: Node[];
  names: Set<string>;
  from: number;
  to: number;
}

/**
 * Reads rows of Log Analytics and Sentinel that were opened, whose names and values stand beside each other with blanks
 * between them.
 *
 * @param raw Lines of the text as they are.
 * @returns The sign-ins, and the lines that they stand in.
 */
export function readAlignedRows(raw: readonly Line[]): { records: FactRecord[]; lines: number[] } {
  const records: FactRecord[] = [];
  const lines: number[] = [];
  for (let at = 0; at < raw.length; at++) {
    if (!knownPair(raw[at]!)?.value) continue;
    const { rows, end } = rowsFrom(raw, at);
    at = end - 1;
    for (const row of rows) {
      const found = recordsOf(row, raw);
      append(records, found);
      if (!found.length) continue;
      const first = row.from > 0 && OPENED.test(raw[row.from - 1]!.text) ? row.from - 1 : row.from;
      for (let own = first; own <= row.to; own++) lines.push(own);
    }
  }
  return { records, lines };
}

interface AlignedPair {
  name: string;
  value: string;
}

/** A column and its value. A word alone in its line is one only where its name says so. */
function pairOf(line: Pick<Line, 'text' | 'has'> | undefined): AlignedPair | undefined {
  if (!line?.has(SIGN.letter) || line.text.length > LONGEST) return;
  const match = NAME.exec(line.text);
  if (!match) return;
  const [before, name = ''] = match;
  const value = line.text.slice(before.length).trimEnd();
  return value || WORDS.test(name) ? { name, value } : undefined;
}

const KNOWN_PAIR = new Question((line): AlignedPair | undefined => {
  const pair = line.text.includes('  ') ? pairOf(line) : undefined;
  return pair && isKnown(pair.name) ? pair : undefined;
});

const knownPair = (line: Line | undefined): AlignedPair | undefined => line?.ask(KNOWN_PAIR);

/** The rows that stand below each other, and the index behind them. A name that comes again begins the next row. */
function rowsFrom(raw: readonly Line[], start: number): { rows: Row[]; end: number } {
  const rows: Row[] = [];
  let row: Row | undefined;
  let at = start;
  while (at < raw.length) {
    const isGap = !raw[at]!.text.trim() && knownPair(raw[at + 1]) !== undefined;
    const own = isGap ? at + 1 : at;
    const pair = pairOf(raw[own]);
    if (!pair) break;
    const { text, end } = valueFrom(raw, own, pair.value);
    if (!row || row.names.has(pair.name)) {
      row = { members: [], names: new Set(), from: own, to: own };
      rows.push(row);
    }
    const { number } = raw[own]!;
    row.members.push(memberNode(number, pair.name, textNode(number, text)));
    row.names.add(pair.name);
    row.to = end - 1;
    at = end;
  }
  return { rows, end: at };
}

/** A value with the lines in which its JSON goes on, and the index behind them. */
function valueFrom(raw: readonly Line[], at: number, value: string): { text: string; end: number } {
  const parts = [value];
  let end = at + 1;
  if (!/^[[{]/.test(value)) return { text: value, end };
  for (let depth = depthOf(value); depth > 0 && end - at < MOST_LINES; end++) {
    const line = raw[end];
    if (!line?.text.trim() || knownPair(line)) break;
    parts.push(line.text.trim());
    depth += depthOf(line.text);
  }
  return { text: parts.join('\n'), end };
}

/** How many brackets a line opens more than it closes. */
const depthOf = (text: string): number => text.split(/[[{]/).length - text.split(/[\]}]/).length;

/** The record of a row; none where it is one of another table. */
function recordsOf({ members, names, from, to }: Row, raw: readonly Line[]): FactRecord[] {
  const known = [...names].filter(isKnown);
  if (known.length < LEAST_KNOWN) return [];
  if (known.filter((name) => WORDS.test(name)).length < LEAST_OF_LOG) return [];
  const row = groupNode('object', members, raw[from]!.number, raw[to]!.number);
  const { region, lineOf } = lineRegion([row]);
  const signIns = readSignInJson(region, lineOf).filter(({ kind }) => kind === 'signIn');
  const variant = names.has('ResultType') ? variantOf([...names], '') : 'row of the sign-in log';
  return signIns.map((signIn) => ({ ...signIn, title: variant }));
}
