import { elementsIn, isText, shadowOf } from './dom';
import type { Steps } from './page-codes';

/** Elements that are asked between two looks at the clock. */
const MOST = 2000;

/**
 * Looks for open shadow roots, also inside of others. No selector finds them, so that each element is asked.
 * @param node Where to look.
 * @param found Called for each of them.
 */
export function* openRoots(node: Node, found: (root: ShadowRoot) => void): Steps {
  const places = isText(node) ? [] : [node];
  let steps = 0;
  for (const place of places) {
    for (const element of elementsIn(place)) {
      const root = shadowOf(element);
      if (root) {
        places.push(root);
        found(root);
      }
      if (++steps % MOST === 0) yield;
    }
  }
}
