import type { Node } from 'jsonc-parser';
import { append } from './append';
import type { FactRecord } from './fact';
import { groupNode, lineRegion, memberNode, textNode } from './line-objects';
import { SIGN, type Line } from './lines';
import { readAccessPolicies } from './read-access-policy';
import type { TakenLines } from './taken-lines';

/** A row of a policy whose members are named by their paths: `conditions.users.includeUsers: All`. */
const ROW =
  /^\s{0,20}(id|displayName|state|(?:created|modified)DateTime|(?:conditions|grantControls|sessionControls)(?:\.[a-z]\w{1,40}){1,4})\s{0,40}[:=]\s{0,9}(.{0,2000})$/i;

/** What no other list has. */
const HINT = 'conditions.';

/** Fewer rows, or more, are no policy. */
const LEAST_ROWS = 4;
const MOST_ROWS = 80;

/** Members that are lists. */
const IS_LIST =
  /\.(?:(?:include|exclude)\w{3,30}|clientAppTypes|\w{4,20}RiskLevels|builtInControls)$/i;

/** A row of a policy: the names on the path, the value, the index of its line. */
interface Row {
  path: string[];
  value: string;
  at: number;
}

/**
 * Reads Conditional Access policies in rows whose members are named by their paths.
 *
 * @param lines Cleaned lines of the text.
 * @param taken Lines that another reader has; those that this one takes are added.
 */
export function readDottedPolicies(lines: readonly Line[], taken: TakenLines): FactRecord[] {
  const records: FactRecord[] = [];
  if (!lines.some(({ text }) => text.includes(HINT))) return records;
  let rows: Row[] = [];
  const finish = () => {
    const found = rows.length >= LEAST_ROWS ? policiesOf(rows, lines) : [];
    if (found.length) for (const { at } of rows) taken.add(at);
    append(records, found);
    rows = [];
  };
  lines.forEach((line, at) => {
    const [, key, value = ''] =
      (taken.leaves(at, SIGN.colon | SIGN.equals) && ROW.exec(line.text)) || [];
    if (!key || rows.length === MOST_ROWS || rows.some((row) => row.path.join('.') === key))
      finish();
    if (key) rows.push({ path: key.split('.'), value: value.trim(), at });
  });
  finish();
  return records;
}

/** The policy that rows are; none where they are of something else. */
function policiesOf(rows: readonly Row[], lines: readonly Line[]): FactRecord[] {
  const [from, to] = [lines[rows[0]!.at]!.number, lines[rows.at(-1)!.at]!.number];
  const root = groupNode('object', [], from, to);
  for (const { path, value, at } of rows) {
    const line = lines[at]!.number;
    let parent = root;
    for (const name of path.slice(0, -1)) parent = objectIn(parent, name, line);
    const node = IS_LIST.test(path.join('.')) ? listOf(value, line) : textNode(line, bare(value));
    parent.children!.push(memberNode(line, path.at(-1)!, node));
  }
  const { region, lineOf } = lineRegion([root]);
  return readAccessPolicies(region, lineOf);
}

function objectIn(parent: Node, name: string, line: number): Node {
  const known = parent.children!.find(({ children }) => children![0]!.value === name);
  if (known?.children![1]!.type === 'object') return known.children[1]!;
  const node = groupNode('object', [], line, line);
  parent.children!.push(memberNode(line, name, node));
  return node;
}

/** The items of a list, with its brackets or without. */
function listOf(value: string, line: number): Node {
  const items = value.replace(/^[[{(](.{0,2000})[\]})]$/, '$1').split(/[,;]\s{0,9}/);
  const named = items.map((item) => bare(item.trim())).filter(Boolean);
  return groupNode(
    'array',
    named.map((item) => textNode(line, item)),
    line,
    line,
  );
}

/** A value without quotes; nothing for `null`. */
const bare = (value: string): string =>
  /^(?:null|none|-)$/i.test(value) ? '' : value.replace(/^(["'])(.{0,2000})\1,?$/, '$2');
