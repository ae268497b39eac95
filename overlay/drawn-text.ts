import {
  firstOf,
  isElement,
  isText,
  matches,
  nameOf,
  nextOf,
  parentElementOf,
  textOf,
} from '../finder/dom';
import type { Hit } from '../finder/hits';
import { isBorder } from '../finder/text-blocks';

/** A part of a page that holds more is a list of many sign-ins, and reading it would cost the page time. */
const LONGEST_TEXT = 20_000;
const MOST_NODES = 5_000;

/** The same with the blanks between the elements, which are not drawn. */
const LONGEST_SOURCE = 2 * LONGEST_TEXT;

/** What is no text of the page, or what a person types: it is never read. */
const LEFT_OUT =
  'script,style,noscript,template,textarea,select,input,iframe,object,svg,signpost-note,signpost-card,[contenteditable]:not([contenteditable=false])';

/** The text of a part of a page as it is drawn: a line for each block, a tab before each cell. */
export interface DrawnText {
  text: string;
  /** The codes in it, in their order, with their offsets in the text. */
  codes: { hit: Hit; start: number; end: number }[];
}

/** Blanks as the browser draws them: in preformatted text lines stay lines. */
function blanksOf(node: Text): RegExp {
  // Asking for a style is slow, and where only single blanks stand every style draws the same.
  if (!/\s\s|[^\S ]/.test(node.data)) return /\s+/g;
  const parent = parentElementOf(node);
  return parent && /pre/.test(getComputedStyle(parent).whiteSpace) ? /[^\S\n]+/g : /\s+/g;
}

/**
 * Reads a part of a page.
 * @param root The part.
 * @param hitsAt The hits of which a part stands in a text node.
 * @returns undefined where it is too large to be about one sign-in.
 */
export function drawnText(
  root: Element,
  hitsAt: (node: Node) => Iterable<Hit>,
): DrawnText | undefined {
  const codes: DrawnText['codes'] = [];
  let text = '';
  let nodes = 0;

  const draw = (node: Node): boolean => {
    if (++nodes > MOST_NODES || text.length > LONGEST_TEXT) return false;
    if (isText(node)) {
      const blanks = blanksOf(node);
      let from = 0;
      const drawTo = (end: number): number => {
        text += node.data.slice(from, end).replace(blanks, ' ');
        from = end;
        return text.length;
      };
      const own = [...hitsAt(node)].filter(({ place }) => place.nodes[0] === node);
      for (const hit of own.sort((a, b) => a.place.start - b.place.start)) {
        const { nodes, start, end } = hit.place;
        codes.push({
          hit,
          start: drawTo(start),
          end: drawTo(nodes.length > 1 ? node.length : end),
        });
      }
      drawTo(node.length);
      return true;
    }
    if (!isElement(node) || matches(node, LEFT_OUT)) return true;
    if (!Element.prototype.checkVisibility.call(node)) return true;
    const isCell = /^(td|th)$/.test(nameOf(node));
    const isApart = isBorder(node) || nameOf(node) === 'br';
    if (isApart) text += isCell ? '\t' : '\n';
    for (let child = firstOf(node); child; child = nextOf(child)) if (!draw(child)) return false;
    if (isApart && !isCell) text += '\n';
    return true;
  };

  if (textOf(root)!.length > LONGEST_SOURCE || !draw(root)) return undefined;
  return { text, codes };
}
