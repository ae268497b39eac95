/**
 * The properties of nodes, read through the getters of their prototypes. A form answers `form.parentElement` with its
 * field of that name, and a document `document.body` with an image of that name, so that on a hostile page a property
 * of the node itself is anything.
 */
function getters<Value>(
  owner: { prototype: object },
  ...names: string[]
): ((node: Node) => Value)[] {
  // Bound and not wrapped: no code of ours stands between two steps of a walk.
  return names.map((name) =>
    Function.prototype.call.bind(Object.getOwnPropertyDescriptor(owner.prototype, name)!.get!),
  );
}

type Get<Value> = (node: Node) => Value;
type Near = Get<Node | null>;

const [
  parentOf,
  firstOf,
  lastOf,
  nextOf,
  previousOf,
  textOf,
  isConnected,
  /** The type of a node, as `Node.nodeType` has it. */
  kindOf,
  /** The element right above a node; null at the top of a shadow root. */
  elementAbove,
] = getters(
  Node,
  'parentNode',
  'firstChild',
  'lastChild',
  'nextSibling',
  'previousSibling',
  'textContent',
  'isConnected',
  'nodeType',
  'parentElement',
) as [
  Near,
  Near,
  Near,
  Near,
  Near,
  Get<string | null>,
  Get<boolean>,
  Get<number>,
  Get<Element | null>,
];

export { elementAbove, firstOf, isConnected, lastOf, nextOf, parentOf, previousOf, textOf };

export const [elementBefore, shadowOf, nameOf] = getters(
  Element,
  'previousElementSibling',
  'shadowRoot',
  'localName',
) as [Get<Element | null>, Get<ShadowRoot | null>, Get<string>];

export const isElement = (node: Node): node is Element => kindOf(node) === 1;

/** Text and CDATA. */
export function isText(node: Node): node is Text {
  const kind = kindOf(node);
  return kind === 3 || kind === 4;
}

/** The element or shadow root's host above a node. */
export function parentElementOf(node: Node): Element | null {
  const above = elementAbove(node);
  if (above) return above;
  const parent = parentOf(node);
  return parent instanceof ShadowRoot ? parent.host : null;
}

/** Whether one node stands inside another, or is the same. */
export const holds = (outer: Node, inner: Node): boolean =>
  Node.prototype.contains.call(outer, inner);

export const matches = (element: Element, selector: string): boolean =>
  Element.prototype.matches.call(element, selector);

export const closest = (element: Element, selector: string): Element | null =>
  Element.prototype.closest.call(element, selector);

export const attributeOf = (element: Element, name: string): string | null =>
  Element.prototype.getAttribute.call(element, name);

const ofPage = (name: string): unknown => Reflect.get(Document.prototype, name, document);

/** The body of this document; undefined in XML, null while there is none. */
export const bodyOfPage = () => ofPage('body') as HTMLElement | null | undefined;

export const rootOfPage = (): Element | null => ofPage('documentElement') as Element | null;

export const isPageHidden = () => ofPage('hidden') as boolean;

/** True where the whole document is a text that a person writes. */
export const isDesignMode = (): boolean => ofPage('designMode') === 'on';

/** What a walk shows, as NodeFilter has it: elements, or text and CDATA. */
const ELEMENTS = 1;
const TEXTS = 4 + 8;

/** Walks over the elements below a node. */
export const walkElements = (root: Node): TreeWalker => walk(root, ELEMENTS);

function walk(root: Node, show: number): TreeWalker {
  return Document.prototype.createTreeWalker.call(document, root, show);
}

/** Walks over the text nodes below a node. */
export const walkTexts = (root: Node): TreeWalker => walk(root, TEXTS);

/** The elements below an element or a shadow root that match a selector, as they are now. */
export const allIn = (root: Element | ShadowRoot, selector: string): NodeListOf<Element> =>
  (isElement(root) ? Element : DocumentFragment).prototype.querySelectorAll.call(root, selector);

/**
 * Whether a node or one of its ancestors passes a test, each asked once.
 * @param memo Answers so far. They hold as long as the page does not change.
 * @param above The way up.
 */
export function isBelow(
  node: Node | null,
  test: (node: Node) => boolean,
  memo: Map<Node, boolean>,
  above: (node: Node) => Node | null,
): boolean {
  const path: Node[] = [];
  let isFound = false;
  for (; node; node = above(node)) {
    const known = memo.get(node);
    isFound = known ?? test(node);
    path.push(node);
    if (isFound || known === false) break;
  }
  for (const one of path) memo.set(one, isFound);
  return isFound;
}
