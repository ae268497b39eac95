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
export const runsOf = (roots: ReadonlySet<Node>): Node[][] =>
  // When a page is read for the first time, the body alone; what parts several need not be compiled then.
  roots.size === 1 ? [[...roots]] : partedRuns(roots);

function partedRuns(roots: ReadonlySet<Node>): Node[][] {
  const runs: Node[][] = [];
  const covered = new Map<Node, boolean>();
  const isNew = (node: Node | null): node is Node => roots.has(node!);
  const hasElements = [...roots].some((root) => !isText(root));
  for (const root of roots) {
    if (isNew(previousOf(root))) continue;
    if (hasElements && isBelow(parentOf(root), isNew, covered, parentOf)) continue;
    const run: Node[] = [];
    for (let node: Node | null = root; isNew(node); node = nextOf(node)) run.push(node);
    runs.push(run);
  }
  return runs;
}
