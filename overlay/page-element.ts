import { isDesignMode } from '../finder/dom';

/** What the card's script needs of elements of the page beyond finder/dom.ts, read past names in the same way. */

/** The next element beside another. */
export function elementAfter(element: Element): Element | null {
  return Reflect.get(Element.prototype, 'nextElementSibling', element) as Element | null;
}

/** The elements right inside an element. */
export function childrenOf(element: Element): HTMLCollection {
  return Reflect.get(Element.prototype, 'children', element) as HTMLCollection;
}

/** Where an element stands in the frame, in CSS pixels. */
export function boxOf(element: Element): DOMRect {
  return Element.prototype.getBoundingClientRect.call(element);
}

/** The slot of a shadow root through which an element is drawn. */
export function slotOf(element: Element): Element | null {
  return Reflect.get(Element.prototype, 'assignedSlot', element) as Element | null;
}

/** Whether an element is drawn at all. */
export function isDrawn(element: Element): boolean {
  return Element.prototype.checkVisibility.call(element, { checkVisibilityCSS: true });
}

/** Puts a node of ours right behind an element of the page. */
export function putBehind(element: Element, ours: Node): void {
  Element.prototype.after.call(element, ours);
}

/** True where a person writes: what stands there is their text. */
export function isWritten(element: Element): boolean {
  return (
    isDesignMode() || Reflect.get(HTMLElement.prototype, 'isContentEditable', element) === true
  );
}
