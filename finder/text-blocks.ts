/** A stretch of text that a person reads as one: the text nodes of a block, joined. */
export interface TextBlock {
  text: string;
  nodes: Text[];
  /** Offset in `text` at which each node starts. */
  starts: number[];
}

/** Elements whose text flows on in the line. Everything else parts the text around it. */
const INLINE =
  /^(A|ABBR|B|BDI|BDO|BR|CITE|CODE|DATA|DEL|DFN|EM|FONT|I|INS|KBD|LABEL|MARK|Q|S|SAMP|SMALL|SPAN|STRONG|SUB|SUP|TIME|TT|U|VAR|WBR)$/;

function isBorder(node: Node): boolean {
  return node.nodeType === 1 && !INLINE.test((node as Element).tagName);
}

/** The nearest ancestor that is not an inline element. */
export function blockOf(node: Text): Element {
  let element = node.parentElement!;
  while (!isBorder(element) && element.parentElement) element = element.parentElement;
  return element;
}

/** The text nodes that one reads on with from a node, up to the border of its block, nearest first. */
function neighbors(
  node: Text,
  sibling: 'nextSibling' | 'previousSibling',
  child: 'firstChild' | 'lastChild',
): Text[] {
  const found: Text[] = [];
  let at: Node = node;
  for (;;) {
    const next: Node | null = at[sibling];
    if (next) {
      at = next;
      while (!isBorder(at) && at[child]) at = at[child]!;
      if (isBorder(at)) return found;
      if (at.nodeType === 3) found.push(at as Text);
    } else {
      const parent: Node | null = at.parentNode;
      if (!parent || parent.nodeType !== 1 || isBorder(parent)) return found;
      at = parent;
    }
  }
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

/**
 * Reads the block around a text node as a person would: inline elements join, blocks and cells part.
 * @param node Any text node of the block.
 */
export function blockAround(node: Text): TextBlock {
  const nodes = [
    ...neighbors(node, 'previousSibling', 'lastChild').reverse(),
    node,
    ...neighbors(node, 'nextSibling', 'firstChild'),
  ];
  let text = '';
  const starts = nodes.map((one, at) => {
    // Only where two words would run into one does it matter how they are drawn, and asking for that is slow.
    if (/\w$/.test(text) && /^\w/.test(one.data) && isParted(nodes[at - 1]!, one)) text += '\n';
    const start = text.length;
    text += one.data;
    return start;
  });
  return { text, nodes, starts };
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
