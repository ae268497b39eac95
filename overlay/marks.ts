import type { Hit } from '../finder/hits';
import type { Marker } from '../finder/page-handle';

/**
 * Names that our highlight may have in the registry of the document: the second where the page has one of the first.
 * Their look is in public/marks.css.
 */
const NAMES = ['signpost', 'signpost-own'];

/**
 * More marks than this make each change of the page slow: the browser corrects every live range, and draws every
 * highlight again. A page with more codes shows the first ones; nobody reads the others.
 */
const MOST_MARKS = 5000;

/** Firefox goes over all lines of a text node for each mark in it: the most marks in one, times its length. */
const MOST_IN_TEXT = 100_000_000;

/** How often the marks are looked at, since no event tells that the page took them away. In milliseconds. */
const LOOK = 1000;

/**
 * Underlines codes through the CSS Custom Highlight API, which leaves the nodes of the page as they are.
 * Where the browser has no such API (Firefox before 140), nothing is underlined and all else works.
 * @param signal Takes the marks away.
 */
export function createMarks(signal: AbortSignal): Marker {
  if (typeof Highlight !== 'function') return { add() {}, remove() {} };
  const marked = new Set<Hit>();
  const inText = new WeakMap<Text, number>();
  const highlight = new Highlight();
  let looking: ReturnType<typeof setInterval> | undefined;

  /** Puts in, or puts back, what should be in the registry of the page. A highlight of the page's own stays. */
  const keep = () => {
    const registry = CSS.highlights;
    if (!NAMES.some((name) => registry.get(name) === highlight)) {
      const free = NAMES.find((name) => !registry.has(name));
      if (free) registry.set(free, highlight);
    }
    if (highlight.size < marked.size) for (const { mark } of marked) highlight.add(mark!);
  };

  const count = ({ place }: Hit, change: number): number => {
    const text = place.nodes[0]!;
    const sum = (inText.get(text) ?? 0) + change;
    inText.set(text, sum);
    return sum;
  };

  const remove = (hit: Hit) => {
    if (!marked.delete(hit)) return;
    count(hit, -1);
    highlight.delete(hit.mark!);
    hit.mark = undefined;
  };

  signal.addEventListener('abort', () => {
    clearInterval(looking);
    for (const hit of marked) remove(hit);
    for (const name of NAMES)
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
  });

  return {
    add(hit) {
      if (marked.size >= MOST_MARKS) return;
      if (count(hit, 0) * hit.place.nodes[0]!.length > MOST_IN_TEXT) return;
      count(hit, 1);
      marked.add(hit);
      // Its range for the moment becomes a live one.
      hit.mark = hit.range;
      highlight.add(hit.mark);
      if (looking === undefined) {
        keep();
        looking = setInterval(keep, LOOK);
      }
    },
    remove,
  };
}
