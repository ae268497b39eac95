import type { Hit } from '../finder/hits';
import { boxInSight, elementOf } from './in-sight';

/** Leads the keyboard from code to code. */
export interface Reveal {
  /**
   * Shows a code where it stands, or the next place of it.
   * @param at Which of its places, in the order of the page; without it, the one after the place shown last.
   * @returns False where every place of it is hidden now.
   */
  code(code: string, at?: number): boolean;
  /**
   * Shows the first of some hits that a person can see.
   * @returns False where all of them are hidden now.
   */
  first(hits: Hit[]): boolean;
  /** The hit that was shown last; undefined after nothing could be shown. */
  readonly last: Hit | undefined;
}

/** Hits in the order of the document. Those of other trees, such as shadow roots, keep the order they were found in. */
export function inOrder(hits: Iterable<Hit>): Hit[] {
  return [...hits].sort(({ range: a }, { range: b }) => {
    const order = a.startContainer.compareDocumentPosition(b.startContainer);
    if (!order) return a.startOffset - b.startOffset;
    if (order & Node.DOCUMENT_POSITION_DISCONNECTED) return 0;
    return order & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  });
}

/**
 * @param hits The codes of the page.
 * @param show Shows the explanation of a hit, with the keyboard in it.
 */
export function createReveal(hits: ReadonlySet<Hit>, show: (hit: Hit) => void): Reveal {
  let last: Hit | undefined;

  const showFirst: Reveal['first'] = (candidates) => {
    for (const hit of candidates) {
      Element.prototype.scrollIntoView.call(elementOf(hit), {
        block: 'center',
        behavior: 'instant',
      });
      if (!boxInSight(hit)) continue;
      last = hit;
      show(hit);
      return true;
    }
    last = undefined;
    return false;
  };

  return {
    code(code, at) {
      const all = inOrder(hits).filter((hit) => hit.code === code);
      const rest = at === undefined ? all.slice(last ? all.indexOf(last) + 1 : 0) : all.slice(at);
      return showFirst([...rest, ...all.slice(0, all.length - rest.length)]);
    },
    first: showFirst,
    get last() {
      return last;
    },
  };
}
