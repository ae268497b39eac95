import { firstOf, isText, nextOf } from '../finder/dom';
import type { Hit } from '../finder/hits';

/** More pieces of text than these in one element are not looked at one by one. */
const MOST_TEXTS = 100;

/** More codes than these in one text node are told apart by the browser's own search for a caret. */
const MANY = 50;

/** Pieces of text right inside an element, the one under the point first. */
function textsUnder(target: Element, caret: CaretPosition | null | undefined): Set<Node> {
  const texts = new Set<Node>();
  const at = caret?.offsetNode;
  // Text right inside a custom element is drawn in a slot of it, which is what the pointer is over.
  if (at && isText(at) && (at.assignedSlot ?? at.parentNode) === target) texts.add(at);
  let node = firstOf(target);
  for (let count = 0; node && count < MOST_TEXTS; count++, node = nextOf(node))
    if (isText(node)) texts.add(node);
  return texts;
}

/** Finds the marked code under a point, in CSS pixels of the frame. */
export type MarksAt = (target: Element, x: number, y: number) => Hit | undefined;

/**
 * Highlights get no events of their own. The text under the point leads to its codes, so that a moving pointer asks for
 * the boxes of the few under it, however many are on the page.
 * @param hitsAt The hits of which a part stands in a text node.
 */
export function createMarksAt(hitsAt: (node: Node) => Iterable<Hit>): MarksAt {
  return (target, x, y) => {
    const caret = document.caretPositionFromPoint?.(x, y);
    for (const text of textsUnder(target, caret)) {
      let hits = [...hitsAt(text)];
      if (hits.length > MANY && caret?.offsetNode === text) {
        const { offset } = caret;
        hits = hits.filter(({ range }) => range.startOffset <= offset && offset <= range.endOffset);
      }
      for (const hit of hits.slice(0, MANY)) {
        for (const { left, right, top, bottom } of hit.range.getClientRects())
          if (x >= left && x <= right && y >= top && y <= bottom) return hit;
      }
    }
    return undefined;
  };
}
