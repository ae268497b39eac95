import { allIn, closest, holds, isElement, matches, parentElementOf } from '../finder/dom';
import type { Hit } from '../finder/hits';
import { GRID, HEAD, ROW } from '../finder/value-labels';

/** How long changes are gathered before the rows are read again, in milliseconds. The finder takes as long. */
const PAUSE = 250;

/** Tells which marks stand in rows or panes whose text changed, while the text of the marks did not. */
export interface RowWatch {
  /** @param pane What holds the status of the hit, where it stands in no list. */
  add(hit: Hit, pane: Element | undefined): void;
  remove(hit: Hit): void;
}

const holdsHead = (node: Node): boolean =>
  isElement(node) && (matches(node, HEAD) || allIn(node, HEAD).length > 0);

/**
 * @param restructured Called at once when cells, rows or heads came, went or moved.
 * @param changed Called some time after with the hits whose rows say something else; undefined for those of all rows,
 * when the heads of a list changed.
 * @param signal Ends the watch.
 */
export function watchRows(
  restructured: () => void,
  changed: (hits: Hit[] | undefined) => void,
  signal: AbortSignal,
): RowWatch {
  const rowOfHit = new WeakMap<Hit, Element>();
  /** Panes of labels and values, each of which is one sign-in as a row is. */
  const panes = new Set<Element>();
  const hitsIn = new WeakMap<Element, Set<Hit>>();
  const watched = new WeakSet<Element>();
  const dirty = new Set<Element>();
  /** The row around a node, as long as no cell or row comes, goes or moves in a list that is watched. */
  let rowAround = new WeakMap<Node, Element>();
  let areHeadsNew = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const rowOf = (node: Node, element: Element): Element | null => {
    const row = rowAround.get(node) ?? closest(element, ROW);
    if (row) rowAround.set(node, row);
    return row;
  };

  const read = () => {
    const hits = areHeadsNew ? undefined : [...dirty].flatMap((row) => [...hitsIn.get(row)!]);
    timer = undefined;
    areHeadsNew = false;
    dirty.clear();
    if (!signal.aborted && hits?.length !== 0) changed(hits);
  };

  const paneAround = (element: Element) => [...panes].find((pane) => holds(pane, element));

  /** @param structure The record, where nodes came or went: the browser makes their lists when they are asked for. */
  const take = (target: Node, structure?: MutationRecord) => {
    if (structure) rowAround = new WeakMap();
    const element = isElement(target) ? target : parentElementOf(target);
    const row = element && (rowOf(target, element) ?? paneAround(element));
    if (row && hitsIn.get(row)?.size) dirty.add(row);
    // Of rows that come and go the finder tells. What is left are heads.
    else
      areHeadsNew ||=
        !!(element && closest(element, HEAD)) ||
        (!!structure &&
          ([...structure.addedNodes, ...structure.removedNodes].some(holdsHead) ||
            (!!row && holdsHead(row))));
    if (structure || areHeadsNew) restructured();
    return row;
  };

  const observer = new MutationObserver((records) => {
    // A list that is drawn anew rewrites a row cell by cell. A pane can hold lists with rows of their own.
    let last: Element | undefined;
    for (const record of records) {
      const { target } = record;
      if (record.type === 'childList') take(target, record);
      else if (!last || !holds(last, target)) {
        const row = take(target);
        last = row && !panes.has(row) ? row : undefined;
      }
    }
    if (dirty.size || areHeadsNew) timer ??= setTimeout(read, PAUSE);
  });
  signal.addEventListener('abort', () => observer.disconnect());

  return {
    add(hit, pane) {
      const { block } = hit;
      const isKnown = rowAround.has(block);
      const row = rowOf(block, block) ?? pane;
      if (!row) return;
      if (pane) panes.add(pane);
      rowOfHit.set(hit, row);
      const hits = hitsIn.get(row) ?? new Set();
      hitsIn.set(row, hits.add(hit));
      // The row of the one mark in it has just been read.
      if (hits.size === 1) dirty.delete(row);
      if (isKnown) return;
      const list = closest(row, GRID) ?? row;
      if (watched.has(list)) return;
      watched.add(list);
      observer.observe(list, { subtree: true, childList: true, characterData: true });
    },
    remove(hit) {
      const row = rowOfHit.get(hit)!;
      const hits = hitsIn.get(row);
      hits?.delete(hit);
      if (!hits?.size) panes.delete(row);
    },
  };
}
