import { elementAfter } from './page-element';
import { comparePlaces } from './page-order';

interface Placed {
  anchor: Element;
}

/** The next element of the page, past notes of ours. */
function nextOfPage(element: Element): Element | null {
  let next = elementAfter(element);
  while (next?.localName === 'signpost-note') next = elementAfter(next);
  return next;
}

/**
 * Notes that stand together: behind the same element, or behind elements that follow each other directly.
 * @returns Groups of one or more, in the order of the page.
 */
export function neighborsIn<Note extends Placed>(notes: Note[]): Note[][] {
  const sorted = [...notes].sort((a, b) => comparePlaces(a.anchor, b.anchor));
  const groups: Note[][] = [];
  let before: Element | undefined;
  for (const note of sorted) {
    const isNeighbor = before && (before === note.anchor || nextOfPage(before) === note.anchor);
    if (isNeighbor) groups.at(-1)!.push(note);
    else groups.push([note]);
    before = note.anchor;
  }
  return groups;
}
