import type { Node } from 'jsonc-parser';

/** A single value in JSON. */
export interface Leaf {
  /** Path in lower case, indexes left out: `appliedconditionalaccesspolicies[].result`. */
  path: string;
  /** The last key as it is written. */
  key: string;
  /** Numbers and truth values as text; null as an empty one. */
  text: string;
  offset: number;
}

const knownMembers = new WeakMap<Node, ReadonlyMap<string, Node | undefined>>();

/**
 * The values of an object by their keys in lower case; of a key that stands twice, the first. Every reader asks an object
 * for the keys of its own records, so that they are looked up once.
 */
function membersOf(node: Node): ReadonlyMap<string, Node | undefined> {
  const before = knownMembers.get(node);
  if (before) return before;
  const members = new Map<string, Node | undefined>();
  if (node.type === 'object')
    for (const { children } of node.children ?? []) {
      const key = String(children?.[0]?.value).toLowerCase();
      if (!members.has(key)) members.set(key, children?.[1]);
    }
  knownMembers.set(node, members);
  return members;
}

/** @returns The value of a key of an object, whatever the case of its letters. */
export function valueOf(node: Node | undefined, key: string): Node | undefined {
  return node?.type === 'object' ? membersOf(node).get(key.toLowerCase()) : undefined;
}

/** @returns The text of a string, number or truth value under a key; undefined for anything else. */
export function textOf(node: Node | undefined, ...keys: string[]): string | undefined {
  let at = node;
  for (const key of keys) at = valueOf(at, key);
  if (!at || at.type === 'object' || at.type === 'array' || at.type === 'null') return;
  return String(at.value);
}

/** @returns The items of an array; none for anything else. */
export function itemsOf(node: Node | undefined): Node[] {
  return node?.type === 'array' ? (node.children ?? []) : [];
}

/** @returns The keys of an object, in lower case. */
export function keysOf(node: Node): Pick<ReadonlyMap<string, unknown>, 'has'> {
  return membersOf(node);
}

/**
 * @param node An object.
 * @returns Every single value in it, in the order of the text.
 */
export function leavesOf(node: Node): readonly Leaf[] {
  const before = knownLeaves.get(node);
  if (before) return before;
  const leaves: Leaf[] = [];
  collect(node, '', '', leaves);
  knownLeaves.set(node, leaves);
  return leaves;
}

const knownLeaves = new WeakMap<Node, readonly Leaf[]>();

function collect(node: Node, path: string, key: string, leaves: Leaf[]): void {
  if (node.type === 'object') {
    for (const { children } of node.children ?? []) {
      const name = String(children?.[0]?.value ?? '');
      const value = children?.[1];
      if (value)
        collect(value, path ? `${path}.${name.toLowerCase()}` : name.toLowerCase(), name, leaves);
    }
  } else if (node.type === 'array') {
    for (const item of node.children ?? []) collect(item, `${path}[]`, key, leaves);
  } else {
    const text = node.type === 'null' ? '' : String(node.value);
    leaves.push({ path, key, text, offset: node.offset });
  }
}
