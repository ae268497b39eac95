import type { FindOptions } from '../detection/find-codes';
import { candidatesIn } from '../detection/gate';
import { bodyOfPage, isConnected, isText, textOf, textsIn } from './dom';
import {
  BARE_VALUE,
  createPass,
  hitsIn,
  isAlive,
  isSame,
  PIECE,
  isOffLimits,
  setRange,
  type Hit,
  type Pass,
} from './hits';
import { blockAround, withNeighbors } from './text-blocks';
import { textsAt } from './texts-at';

/** A longer node is read in steps. */
const LONG_NODE = 10_000;

/** So many nodes are dealt with between two looks at the clock. */
const CHUNK = 1000;

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
  let pass: Pass;
  let work = 0;

  const at = (node: Node): Iterable<Hit> => byNode.get(node)?.values() ?? [];

  const add = (hit: Hit) => {
    hits.add(hit);
    hit.place.nodes.forEach((node, index) => {
      const here = byNode.get(node) ?? new Map<number, Hit>();
      byNode.set(node, here.set(index ? -1 : hit.place.start, hit));
    });
    added(hit);
  };

  const remove = (hit: Hit) => {
    hits.delete(hit);
    hit.place.nodes.forEach((node, index) => {
      const here = byNode.get(node)!;
      const key = index ? -1 : hit.place.start;
      if (here.get(key) === hit) here.delete(key);
    });
    removed(hit);
  };

  /** Lets the work be left. What was learned about the page is forgotten when it was. */
  function* step(): Steps {
    if (yield) pass = createPass();
  }

  /** True now and then: leaving costs more than a little work does. */
  const isDue = () => ++work % 16 === 0;

  /** Does something with each of many, in steps. */
  function* each<One>(all: Iterable<One>, act: (one: One) => void): Steps {
    let count = 0;
    for (const one of all) {
      act(one);
      if (++count % CHUNK === 0) yield* step();
    }
  }

  /** Reads the block around a text node, as far as it matters to the node, and puts its hits in place of earlier ones. */
  function* readBlock(node: Text, seen: Set<Text>): Steps {
    const block = blockAround(node);
    const { nodes, starts, own, last } = block;
    const told = nodes.slice(own, last + 1);
    const earlier = new Set<Hit>();
    told.forEach((one) => {
      seen.add(one);
      byNode.get(one)?.forEach((hit) => earlier.add(hit));
    });
    const take = (hit: Hit) => {
      const known = byNode.get(hit.place.nodes[0]!)?.get(hit.place.start);
      if (known) earlier.delete(known);
      if (known && isSame(known, hit)) {
        known.place = hit.place;
        if (known.mark && !isAlive(known)) setRange(known.mark, hit.place);
      } else {
        if (known) remove(known);
        add(hit);
      }
    };
    const { data } = node;
    const end = starts[last]! + nodes[last]!.length;
    for (let piece = starts[own]!; piece < end; piece += PIECE) {
      hitsIn(block, piece, options, pass).forEach(take);
      if (data.length > LONG_NODE) yield* step();
      if (node.data !== data) {
        // It changed meanwhile and is read again soon; what stands behind it is not.
        told.forEach((one) => seen.delete(one));
        return;
      }
    }
    earlier.forEach(remove);
  }

  /** Those text nodes of neighbors at which codes may stand, or stood. */
  const candidateNodes = (parts: Node[], isPage: boolean): Text[] => {
    const texts = parts.map((part) => textOf(part) ?? '');
    const { forms, numbers } = candidatesIn(texts.join(''), options.bareNumbers, !isPage);
    const found = textsAt(parts, texts, forms);
    let nodes = [...found.values()];
    if (numbers.length) {
      textsAt(parts, texts, numbers).forEach((node, start) => {
        if (BARE_VALUE.test(node.data)) found.set(start, node);
      });
      nodes = [...found].sort(([one], [other]) => one - other).map(([, node]) => node);
    }
    if (isPage) for (const { place } of hits) nodes.push(place.nodes[0]!);
    else if (hits.size)
      for (const part of parts) if (isText(part) && byNode.get(part)?.size) nodes.push(part);
    return nodes;
  };

  /**
   * Reads neighboring nodes whose text is new.
   * @param run Siblings, in their order.
   * @param isPage Whether they are the whole page, so that no label of theirs stands elsewhere.
   * @param seen Text nodes that need not be read again.
   */
  function* readRun(run: Node[], isPage: boolean, seen: Set<Text>): Steps {
    const parts = isPage ? run : withNeighbors(run, options.bareNumbers);
    for (const node of candidateNodes(parts, isPage)) {
      if (seen.has(node) || !isConnected(node)) continue;
      yield* readBlock(node, seen);
      if (isDue()) yield* step();
    }
  }

  return {
    hits,
    at,
    *read(runs, removed) {
      pass = createPass();
      for (const node of removed) {
        if (hits.size) yield* each(textsIn(node), (text) => [...at(text)].forEach(remove));
      }
      const seen = new Set<Text>();
      for (const run of runs) {
        const isPage = run[0] === bodyOfPage();
        if (isPage) {
          yield* each(hits, (hit) => {
            if (!isAlive(hit) || isOffLimits(hit.block, pass)) remove(hit);
          });
        }
        if (isConnected(run[0]!)) yield* readRun(run, isPage, seen);
        if (isDue()) yield* step();
      }
    },
  };
}
