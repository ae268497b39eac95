import type { Hit } from '../finder/hits';

/** `Node.DOCUMENT_POSITION_FOLLOWING`; the number is shorter in a script that has a budget. */
const FOLLOWING = 4;

/** A node as each tree around it sees it, from outside: the hosts of the shadow roots that it stands in, and itself. */
export function seenFrom(node: Node): Node[] {
  const root = Node.prototype.getRootNode.call(node);
  return root instanceof ShadowRoot ? [...seenFrom(root.host), node] : [node];
}

/**
 * Which of two nodes comes first on the page. What stands in a shadow root stands where its host does, after it.
 * @returns Negative where the first one does, positive where the other does, 0 for one node.
 */
export function comparePlaces(one: Node, other: Node): number {
  const nodes = seenFrom(one);
  const others = seenFrom(other);
  const level = nodes.findIndex((node, at) => node !== others[at]);
  const seen = others[level];
  if (!seen) return nodes.length - others.length;
  const order = Node.prototype.compareDocumentPosition.call(nodes[level], seen);
  return order & FOLLOWING ? -1 : 1;
}

/** Hits in the order of the page. */
export function inOrder(hits: Iterable<Hit>): Hit[] {
  return [...hits].sort(
    ({ range: a }, { range: b }) =>
      comparePlaces(a.startContainer, b.startContainer) || a.startOffset - b.startOffset,
  );
}
