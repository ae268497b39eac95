import type { PageHandle } from '../finder/page-handle';
import type { FrameMarks } from '../messaging/mark-order';
import { inOrder, seenFrom } from './page-order';

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
