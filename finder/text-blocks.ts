import { holdsLabel } from '../detection/gate';
import {
  elementAbove,
  firstOf,
  isElement,
  isText,
  lastOf,
  nameOf,
  nextOf,
  parentElementOf,
  parentOf,
  previousOf,
} from './dom';

/**
 * A stretch of text that a person reads as one: text nodes of a block, joined. Of a long block it is what matters to
 * one of its nodes, so that the work does not grow with the block.
 */
export interface TextBlock {
  text: string;
  nodes: Text[];
  /** Offset in `text` at which each node starts; below zero where its beginning is cut off. */
  starts: number[];
  /** The node asked for and the last one whose codes can be told as well, by their place in `nodes`. */
  own: number;
  lastOwn: number;
  /** Whether the text is that of the whole block. */
  isWhole: boolean;
  /** The nearest ancestor that is not an inline element. */
  element: Element;
}

/** Elements whose text flows on in the line. Everything else parts the text around it. */
const INLINE = new Set(
  'a,abbr,b,bdi,bdo,br,cite,code,data,del,dfn,em,font,i,ins,kbd,label,mark,q,s,samp,small,span,strong,sub,sup,time,tt,u,var,wbr'.split(
    ',',
  ),
);

/** A block in more inline elements than this is none that a person wrote. */
const DEEPEST = 64;

/** What is read before and after a node, in characters. */
const BEFORE = 512;
const AFTER = 1024;

/** So much has to follow a code for it to be told: the rest of a longer number, a unit, a part of a GUID. */
export const LOOK_AHEAD = 64;

/** How far the text beside a change may be of another meaning by it: a label before its value, a number cut in two. */
const NEAR = 200;

/** True for an element that parts the text around it. */
export function isBorder(node: Node): boolean {
  return isElement(node) && !INLINE.has(nameOf(node));
}

/** The block in which nothing stands beside a node, as in most cells of a list. */
function blockOfOne(node: Node): Element | null {
  // However deep: what holds nothing else leads to one text alone.
  while (!previousOf(node) && !nextOf(node)) {
    const above = elementAbove(node);
    if (!above || !INLINE.has(nameOf(above))) return above;
    node = above;
  }
  return null;
}

function blockOf(node: Text): Element {
  let element = parentElementOf(node)!;
  for (let depth = 0; depth < DEEPEST && !isBorder(element); depth++)
    element = elementAbove(element) ?? element;
  return element;
}

/** Text nodes in one direction, nearest first: those of so many characters, and at most a step for each two. */
interface Stretch {
  nodes: Text[];
  /** The elements that begin or end on the way to each node. */
  crossed: Element[][];
  /** Whether nothing follows. */
  isWhole: boolean;
}

function stretch(
  from: Node,
  isBack: boolean,
  most: number,
  isEnd: (node: Node) => boolean,
): Stretch {
  const beside = isBack ? previousOf : nextOf;
  const inside = isBack ? lastOf : firstOf;
  const nodes: Text[] = [];
  const crossed: Element[][] = [];
  let crossing: Element[] = [];
  let chars = 0;
  let at = from;
  let isEntered = false;
  for (let steps = 0; steps < most / 2 && chars < most; steps++) {
    const next: Node | null = (isEntered && inside(at)) || beside(at);
    const to: Node | null = next ?? parentOf(at);
    const isTag: boolean = !!to && isElement(to);
    if (!to || isEnd(to) || !(next || isTag)) return { nodes, crossed, isWhole: true };
    isEntered = !!next && isTag;
    if (isTag) crossing.push(to as Element);
    else if (isText(to)) {
      nodes.push(to);
      chars += to.length;
      crossed.push(crossing);
      crossing = [];
    }
    at = to;
  }
  return { nodes, crossed, isWhole: false };
}

/** True where a line is broken between two text nodes, seen by the elements that begin and end there. */
function isParted(crossed: Element[]): boolean {
  return crossed.some(
    (element) =>
      nameOf(element) === 'br' ||
      !/^(inline|contents|ruby|$)/.test(getComputedStyle(element).display),
  );
}

/**
 * Reads the block around a text node as a person would: inline elements join, blocks and cells part.
 * @param node Any text node of the block.
 */
export function blockAround(node: Text): TextBlock {
  const element = blockOfOne(node);
  if (element)
    return {
      text: node.data,
      nodes: [node],
      starts: [0],
      own: 0,
      lastOwn: 0,
      isWhole: true,
      element,
    };
  const before = stretch(node, true, BEFORE, isBorder);
  const after = stretch(node, false, AFTER, isBorder);
  const isWhole = before.isWhole && after.isWhole;
  const own = before.nodes.length;
  const nodes = [...before.nodes.reverse(), node, ...after.nodes];
  const crossed = [[], ...before.crossed.reverse(), ...after.crossed];
  let text = '';
  const starts = nodes.map((one, at) => {
    // Only where two words would run into one does it matter how they are drawn, and asking for that is slow.
    if (at && /\w$/.test(text) && /^\w/.test(one.data) && isParted(crossed[at]!)) text += '\n';
    const cut = at < own ? Math.max(0, one.length - BEFORE) : 0;
    const start = text.length - cut;
    text += one.data.slice(cut, at > own ? AFTER : undefined);
    return start;
  });
  const told = after.isWhole ? text.length : text.length - LOOK_AHEAD;
  let lastOwn = nodes.length - 1;
  while (lastOwn > own && starts[lastOwn]! + nodes[lastOwn]!.length > told) lastOwn--;
  return { text, nodes, starts, own, lastOwn, isWhole, element: blockOf(node) };
}

/**
 * What is new on a page, with the text nodes beside it whose meaning it may change: those of its block, and after a
 * label those of the next ones, where its value stands in an element of its own.
 * @param run Siblings, in their order.
 * @param text Their text.
 * @param hasLabels Whether labels count.
 */
export function withNeighbors(run: Node[], text: string, hasLabels: boolean): Node[] {
  const last = run.at(-1)!;
  const isLabel = hasLabels && holdsLabel(text.slice(-NEAR));
  if (!isLabel && blockOfOne(last)) return run;
  return [
    ...stretch(run[0]!, true, NEAR, isBorder).nodes.reverse(),
    ...run,
    ...stretch(last, false, NEAR, isLabel ? () => false : isBorder).nodes,
  ];
}
