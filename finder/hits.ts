import type { Code } from '../detection/code';
import { findCodes, type FindOptions } from '../detection/find-codes';
import { codeFromLabeledValue } from '../detection/labels';
import type { Weight } from '../messaging/protocol';
import { isBelow, isDesignMode, matches, parentElementOf } from './dom';
import { LOOK_AHEAD, type TextBlock } from './text-blocks';
import { createColumns, labeledRow, type Columns } from './value-labels';

/** Where a code stands: in one text node, or in several where elements part it. */
interface Place {
  /** Every text node that holds a part of it. */
  nodes: Text[];
  start: number;
  end: number;
}

/** A code on the page. */
export interface Hit {
  readonly code: Code;
  /** A live range while the code is marked, else one for the moment. */
  readonly range: Range;
  /** The text under the range when it was found. */
  readonly spelling: string;
  /** The block that holds the code. */
  readonly block: Element;
  /** The row that holds the code and its label, where they stand in two elements. */
  readonly row?: Element;
  place: Place;
  /** How its mark speaks, where that is not what its code says by itself. */
  weight?: Weight | undefined;
  /** The range that is marked. Each live range costs every change of the page a little, so that only marks have one. */
  mark?: Range;
}

/** A hit of one shape to the engine, whose range is made when it is asked for. */
class FoundHit {
  constructor(found: Omit<Hit, 'range'>) {
    Object.assign(this, found);
  }
  get range(): Range {
    const { mark, place } = this as unknown as Hit;
    return mark ?? setRange(new Range(), place);
  }
}

/** Text that is no text of the page, that a person types, or that an editor owns. */
const OFF_LIMITS =
  'head,script,style,noscript,textarea,select,svg,signpost-note,signpost-card,[contenteditable]:not([contenteditable=false]),[role=textbox],.monaco-editor,.CodeMirror,.cm-editor,.ace_editor';

/** So much of a long text is read in one step, with what stands before it. */
export const PIECE = 16_384;
const BEFORE_PIECE = 512;

/** What was learned about the page since the last pause. It holds only as long as the page does not change. */
export interface Pass extends Columns {
  offLimits: Map<Node, boolean>;
}

export function createPass(): Pass {
  return { offLimits: new Map(), ...createColumns() };
}

const isClosed = (node: Node) => matches(node as Element, OFF_LIMITS);

/** True where text is not to be read: it belongs to a script, to an editor, or to the person who writes it. */
function isOffLimits(element: Element, pass: Pass): boolean {
  return isDesignMode() || isBelow(element, isClosed, pass.offLimits, parentElementOf);
}

/** Puts a range over a place. A text that grew shorter since gives a shorter range. */
export function setRange(range: Range, { nodes, start, end }: Place): Range {
  const last = nodes.at(-1)!;
  range.setStart(nodes[0]!, Math.min(start, nodes[0]!.length));
  range.setEnd(last, Math.min(end, last.length));
  return range;
}

/** The code for a text that is nothing but a number, and perhaps the count of a group. Its label stands in another element. */
export function loneCode(text: string): Code | undefined {
  // Most texts are none, and this is told without a RegExp.
  return parseInt(text) > 9999 ? codeFromLabeledValue(text) : undefined;
}

/**
 * The codes that a piece of a block holds in the nodes that can be told, in the order of the text.
 * @param piece Where the piece begins, a multiple of `PIECE` after the first of these nodes.
 */
export function hitsIn(block: TextBlock, piece: number, options: FindOptions, pass: Pass): Hit[] {
  const { text, nodes, starts, own, lastOwn, element } = block;
  const from = starts[own]!;
  let at = 0;
  const toHit = (code: Code, start: number, end: number, row?: Element): Hit => {
    while (starts[at + 1]! <= start) at++;
    let until = at;
    while (starts[until + 1]! < end) until++;
    return new FoundHit({
      code,
      spelling: text.slice(start, end),
      block: element,
      row,
      place: {
        nodes: nodes.slice(at, until + 1),
        start: start - starts[at]!,
        end: end - starts[until]!,
      },
    }) as Hit;
  };

  const hits: Hit[] = [];
  const code = options.bareNumbers && block.isWhole && piece === from && loneCode(text);
  if (code) {
    const value = code.slice('AADSTS'.length);
    const row = labeledRow(element, value, pass);
    const start = text.search(/\d/);
    if (row && !isOffLimits(element, pass))
      hits.push(toHit(code, start, start + value.length, row));
    return hits;
  }
  const base = Math.max(0, piece - BEFORE_PIECE);
  const until = Math.min(starts[lastOwn]! + nodes[lastOwn]!.length, piece + PIECE);
  for (const found of findCodes(text.slice(base, until + LOOK_AHEAD), options)) {
    const start = base + found.start;
    const end = base + found.end;
    if (end <= piece || start >= until || (start < piece && piece !== from)) continue;
    if (!isOffLimits(element, pass)) hits.push(toHit(found.code, start, end));
  }
  return hits;
}
