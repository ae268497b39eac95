import type { Hit } from '../finder/hits';
import { boxInSight, elementOf } from './in-sight';
import { inOrder } from './page-order';

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
      // The first one where none of them was shown last.
      const next = at ?? all.indexOf(last!) + 1;
      return showFirst([...all.slice(next), ...all.slice(0, next)]);
    },
    first: showFirst,
    get last() {
      return last;
    },
  };
}
