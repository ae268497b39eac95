import type { Code } from '../detection/code';
import { findCodes, type FindOptions } from '../detection/find-codes';
import { candidateOffsets, holdsLabel } from '../detection/gate';
import { codeFromLabeledValue, isErrorCodeLabel } from '../detection/labels';
import { blockAround, blockOf, rangeIn, type TextBlock } from './text-blocks';
import { labelsOf } from './value-labels';

/** A code on the page. */
export interface Hit {
  code: Code;
  range: Range;
  /** The text under the range when it was found. */
  spelling: string;
  /** The block that holds the code. */
  block: Element;
  /** The row that holds the code and its label, where they stand in two elements. */
  row?: Element;
}

/** Text that is no text of the page, that a person types, or that an editor owns. */
const OFF_LIMITS =
  'script,style,noscript,template,textarea,select,iframe,object,canvas,video,audio,svg,signpost-note,signpost-card,[contenteditable]:not([contenteditable=false]),[role=textbox],.monaco-editor,.CodeMirror,.cm-editor,.ace_editor';

/** A node that is nothing but a number of the length of a code. Its label stands in another element. */
const LONE_NUMBER = /^\s*\d{5,8}\s*$/;
const LONGEST_LONE_NUMBER = 12;

function labeledValue(
  block: TextBlock,
  element: Element,
): { code: Code; row: Element } | undefined {
  const code = codeFromLabeledValue(block.text);
  if (!code) return undefined;
  const label = labelsOf(element).find(({ text }) => isErrorCodeLabel(text));
  return label && { code, row: label.row };
}

function hitsIn(block: TextBlock, node: Text, options: FindOptions): Hit[] {
  const element = blockOf(node);
  const found = findCodes(block.text, options);
  const labeled = !found.length && options.bareNumbers ? labeledValue(block, element) : undefined;
  if ((!found.length && !labeled) || element.closest(OFF_LIMITS)) return [];
  const toHit = (start: number, end: number) => {
    const range = rangeIn(block, start, end);
    return { range, spelling: range.toString(), block: element };
  };
  if (labeled) {
    const start = block.text.search(/\S/);
    return [{ ...labeled, ...toHit(start, start + block.text.trim().length) }];
  }
  return found.map(({ code, start, end }) => ({ code, ...toHit(start, end) }));
}

/**
 * Finds the codes in the text below a node. Only the blocks around numbers that may be codes are read; the rest of the
 * text is passed over by its length.
 * @param root Where to look. It is read, never changed.
 * @param text Its `textContent`.
 * @param options How to read bare numbers and HRESULTs on this page.
 * @param isWhole Whether the text holds every label that its numbers have. In a part of a page, the label of a number
 * may stand outside: at the head of a column, or before the value.
 */
export function findHits(root: Node, text: string, options: FindOptions, isWhole = true): Hit[] {
  const hits: Hit[] = [];
  const offsets = candidateOffsets(text, options.bareNumbers);
  let next = 0;
  let end = 0;
  const read = new Set<Text>();
  let hasLabels: boolean | undefined;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const { length } = node;
    end += length;
    let isCandidate = false;
    for (; offsets[next]! < end; next++) isCandidate = true;
    isCandidate ||=
      options.bareNumbers &&
      length > 4 &&
      length < LONGEST_LONE_NUMBER &&
      LONE_NUMBER.test(node.data) &&
      (hasLabels ??= !isWhole || holdsLabel(text));
    if (!isCandidate || read.has(node)) continue;
    const block = blockAround(node);
    if (block.nodes.length > 1) for (const one of block.nodes) read.add(one);
    hits.push(...hitsIn(block, node, options));
  }
  return hits;
}

/** True while a hit still stands on the page as it was found. */
export function isAlive({ range, spelling }: Hit): boolean {
  return range.startContainer.isConnected && range.toString() === spelling;
}
