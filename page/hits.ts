import type { Code } from '../detection/code';
import { findCodes, type FindOptions } from '../detection/find-codes';
import { codeFromLabeledValue, isErrorCodeLabel } from '../detection/labels';
import { blockOf, rangeIn, readBlocks, type TextBlock } from './text-blocks';
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

/** Places where people type, and editors that own every node below them. */
const OFF_LIMITS =
  '[contenteditable]:not([contenteditable=false]),[role=textbox],.monaco-editor,.CodeMirror,.cm-editor,.ace_editor';

function labeledValue(
  block: TextBlock,
  element: Element,
): { code: Code; row: Element } | undefined {
  const code = codeFromLabeledValue(block.text);
  if (!code) return undefined;
  const label = labelsOf(element).find(({ text }) => isErrorCodeLabel(text));
  return label && { code, row: label.row };
}

/**
 * Finds the codes in the text below a node.
 * @param root Where to look. It is read, never changed.
 * @param options How to read bare numbers and HRESULTs on this page.
 */
export function findHits(root: Node, options: FindOptions): Hit[] {
  const hits: Hit[] = [];
  readBlocks(root, (block) => {
    const element = blockOf(block.nodes[0]!);
    const found = findCodes(block.text, options);
    const labeled = !found.length && options.bareNumbers ? labeledValue(block, element) : undefined;
    if ((!found.length && !labeled) || element.closest(OFF_LIMITS)) return;
    if (labeled) {
      const spelling = block.text.trim();
      const start = block.text.indexOf(spelling);
      const range = rangeIn(block, start, start + spelling.length);
      hits.push({ ...labeled, range, spelling: range.toString(), block: element });
    }
    for (const { code, start, end } of found) {
      const range = rangeIn(block, start, end);
      hits.push({ code, range, spelling: range.toString(), block: element });
    }
  });
  return hits;
}

/** True while a hit still stands on the page as it was found. */
export function isAlive({ range, spelling }: Hit): boolean {
  return range.startContainer.isConnected && range.toString() === spelling;
}
