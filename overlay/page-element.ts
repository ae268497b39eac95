/**
 * Elements of the page, read past the names that a form's fields put over its own: `form.parentElement` may be an input.
 * The getters of the prototypes belong to the extension's own world, so that the page cannot change them.
 */

/** The element around a node; around the content of a shadow root, its host. */
export function parentOf(node: Node): Element | null {
  const parent = Reflect.get(Node.prototype, 'parentNode', node) as ParentNode | null;
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}

/** The next element beside another. */
export function nextOf(element: Element): Element | null {
  return Reflect.get(Element.prototype, 'nextElementSibling', element) as Element | null;
}

/** The element before another. */
export function previousOf(element: Element): Element | null {
  return Reflect.get(Element.prototype, 'previousElementSibling', element) as Element | null;
}

/** The nearest element from here outwards that fits a selector. */
export function closestOf(element: Element, selector: string): Element | null {
  return Element.prototype.closest.call(element, selector);
}

/** Whether one node stands inside another, or is the same. */
export function holds(outer: Node, inner: Node): boolean {
  return Node.prototype.contains.call(outer, inner);
}

/** Where an element stands in the frame, in CSS pixels. */
export function boxOf(element: Element): DOMRect {
  return Element.prototype.getBoundingClientRect.call(element);
}

/** Puts a node of ours right behind an element of the page. */
export function putBehind(element: Element, ours: Node): void {
  Element.prototype.after.call(element, ours);
}

/** True where a person writes: what stands there is their text. */
export function isWritten(element: Element): boolean {
  return (
    document.designMode === 'on' ||
    Reflect.get(HTMLElement.prototype, 'isContentEditable', element) === true
  );
}
