import { isBelow, isText, nextOf, parentOf, previousOf } from './dom';

/** What changed since the last reading. */
export interface Changes {
  /** Nodes whose text is new. One may stand inside another. The body stands for the whole page. */
  roots: ReadonlySet<Node>;
  /** Nodes that were taken away, with their text. Some may stand elsewhere again. */
  removed: ReadonlySet<Node>;
}

/**
 * Puts what is new into an order in which nothing is read twice.
 * @returns Runs of siblings, none of them inside another.
 */
export function runsOf(roots: ReadonlySet<Node>): Node[][] {
  const runs: Node[][] = [];
  const covered = new Map<Node, boolean>();
  const done = new Set<Node>();
  const hasElements = [...roots].some((root) => !isText(root));
  const isInside = (node: Node) =>
    hasElements && isBelow(parentOf(node), (above) => roots.has(above), covered, parentOf);
  const isNext = (node: Node | null): node is Node => !!node && roots.has(node) && !done.has(node);
  for (const root of roots) {
    if (done.has(root) || isInside(root)) continue;
    let first = root;
    for (let node = previousOf(root); isNext(node); node = previousOf(node)) first = node;
    const run: Node[] = [];
    for (let node: Node | null = first; isNext(node); node = nextOf(node)) {
      run.push(node);
      done.add(node);
    }
    runs.push(run);
  }
  return runs;
}
