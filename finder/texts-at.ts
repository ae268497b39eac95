import { firstOf, isElement, isText, nextOf, parentOf, textOf } from './dom';

/** How often a text may be measured by the elements that hold it, before each node is looked at instead. */
const MOST_MEASURED = 3;

/**
 * The text nodes at certain places of a text. What stands elsewhere is passed over in whole elements, whose length the
 * browser tells faster than a walk through them.
 * @param root Any node.
 * @param length Length of its text, as `textContent` gives it.
 * @param isWanted Whether something stands between two offsets in that text. Asked with starts that never fall.
 * @param found Called for each text node with something in it, in their order, with its offsets.
 */
export function textsAt(
  root: Node,
  length: number,
  isWanted: (start: number, end: number) => boolean,
  found: (node: Text, start: number, end: number) => void,
): void {
  /** Offsets at which the elements around the node end, where they are known. */
  const ends: number[] = [];
  let left = length * MOST_MEASURED;
  let at = 0;
  const sizeOf = (node: Node): number => {
    if (isText(node)) return node.length;
    if (!isElement(node)) return 0;
    if (left < 0) return NaN;
    const rest = ends.at(-1)! - at;
    if (rest >= 0 && !nextOf(node)) return rest;
    const size = textOf(node)!.length;
    left -= size;
    return size;
  };

  let node = root;
  for (let size = length; ; size = sizeOf(node)) {
    const first = isText(node) ? null : firstOf(node);
    // What was not measured has to be looked into.
    const isHere = !(size >= 0) || isWanted(at, at + size);
    if (isHere && first) {
      ends.push(at + size);
      node = first;
      continue;
    }
    if (isHere && isText(node)) found(node, at, at + size);
    at += size || 0;
    let next: Node | null = null;
    while (!next) {
      if (node === root) return;
      const end = ends.at(-1)!;
      if (!(end >= at) || isWanted(at, end)) next = nextOf(node);
      else at = end;
      if (!next) {
        ends.pop();
        node = parentOf(node)!;
      }
    }
    node = next;
  }
}
