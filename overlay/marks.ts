import type { Code } from '../detection/code';
import type { Hit } from '../finder/hits';
import type { Marker } from '../finder/page-handle';
import type { Weight } from '../messaging/protocol';

/** Names that a highlight may have in the registry of the document: the second where the page has one of the first. */
const namesOf = (look: string) => [`signpost${look}`, `signpost${look}-own`];

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
 * @param weights How the marks of codes speak, where a hit has no weight of its own.
 * @param signal Takes the marks away.
 */
export function createMarks(weights: Readonly<Record<Code, Weight>>, signal: AbortSignal): Marker {
  if (typeof Highlight !== 'function') return { add() {}, remove() {} };
  /** Each mark with the highlight that it is in. */
  const marked = new Map<Hit, Highlight>();
  const inText = new WeakMap<Text, number>();
  /** By the end of their names in public/marks.css: the weight of their codes, or nothing where none is known. */
  const highlights = new Map<string, Highlight>();
  let looking: ReturnType<typeof setInterval> | undefined;

  const highlightOf = ({ code, weight = weights[code] }: Hit): Highlight => {
    const look = weight ? `-${weight}` : '';
    let highlight = highlights.get(look);
    if (!highlight) {
      highlights.set(look, (highlight = new Highlight()));
      keep();
      looking ??= setInterval(keep, LOOK);
    }
    return highlight;
  };

  /** Puts in, or puts back, what should be in the registry of the page. A highlight of the page's own stays. */
  const keep = () => {
    const registry = CSS.highlights;
    let size = 0;
    highlights.forEach((highlight, look) => {
      const names = namesOf(look);
      size += highlight.size;
      if (names.some((name) => registry.get(name) === highlight)) return;
      const free = names.find((name) => !registry.has(name));
      if (free) registry.set(free, highlight);
    });
    if (size < marked.size) marked.forEach((highlight, hit) => highlight.add(hit.mark!));
  };

  const count = ({ place }: Hit, change: number): number => {
    const text = place.nodes[0]!;
    const sum = (inText.get(text) ?? 0) + change;
    inText.set(text, sum);
    return sum;
  };

  const remove = (hit: Hit) => {
    const highlight = marked.get(hit);
    if (!highlight) return;
    marked.delete(hit);
    count(hit, -1);
    highlight.delete(hit.mark!);
    hit.mark = undefined;
  };

  signal.addEventListener('abort', () => {
    clearInterval(looking);
    for (const hit of marked.keys()) remove(hit);
    highlights.forEach((highlight, look) => {
      for (const name of namesOf(look))
        if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    });
  });

  return {
    add(hit) {
      if (marked.size >= MOST_MARKS) return;
      if (count(hit, 0) * hit.place.nodes[0]!.length > MOST_IN_TEXT) return;
      count(hit, 1);
      // Its range for the moment becomes a live one.
      hit.mark = hit.range;
      marked.set(hit, highlightOf(hit).add(hit.mark));
    },
    remove,
  };
}
