import type { Hit } from '../finder/hits';
import type { PageHandle } from '../finder/page-handle';
import type { FrameMarks } from '../messaging/mark-order';

/** More frames than these in one document are left to the end of the order. */
const MOST_FRAMES = 200;

/**
 * Where a frame stands in its tab, seen from inside. Frames of other origins let us count them and compare them, and
 * no more.
 * @returns For each frame above it the place among the frames of its parent.
 */
function pathOf(frame: Window): number[] {
  const path: number[] = [];
  for (let one = frame; one !== one.parent; one = one.parent) {
    let place = 0;
    while (place < one.parent.length && one.parent[place] !== one) place++;
    path.unshift(place);
  }
  return path;
}

const rootOf = (node: Node): Node => Node.prototype.getRootNode.call(node);

/** A node as each tree around it sees it, from outside: the hosts of the shadow roots that it stands in, and itself. */
function seenFrom(node: Node): Node[] {
  const nodes = [node];
  for (let root = rootOf(node); root instanceof ShadowRoot; root = rootOf(root.host))
    nodes.unshift(root.host);
  return nodes;
}

/** Hits in the order of the page. What stands in a shadow root stands where its host does. */
function inOrder(hits: Iterable<Hit>): Hit[] {
  const places = Array.from(hits, (hit) => {
    const { startContainer, startOffset } = hit.range;
    return { hit, nodes: seenFrom(startContainer), startOffset };
  });
  places.sort((one, other) => {
    const level = one.nodes.findIndex((node, at) => node !== other.nodes[at]);
    if (level < 0) return one.startOffset - other.startOffset;
    const order = one.nodes[level]!.compareDocumentPosition(other.nodes[level]!);
    return order & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  });
  return places.map(({ hit }) => hit);
}

/**
 * The marks of this frame in the order of the page, with the frames that stand between them.
 * @param page The handle of the frame, in which the order is left for what is shown next.
 */
export function marksOfFrame(page: PageHandle): FrameMarks {
  const marks = inOrder(page.hits);
  page.order = marks;
  const parts: FrameMarks['parts'] = [];
  const frames = [...document.querySelectorAll('iframe,frame')].slice(0, MOST_FRAMES);
  let from = 0;
  for (const element of frames) {
    let until = from;
    while (
      until < marks.length &&
      element.compareDocumentPosition(seenFrom(marks[until]!.range.startContainer)[0]!) &
        Node.DOCUMENT_POSITION_PRECEDING
    )
      until++;
    const { contentWindow } = element as HTMLIFrameElement;
    let frame = 0;
    while (frame < window.length && window[frame] !== contentWindow) frame++;
    parts.push({ marks: until - from, frame });
    from = until;
  }
  parts.push({ marks: marks.length - from });
  const last = page.revealed?.();
  return {
    path: pathOf(window),
    parts,
    last: last ? marks.indexOf(last) : -1,
    isFocused: document.hasFocus() && document.activeElement?.tagName !== 'IFRAME',
  };
}
