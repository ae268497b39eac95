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

/** @returns The value of a key of an object, whatever the case of its letters. */
export function valueOf(node: Node | undefined, key: string): Node | undefined {
  if (node?.type !== 'object') return;
  const wanted = key.toLowerCase();
  for (const { children } of node.children ?? []) {
    const own = String(children?.[0]?.value);
    if (own === key || (own.length === key.length && own.toLowerCase() === wanted))
      return children?.[1];
  }
  return undefined;
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
export function keysOf(node: Node): Set<string> {
  return new Set(
    node.type === 'object'
      ? (node.children ?? []).map(({ children }) => String(children?.[0]?.value).toLowerCase())
      : [],
  );
}

/**
 * @param node An object.
 * @returns Every single value in it, in the order of the text.
 */
export function leavesOf(node: Node): Leaf[] {
  const leaves: Leaf[] = [];
  collect(node, '', '', leaves);
  return leaves;
}

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
