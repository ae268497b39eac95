import type { FindOptions } from '../detection/find-codes';
import { candidatesIn } from '../detection/gate';
import { bodyOfPage, isConnected, textOf } from './dom';
import { createPass, hitsIn, loneCode, PIECE, setRange, type Hit, type Pass } from './hits';
import { openRoots } from './shadow-roots';
import { blockAround, withNeighbors } from './text-blocks';
import { textsAt } from './texts-at';

const textsOf = (nodes: Node[]): string => nodes.map(textOf).join('');

/** A longer node may hold hundreds of codes. */
const LONG_NODE = 2000;

/** To find more text nodes with codes than these takes as long as a slice of the work may, or longer. */
const MANY = 2000;

/**
 * Work in small steps. Before each it may be left for a while; then it is told so, since the page may have changed.
 */
export type Steps = Generator<void, void, boolean>;

/** The codes of one document, kept true while the page changes. */
export interface PageCodes {
  readonly hits: ReadonlySet<Hit>;
  /** Hits of which a part stands in a text node. */
  at(node: Node): Iterable<Hit>;
  /**
   * Reads what changed. The work grows with it, and not with the page.
   * @param runs Neighbors whose text is new. The body stands for the whole page.
   * @param removed Nodes that were taken away, with their text.
   */
  read(runs: Node[][], removed: Iterable<Node>): Steps;
}

/**
 * @param options How to read bare numbers and HRESULTs on this page.
 * @param added Called for each new hit, and for a known one whose range was moved.
 * @param removed Called for each hit that is gone.
 */
export function createPageCodes(
  options: FindOptions,
  added: (hit: Hit) => void,
  removed: (hit: Hit) => void,
): PageCodes {
  const hits = new Set<Hit>();
  /** By each text node, and by where they begin in it; -1 for one that begins in a node before it. */
  const byNode = new WeakMap<Node, Map<number, Hit>>();
  /** Made when the first code asks. */
  let pass: Pass | undefined;
  let work = 0;

  const at = (node: Node): Iterable<Hit> => byNode.get(node)?.values() ?? [];

  const add = (hit: Hit) => {
    hits.add(hit);
    let { start } = hit.place;
    for (const node of hit.place.nodes) {
      byNode.set(node, (byNode.get(node) ?? new Map<number, Hit>()).set(start, hit));
      start = -1;
    }
    added(hit);
  };

  const remove = (hit: Hit) => {
    hits.delete(hit);
    let { start } = hit.place;
    for (const node of hit.place.nodes) {
      const here = byNode.get(node)!;
      if (here.get(start) === hit) here.delete(start);
      start = -1;
    }
    removed(hit);
  };

  const removeAt = (node: Node) => byNode.get(node)?.forEach(remove);

  /** True now and then: to leave the work costs more than a little of it does. */
  const isDue = () => !(++work % 16);

  /** Reads the block around a text node, as far as it matters to the node, and puts its hits in place of earlier ones. */
  function* readBlock(node: Text, seen: Set<Text>): Steps {
    const block = blockAround(node);
    const { nodes, starts, own, lastOwn } = block;
    const told = nodes.slice(own, lastOwn + 1);
    const earlier = new Set<Hit>();
    for (const one of told) {
      seen.add(one);
      byNode.get(one)?.forEach((hit) => earlier.add(hit));
    }
    const take = (hit: Hit) => {
      const { nodes: over, start } = hit.place;
      const known = byNode.get(over[0]!)?.get(start);
      earlier.delete(known!);
      // Between the same two nodes nothing can change without a change of its own.
      const isKnown =
        known?.spelling === hit.spelling &&
        known.row === hit.row &&
        known.place.nodes.at(-1) === over.at(-1);
      if (isKnown) {
        known.place = hit.place;
        if (known.mark) setRange(known.mark, hit.place);
      } else {
        if (known) remove(known);
        add(hit);
      }
    };
    const { data } = node;
    const end = starts[lastOwn]! + nodes[lastOwn]!.length;
    for (let piece = starts[own]!; piece < end; piece += PIECE) {
      hitsIn(block, piece, options, (pass ??= createPass())).forEach(take);
      if ((data.length > LONG_NODE || isDue()) && (yield)) pass = undefined;
      if (node.data !== data) {
        // It changed meanwhile and is read again soon; what stands behind it is not.
        told.forEach((one) => seen.delete(one));
        return;
      }
    }
    earlier.forEach(remove);
  }

  /**
   * Those text nodes of neighbors, and of what stands beside them, at which codes may stand, or stood.
   * @param run Siblings whose text is new, in their order.
   * @param isPage Whether they are the whole page, so that no label of theirs stands elsewhere.
   */
  const candidateNodes = (run: Node[], isPage: boolean): Text[] => {
    const own = textsOf(run);
    const parts = isPage ? run : withNeighbors(run, own, options.bareNumbers);
    const text = parts === run ? own : textsOf(parts);
    const { formAt, hasNumbers } = candidatesIn(text, options.bareNumbers, !isPage);
    const nodes = formAt.length ? textsAt(parts, formAt) : [];
    if (hasNumbers || (hits.size && !isPage))
      for (const node of textsAt(parts))
        if (byNode.get(node)?.size || loneCode(node.data)) nodes.push(node);
    if (isPage) for (const { place } of hits) nodes.push(place.nodes[0]!);
    return nodes;
  };

  return {
    hits,
    at,
    *read(runs, removed) {
      pass = undefined;
      const gone = hits.size ? [...removed] : [];
      for (const node of gone) {
        // What stands in its shadow roots went with it, and no event tells of that.
        if (!isConnected(node)) yield* openRoots(node, (root) => gone.push(root));
        for (const text of textsAt([node])) {
          removeAt(text);
          if (isDue()) yield;
        }
      }
      const seen = new Set<Text>();
      const body = bodyOfPage();
      for (const run of runs) {
        const nodes = isConnected(run[0]!) ? candidateNodes(run, run[0] === body) : [];
        if ((nodes[MANY] || isDue()) && (yield)) pass = undefined;
        for (const node of nodes) {
          if (seen.has(node)) continue;
          if (isConnected(node)) yield* readBlock(node, seen);
          else removeAt(node);
        }
      }
    },
  };
}
