import type { Code } from '../detection/code';
import type { Hit } from '../finder/hits';
import type { Marker } from '../finder/page-handle';
import { highlightNames, MARK_PRIORITY } from '../messaging/highlights';
import type { Weight } from '../messaging/protocol';

/**
 * More marks than this make each change of the page slow: the browser corrects every live range, and draws every
 * highlight again. A page with more codes shows the first ones; nobody reads the others.
 */
const MOST_MARKS = 5000;

/** Firefox goes over all lines of a text node for each mark in it: the most marks in one, times its length. */
const MOST_IN_TEXT = 100_000_000;

/** How often the marks are looked at, since no event tells that the page took them away. In milliseconds. */
const LOOK = 1000;

/** Shortest time between two changes of the highlights, in milliseconds: after each the browser draws all marks again. */
const PAUSE = 100;

/**
 * Underlines codes through the CSS Custom Highlight API, which leaves the nodes of the page as they are.
 * Where the browser has no such API (Firefox before 140), nothing is underlined and all else works.
 * @param weights How the marks of codes speak, where a hit has no weight of its own.
 * @param signal Takes the marks away.
 */
export function createMarks(weights: Readonly<Record<Code, Weight>>, signal: AbortSignal): Marker {
  if (typeof Highlight !== 'function') return { add() {}, remove() {} };
  const registry = CSS.highlights;
  /** Each mark with the highlight that it is in, once it is shown. */
  const marked = new Map<Hit, Highlight | undefined>();
  const inText = new WeakMap<Text, number>();
  /** By the weight of their codes; undefined where none is known. */
  const highlights = new Map<Weight | undefined, Highlight>();
  /** Marks that come, or that change their look. */
  const coming = new Set<Hit>();
  /** At first there is a pause too, in which what is known of the codes and their rows comes together. */
  let lastShown = performance.now();

  const highlightOf = ({ code, weight = weights[code] }: Hit): Highlight => {
    let highlight = highlights.get(weight);
    if (!highlight) {
      highlights.set(weight, (highlight = new Highlight()));
      highlight.priority = MARK_PRIORITY;
      keep();
    }
    return highlight;
  };

  /** Puts in, or puts back, what should be in the registry of the page. A highlight of the page's own stays. */
  const keep = () => {
    let size = 0;
    highlights.forEach((highlight, weight) => {
      const names = highlightNames(weight);
      size += highlight.size;
      if (names.some((name) => registry.get(name) === highlight)) return;
      const free = names.find((name) => !registry.has(name));
      if (free) registry.set(free, highlight);
    });
    if (size < marked.size) marked.forEach((highlight, hit) => highlight?.add(hit.mark!));
  };

  const looking = setInterval(keep, LOOK);

  const count = ({ place }: Hit, change: number): number => {
    const text = place.nodes[0]!;
    const sum = (inText.get(text) ?? 0) + change;
    inText.set(text, sum);
    return sum;
  };

  const show = () => {
    lastShown = performance.now();
    for (const hit of coming) {
      const highlight = highlightOf(hit);
      marked.get(hit)?.delete(hit.mark!);
      marked.set(hit, highlight.add(hit.mark!));
    }
    coming.clear();
  };

  const remove = (hit: Hit) => {
    if (!hit.mark) return;
    marked.get(hit)?.delete(hit.mark);
    marked.delete(hit);
    coming.delete(hit);
    count(hit, -1);
    hit.mark = undefined;
  };

  signal.addEventListener('abort', () => {
    clearInterval(looking);
    marked.forEach((_, hit) => remove(hit));
    highlights.forEach((highlight, weight) => {
      for (const name of highlightNames(weight))
        if (registry.get(name) === highlight) registry.delete(name);
    });
  });

  return {
    add(hit) {
      if (!hit.mark) {
        if (marked.size >= MOST_MARKS) return;
        if (count(hit, 0) * hit.place.nodes[0]!.length > MOST_IN_TEXT) return;
        count(hit, 1);
        // Its range for the moment becomes a live one.
        hit.mark = hit.range;
        marked.set(hit, undefined);
      }
      if (coming.add(hit).size > 1) return;
      // Marks that come in the frame in which the page draws what changed are drawn with it.
      if (performance.now() - lastShown >= PAUSE) queueMicrotask(show);
      else setTimeout(show, PAUSE);
    },
    remove,
  };
}
