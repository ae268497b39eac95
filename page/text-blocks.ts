/** A stretch of text that a person reads as one: the text nodes of a block, joined. */
export interface TextBlock {
  text: string;
  nodes: Text[];
  /** Offset in `text` at which each node starts. */
  starts: number[];
}

/** Elements whose text flows on in the line. Everything else parts the text around it. */
const INLINE =
  /^(A|ABBR|B|BDI|BDO|CITE|CODE|DATA|DEL|DFN|EM|FONT|I|INS|KBD|LABEL|MARK|Q|S|SAMP|SMALL|SPAN|STRONG|SUB|SUP|TIME|TT|U|VAR|WBR)$/;

/** Elements whose text is not text of the page, or belongs to the person who types. */
const OPAQUE =
  /^(SCRIPT|STYLE|NOSCRIPT|TEMPLATE|TEXTAREA|INPUT|SELECT|OPTION|IFRAME|OBJECT|CANVAS|VIDEO|AUDIO|SVG|SIGNPOST-NOTE|SIGNPOST-CARD)$/i;

/** True where a code may stand, so that the block deserves a closer look. */
const PROMISING = /\d{5}|801c/i;

/** The nearest ancestor that is not an inline element, or the node itself. */
export function blockOf(node: Node): Element {
  let element = node.nodeType === 1 ? (node as Element) : node.parentElement!;
  while (INLINE.test(element.tagName) && element.parentElement) element = element.parentElement;
  return element;
}

/** True where a line is broken between two neighboring text nodes, seen by their computed styles. */
function isParted(before: Text, after: Text): boolean {
  for (const [from, to] of [
    [before, after],
    [after, before],
  ] as const) {
    for (
      let element = from.parentElement;
      element && !element.contains(to);
      element = element.parentElement
    ) {
      if (!/^(inline|contents|ruby|$)/.test(getComputedStyle(element).display)) return true;
    }
  }
  const range = new Range();
  range.setStartAfter(before);
  range.setEndBefore(after);
  return !range.collapsed && !!range.cloneContents().querySelector('br');
}

function toBlock(nodes: Text[]): TextBlock {
  let text = '';
  const starts = nodes.map((node, at) => {
    if (at && isParted(nodes[at - 1]!, node)) text += '\n';
    const start = text.length;
    text += node.data;
    return start;
  });
  return { text, nodes, starts };
}

/**
 * Reads the blocks of text below a node in document order, as a person would: inline elements join, blocks and cells
 * part. Blocks in which no code can stand are passed over.
 * @param root Where to start. Open shadow roots below it are read as well.
 * @param visit Takes each promising block.
 */
export function readBlocks(root: Node, visit: (block: TextBlock) => void): void {
  let nodes: Text[] = [];
  const flush = () => {
    if (!nodes.length) return;
    const joined = nodes.length > 1 ? nodes.map(({ data }) => data).join('') : nodes[0]!.data;
    if (PROMISING.test(joined)) visit(toBlock(nodes));
    nodes = [];
  };
  let node: Node | null = root;
  while (node) {
    let child: Node | null = null;
    if (node.nodeType === 3) {
      nodes.push(node as Text);
    } else if (node.nodeType === 1) {
      const { tagName, shadowRoot } = node as Element;
      if (!OPAQUE.test(tagName)) {
        if (!INLINE.test(tagName) && tagName !== 'BR') flush();
        if (shadowRoot) {
          flush();
          readBlocks(shadowRoot, visit);
        }
        child = node.firstChild;
      }
    } else {
      child = node.firstChild;
    }
    if (child) {
      node = child;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      if (node?.nodeType === 1 && !INLINE.test((node as Element).tagName)) flush();
    }
    node = node === root ? null : (node?.nextSibling ?? null);
  }
  flush();
}

/** The live range of a stretch of a block. */
export function rangeIn({ nodes, starts }: TextBlock, start: number, end: number): Range {
  const at = (offset: number, isEnd: boolean): [Text, number] => {
    let index = nodes.length - 1;
    while (index && (starts[index]! > offset || (isEnd && starts[index] === offset))) index--;
    return [nodes[index]!, Math.min(offset - starts[index]!, nodes[index]!.length)];
  };
  const range = new Range();
  range.setStart(...at(start, false));
  range.setEnd(...at(end, true));
  return range;
}
