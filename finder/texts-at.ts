import { ELEMENT, firstOf, isTextKind, kindOf, nextOf, parentOf, textOf } from './dom';

/** How often a text may be measured by the elements that hold it, before each node is looked at instead. */
const MOST_MEASURED = 3;

/**
 * The text nodes at certain places of a text. What stands elsewhere is passed over in whole elements, whose length the
 * browser tells faster than a walk through them.
 * @param parts Nodes whose texts, as `textContent` gives them, make up the text one after the other.
 * @param texts Their texts.
 * @param offsets Places in the whole text, ascending.
 * @returns Each text node in which such a place lies, in the order of the text.
 */
export function textsAt(parts: Node[], texts: string[], offsets: number[]): Text[] {
  const found: Text[] = [];
  if (!offsets.length) return found;
  /** Offsets at which the elements around end; NaN where that was not measured. */
  const ends: number[] = [];
  let left = MOST_MEASURED * texts.join('').length;
  let next = 0;
  let at = 0;
  const measure = (node: Node): number => {
    const size = left < 0 ? NaN : textOf(node)!.length;
    left -= size;
    return size;
  };

  parts.forEach((part, index) => {
    if (next === offsets.length) return;
    let node = part;
    let kind = kindOf(node);
    let beside: Node | null = null;
    let size = texts[index]!.length;
    let end = at + size;
    for (;;) {
      let inside: Node | null = null;
      // What was not measured has to be looked into.
      if (!(offsets[next]! >= at + size)) {
        if (isTextKind(kind)) found.push(node as Text);
        else inside = firstOf(node);
      }
      if (inside) {
        ends.push(end);
        end = at + size;
        node = inside;
      } else {
        at += size || 0;
        while (offsets[next]! < at) next++;
        if (next === offsets.length) return;
        for (; !beside || offsets[next]! >= end; beside = nextOf(node)) {
          if (node === part) return;
          if (offsets[next]! >= end) at = end;
          node = parentOf(node)!;
          end = ends.pop()!;
        }
        node = beside;
      }
      kind = kindOf(node);
      beside = nextOf(node);
      if (isTextKind(kind)) size = (node as Text).length;
      else if (kind !== ELEMENT) size = 0;
      // The last one takes what is left of its parent.
      else size = !beside && end >= at ? end - at : measure(node);
    }
  });
  return found;
}
