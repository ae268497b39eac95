import { setRange, type Hit } from './hits';

/**
 * Names that our highlight may have in the registry of the document: the second where the page has one of the first.
 * Their look is in public/marks.css.
 */
const NAMES = ['signpost', 'signpost-own'];

/**
 * More marks than this make each change of the page slow: the browser corrects every live range, and draws every
 * highlight again. A page with more codes shows the first ones; the others come as those go.
 */
const MOST_MARKS = 5000;

/** The marked codes of a document. */
export interface Marks {
  add(hit: Hit): void;
  remove(hit: Hit): void;
  clear(): void;
  /** Puts back what the page took out of its registry. */
  keep(): void;
}

/**
 * Underlines codes through the CSS Custom Highlight API, which leaves the nodes of the page as they are.
 * Where the browser has no such API (Firefox before 140), nothing is underlined and all else works.
 */
export function createMarks(): Marks {
  const marked = new Set<Hit>();
  const waiting = new Set<Hit>();
  let highlight: Highlight | undefined;

  const mark = (hit: Hit) => {
    marked.add(hit);
    hit.mark = setRange(new Range(), hit.place);
    highlight!.add(hit.mark);
  };

  const unmark = (hit: Hit) => {
    marked.delete(hit);
    if (hit.mark) highlight?.delete(hit.mark);
    hit.mark = undefined;
  };

  const keep = () => {
    if (!marked.size || !highlight) return;
    const registry = CSS.highlights;
    if (!NAMES.some((name) => registry.get(name) === highlight)) {
      const free = NAMES.find((name) => !registry.has(name));
      if (free) registry.set(free, highlight);
    }
    if (highlight.size < marked.size) for (const hit of marked) highlight.add(hit.mark!);
  };

  return {
    add(hit) {
      if (typeof Highlight !== 'function') return;
      highlight ??= new Highlight();
      if (marked.size < MOST_MARKS) mark(hit);
      else waiting.add(hit);
      if (marked.size === 1) keep();
    },
    remove(hit) {
      waiting.delete(hit);
      if (!marked.has(hit)) return;
      unmark(hit);
      for (const next of waiting) {
        waiting.delete(next);
        mark(next);
        break;
      }
    },
    clear() {
      for (const hit of marked) unmark(hit);
      waiting.clear();
      if (!highlight) return;
      for (const name of NAMES)
        if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    },
    keep,
  };
}
