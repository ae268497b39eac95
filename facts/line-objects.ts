import type { Node } from 'jsonc-parser';
import type { JsonRegion } from './json-regions';
import type { LineOf } from './read-sign-in-json';

/** What stands in lines, in the form that the readers of JSON read. */
export interface LineRegion {
  region: JsonRegion;
  lineOf: LineOf;
}

/** @returns A text as a value; its offset is the number of its line. */
export function textNode(line: number, value: string): Node {
  return { type: 'string', offset: line, length: 1, value };
}

/** @returns A key and its value. */
export function memberNode(line: number, key: string, value: Node): Node {
  return {
    type: 'property',
    offset: line,
    length: 1,
    children: [textNode(line, key), value],
  };
}

/**
 * @param children Keys with their values, or the items of a list.
 * @param from The first line, and the last one.
 */
export function groupNode(
  type: 'object' | 'array',
  children: Node[],
  from: number,
  to: number,
): Node {
  return { type, offset: from, length: to - from + 1, children };
}

/** @returns An object with all that stands in it, each at one place: that of the text that it was read of. */
export function movedTo(node: Node, offset: number, length = 1): Node {
  Object.assign(node, { offset, length });
  for (const child of node.children ?? []) movedTo(child, offset, length);
  return node;
}

/** @returns What was made of lines, for the readers of JSON. */
export function lineRegion(records: readonly Node[]): LineRegion {
  const from = records[0]?.offset ?? 1;
  const last = records.at(-1);
  const end = last ? last.offset + last.length : from + 1;
  const root = records.length === 1 ? records[0]! : groupNode('array', [...records], from, end - 1);
  return {
    region: { root, records, start: 0, end, isCutOff: false, isOfLines: true },
    // Offsets are lines already; the region begins with its first one.
    lineOf: (line) => line || from,
  };
}
