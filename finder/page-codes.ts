import type { FindOptions } from '../detection/find-codes';
import { candidateOffsets, holdsLabel, mayHoldCodes } from '../detection/gate';
import { bodyOfPage, isConnected, textOf, textsIn } from './dom';
import {
  BARE_VALUE,
  createPass,
  hitsIn,
  isAlive,
  isOffLimits,
  setRange,
  type Hit,
  type Pass,
} from './hits';
import { blockAround, LOOK_AHEAD, withNeighbors } from './text-blocks';

/** Where a code may stand in a part of the page whose label stands outside of it. */
const BARE_NUMBER = /\d{5}/;

/** A node that is nothing but a number of the length of a code is no longer than this. */
const LONGEST_LONE_NUMBER = 12;

/** A longer node is read in steps. */
const LONG_NODE = 10_000;

/** The text between two looks at the clock. */
const CHUNK = { chars: 32_768, nodes: 1000 };

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
  const byNode = new WeakMap<Node, Set<Hit>>();
  let pass: Pass;
  /** How often the work was left. */
  let leaves = 0;
  let work = 0;

  const at = (node: Node): Iterable<Hit> => byNode.get(node) ?? [];
  const hasHits = (node: Node) => !!byNode.get(node)?.size;

  const add = (hit: Hit) => {
    hits.add(hit);
    for (const node of hit.place.nodes) {
      if (!byNode.has(node)) byNode.set(node, new Set());
      byNode.get(node)!.add(hit);
    }
    added(hit);
  };

  const remove = (hit: Hit) => {
    hits.delete(hit);
    for (const node of hit.place.nodes) byNode.get(node)?.delete(hit);
    removed(hit);
  };

  /** Lets the work be left. What was learned about the page is forgotten when it was. */
  function* step(): Steps {
    if (!(yield)) return;
    leaves++;
    pass = createPass();
  }

  /** True now and then: leaving costs more than a little work does. */
  const isDue = () => ++work % 16 === 0;

  /** Does something with each of many, in steps. */
  function* each<One>(all: Iterable<One>, act: (one: One) => void): Steps {
    let count = 0;
    for (const one of all) {
      act(one);
      if (++count % CHUNK.nodes === 0) yield* step();
    }
  }

  /** Reads the block around a text node, as far as it matters to the node, and puts its hits in place of earlier ones. */
  function* readBlock(node: Text, seen: Set<Text>): Steps {
    const block = blockAround(node);
    const { nodes, starts, own, last } = block;
    const told = nodes.slice(own, last + 1);
    const startOf = new Map(nodes.map((one, index) => [one, starts[index]!]));
    const keyOf = ({ spelling, place: { nodes, start } }: Hit) =>
      `${spelling} ${startOf.get(nodes[0]!)! + start}`;
    const earlier = new Map<string, Hit>();
    for (const one of told) {
      seen.add(one);
      for (const hit of at(one)) earlier.set(keyOf(hit), hit);
    }
    const { data } = node;
    for (const found of hitsIn(block, options, pass)) {
      for (const hit of found) {
        const key = keyOf(hit);
        const known = earlier.get(key);
        earlier.delete(key);
        if (
          known?.block === hit.block &&
          known.row === hit.row &&
          known.place.nodes.every((one, index) => one === hit.place.nodes[index])
        ) {
          known.place = hit.place;
          if (known.mark && !isAlive(known)) setRange(known.mark, hit.place);
        } else {
          if (known) remove(known);
          add(hit);
        }
      }
      if (data.length > LONG_NODE) yield* step();
      if (node.data !== data) {
        // It changed meanwhile and is read again soon; what stands behind it is not.
        for (const one of told) seen.delete(one);
        return;
      }
    }
    for (const hit of earlier.values()) remove(hit);
  }

  /** Those text nodes of a chunk at which codes may stand, or stood. The chunk is the end of the text. */
  const candidatesIn = (nodes: Text[], text: string, isLabeled: () => boolean): Text[] => {
    const offsets = candidateOffsets(text);
    const candidates: Text[] = [];
    let next = offsets.length - 1;
    let start = text.length;
    for (let index = nodes.length - 1; index >= 0; index--) {
      const node = nodes[index]!;
      const { length } = node;
      start -= length;
      let isCandidate = hits.size > 0 && hasHits(node);
      for (; offsets[next]! >= start; next--) isCandidate = true;
      isCandidate ||=
        options.bareNumbers &&
        length > 4 &&
        length < LONGEST_LONE_NUMBER &&
        BARE_VALUE.test(node.data) &&
        isLabeled();
      if (isCandidate) candidates.push(node);
    }
    return candidates.reverse();
  };

  /**
   * Reads neighboring nodes whose text is new.
   * @param run Siblings, in their order.
   * @param isPage Whether they are the whole page, so that no label of theirs stands elsewhere.
   * @param seen Text nodes that need not be read again.
   */
  function* readRun(run: Node[], isPage: boolean, seen: Set<Text>): Steps {
    const parts = isPage ? run : withNeighbors(run, options.bareNumbers);
    const text = parts.map((part) => textOf(part)).join('');
    const isBare = !isPage && options.bareNumbers && BARE_NUMBER.test(text);
    if (
      !isBare &&
      !mayHoldCodes(text, options.bareNumbers) &&
      !(isPage ? hits.size : parts.some(hasHits))
    )
      return;

    let hasLabel: boolean | undefined;
    const isLabeled = () => (hasLabel ??= !isPage || holdsLabel(text));
    const nodes = parts.flatMap(textsIn);
    const before = leaves;
    let tail = '';
    for (let first = 0, start = 0; first < nodes.length;) {
      let end = start;
      let next = first;
      while (next < nodes.length && next - first < CHUNK.nodes && end - start < CHUNK.chars)
        end += nodes[next++]!.length;
      const chunk = nodes.slice(first, next);
      // The text that was read first may be another one since.
      const own =
        leaves === before ? text.slice(start, end) : chunk.map(({ data }) => data).join('');
      for (const node of candidatesIn(chunk, tail + own, isLabeled)) {
        if (seen.has(node) || !isConnected(node)) continue;
        yield* readBlock(node, seen);
        if (isDue()) yield* step();
      }
      yield* step();
      tail = own.slice(-LOOK_AHEAD);
      first = next;
      start = end;
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
