import type { Hit } from '../finder/hits';
import { parentOf } from './page-element';

/** How far above the pointed element the block of a code is looked for. */
const MOST_STEPS_UP = 12;

/** Finds the marked code under a point. */
export interface MarksAt {
  /** @param target The innermost element under the point, in CSS pixels of the frame. */
  find(target: Element, x: number, y: number): Hit | undefined;
  /** To be called after the hits changed. */
  forget(): void;
}

/** The hit of many in one block whose text a point is on, told by the browser's own search for a caret. */
function nearCaret(hits: Hit[], x: number, y: number): Hit[] {
  const caret = document.caretPositionFromPoint?.(x, y);
  if (!caret) return [];
  const { offsetNode, offset } = caret;
  return hits.filter(
    ({ range }) =>
      range.startContainer === offsetNode &&
      range.startOffset <= offset &&
      (range.endContainer !== offsetNode || offset <= range.endOffset),
  );
}

/** More codes than this in one block are not measured one by one. */
const MANY = 50;

/**
 * Highlights get no events of their own. Codes are kept by the block that holds them, so that a moving pointer asks for
 * the boxes of the few under it, however many are on the page.
 * @param hits The codes of the page.
 */
export function createMarksAt(hits: Iterable<Hit>): MarksAt {
  let byBlock: Map<Element, Hit[]> | undefined;

  const index = () => {
    const map = new Map<Element, Hit[]>();
    for (const hit of hits) {
      const known = map.get(hit.block);
      if (known) known.push(hit);
      else map.set(hit.block, [hit]);
    }
    return map;
  };

  return {
    find(target, x, y) {
      byBlock ??= index();
      let element: Element | null = target;
      for (let step = 0; element && step < MOST_STEPS_UP; step++, element = parentOf(element)) {
        const inBlock = byBlock.get(element);
        if (!inBlock) continue;
        for (const hit of inBlock.length > MANY ? nearCaret(inBlock, x, y) : inBlock) {
          for (const { left, right, top, bottom } of hit.range.getClientRects())
            if (x >= left && x <= right && y >= top && y <= bottom) return hit;
        }
      }
      return undefined;
    },
    forget() {
      byBlock = undefined;
    },
  };
}
