import { closest, holds, matches, parentElementOf } from '../finder/dom';
import type { Hit } from '../finder/hits';
import { boxOf, isDrawn } from './page-element';
import { lightness } from './theme';

/** Smaller than this is no text that a person reads, but a trick for screen readers. In CSS pixels. */
const LEAST_SIZE = 2;

const OURS = 'signpost-note,signpost-card';

/** Elements that paint without a background. */
const PICTURE = 'img,canvas,video,iframe,object,embed,svg';

function paints(element: Element): boolean {
  const { backgroundColor, backgroundImage } = getComputedStyle(element);
  return (
    lightness(backgroundColor) !== undefined ||
    backgroundImage !== 'none' ||
    matches(element, PICTURE)
  );
}

/** Whether an element that stands over the text hides it. One without a background lets it through. */
function isCovering(over: Element, text: Element): boolean {
  for (let one: Element | null = over; one && !holds(one, text); one = parentElementOf(one))
    if (paints(one)) return true;
  return false;
}

/** Whether an element between the text and what was found in its place cuts the point off. */
function isClipped(text: Element, outer: Element, x: number, y: number): boolean {
  for (let one: Element | null = text; one && one !== outer; one = parentElementOf(one)) {
    if (/^(visible|visible visible)$/.test(getComputedStyle(one).overflow)) continue;
    const { left, right, top, bottom } = boxOf(one);
    if (x < left || x > right || y < top || y > bottom) return true;
  }
  return false;
}

/** Size of the frame without its scroll bars, in CSS pixels. */
export function frameSize(): { width: number; height: number } {
  const { width, height, scale } = visualViewport!;
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/** The element that holds the first letter of a code. */
export function elementOf({ range, block }: Hit): Element {
  return parentElementOf(range.startContainer) ?? block;
}

/**
 * Where a person sees a code.
 * @returns Its box in the frame, in CSS pixels; undefined where it is hidden, cut off, covered or outside of the frame.
 */
export function boxInSight(hit: Hit): DOMRect | undefined {
  const { range } = hit;
  if (!range.startContainer.isConnected) return undefined;
  const box = range.getBoundingClientRect();
  if (box.width < LEAST_SIZE || box.height < LEAST_SIZE) return undefined;
  const frame = frameSize();
  const x = (box.left + box.right) / 2;
  const y = (box.top + box.bottom) / 2;
  if (box.top < 0 || box.bottom > frame.height || x < 0 || x > frame.width) return undefined;
  const text = elementOf(hit);
  if (!isDrawn(text)) return undefined;
  const root = Node.prototype.getRootNode.call(text) as Document | ShadowRoot;
  const at = root.elementFromPoint(x, y);
  if (!at) return undefined;
  if (holds(text, at) || closest(at, OURS)) return box;
  const isHidden = holds(at, text) ? isClipped(text, at, x, y) : isCovering(at, text);
  return isHidden ? undefined : box;
}
