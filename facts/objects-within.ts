import type { Node } from 'jsonc-parser';
import { parseJson, SHORTEST_JSON } from './json-text';
import { itemsOf, valueOf } from './json-values';
import { movedTo } from './line-objects';

/** A longer text is no value. */
const LONGEST = 1_000_000;

/** A table of sign-ins has fewer columns. */
const MOST_COLUMNS = 200;

/** JSON that was written as a text into JSON, how often at most. */
const DEEPEST = 3;

/**
 * Finds the objects that stand within another one, outermost first: under any key, in a text that holds JSON, in the rows
 * of a table whose columns are named apart, in a list of names with values.
 *
 * @param root An object or array that is no record itself.
 * @returns Each object with those within it; offsets within a text are that of the text.
 */
export function* objectsWithin(root: Node, depth = 0): Generator<Node, void, boolean | undefined> {
  for (const child of childrenOf(root, depth)) {
    // A reader took it: what stands within it belongs to it.
    const isTaken = child.type === 'object' ? yield child : false;
    if (!isTaken) yield* objectsWithin(child, depth + (isText(child) ? 1 : 0));
  }
}

function childrenOf(node: Node, depth: number): readonly Node[] {
  if (node.type === 'string') return depth < DEEPEST ? parsed(node) : [];
  if (node.type === 'object') {
    const rows = rowsOf(node);
    if (rows) return rows;
    return (node.children ?? []).flatMap(({ children }) => children?.[1] ?? []);
  }
  const named = namedValues(node);
  return named ? [named] : (node.children ?? []);
}

const isText = ({ type }: Node) => type === 'string';

/** The JSON that a text is. */
function parsed({ value, offset, length }: Node): Node[] {
  const text = String(value);
  if (text.length < SHORTEST_JSON || text.length > LONGEST || !/^\s{0,20}[{[]/.test(text))
    return [];
  const root = parseJson(text);
  if (!root) return [];
  movedTo(root, offset, length);
  return root.type === 'array' ? (root.children ?? []) : [root];
}

/** `{ columns: [{ name }], rows: [[…]] }`, as Log Analytics answers. */
function rowsOf(node: Node): Node[] | undefined {
  const columns = itemsOf(valueOf(node, 'columns')).map((one) =>
    one.type === 'object' ? (valueOf(one, 'name') ?? valueOf(one, 'ColumnName')) : one,
  );
  const rows = valueOf(node, 'rows');
  if (columns.length < 2 || columns.length > MOST_COLUMNS || rows?.type !== 'array') return;
  return itemsOf(rows).map((row) => objectOf(row, columns, itemsOf(row)));
}

/** The keys under which a list holds names, and those of their values: browsers' tools, claims as .NET and Azure print them. */
const NAMES = ['name', 'key', 'title', 'type', 'typ'];
const VALUES = ['value', 'val'];

const firstOf = (node: Node, keys: readonly string[]) => {
  for (const key of keys) {
    const value = valueOf(node, key);
    if (value) return value;
  }
  return undefined;
};

/** `[{ "name": "client_id", "value": "…" }]` as an object. */
function namedValues(list: Node): Node | undefined {
  const items = itemsOf(list);
  if (items.length < 2) return;
  const names = items.map((item) => firstOf(item, NAMES));
  const values = items.map((item) => firstOf(item, VALUES));
  if (!names.every((one) => one?.type === 'string') || !values.every(Boolean)) return;
  return objectOf(list, names, values);
}

function objectOf(
  { offset, length }: Node,
  names: readonly (Node | undefined)[],
  values: readonly (Node | undefined)[],
): Node {
  // A row may be shorter than the names are many.
  const children = values.flatMap((value, at): Node[] => {
    const name = names[at];
    return name && value
      ? [{ type: 'property', offset: value.offset, length: value.length, children: [name, value] }]
      : [];
  });
  return { type: 'object', offset, length, children };
}
