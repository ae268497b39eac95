import { allIn, isElement, shadowOf } from './dom';
import type { Steps } from './page-codes';

/** Elements that are asked between two looks at the clock. */
const MOST = 2000;

/**
 * Looks for open shadow roots, also inside of others. No selector finds them, so that each element is asked.
 * @param place Where to look, itself included. Nothing but an element has any.
 * @param found Called for each of them.
 */
export function* openRoots(place: Node, found: (root: ShadowRoot) => void): Steps {
  const places: (Element | ShadowRoot)[] = [];
  let steps = 0;
  const ask = (element: Element) => {
    const root = shadowOf(element);
    if (!root) return;
    places.push(root);
    found(root);
  };
  if (isElement(place)) {
    places.push(place);
    ask(place);
  }
  for (const one of places) {
    const elements = allIn(one, '*');
    for (let at = 0; at < elements.length; at++) {
      ask(elements[at]!);
      if (!(++steps % MOST)) yield;
    }
  }
}
