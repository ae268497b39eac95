import type { LabeledValue } from '../facts/read-sign-in-pane';
import {
  attributeOf,
  closest,
  elementBefore,
  firstOf,
  isElement,
  isText,
  matches,
  nextOf,
  parentElementOf,
  textOf,
} from '../finder/dom';
import { isBorder } from '../finder/text-blocks';
import { CELL, columnHead, createColumns, ROW } from '../finder/value-labels';
import { elementAfter } from './page-element';

/** No label and no value of a sign-in is longer, in UTF-16 units. */
const LONGEST_LABEL = 80;
const LONGEST_VALUE = 1000;

const MOST_NODES = 5_000;
const MOST_STEPS_UP = 3;

const HEAD = '[role=columnheader],thead th';

/** What is no text of the page, what a person types, and editors, which are never touched. */
const LEFT_OUT =
  'script,style,noscript,template,textarea,select,input,iframe,object,svg,signpost-note,signpost-card,[contenteditable]:not([contenteditable=false]),.monaco-editor';

const plain = (element: Element): string => (textOf(element) ?? '').replace(/\s+/g, ' ').trim();

/** Elements of text alone that are drawn below an element, in the order of the page; none where it is too large. */
function drawnBlocks(root: Element): Element[] {
  const blocks: Element[] = [];
  let nodes = 0;
  const visit = (element: Element): boolean => {
    if (++nodes > MOST_NODES) return false;
    if (matches(element, LEFT_OUT) || !Element.prototype.checkVisibility.call(element)) return true;
    let hasText = false;
    let hasBlocks = false;
    for (let child = firstOf(element); child; child = nextOf(child)) {
      if (isElement(child) && (isBorder(child) || holdsBlock(child))) {
        hasBlocks = true;
        if (!visit(child)) return false;
      } else if (isElement(child)) hasText ||= !!plain(child);
      else if (isText(child)) hasText ||= /\S/.test(child.data);
    }
    if (hasText && !hasBlocks) blocks.push(element);
    return true;
  };
  return visit(root) ? blocks : [];
}

/** Whether an inline element has a block in it. */
function holdsBlock(element: Element): boolean {
  for (let child = firstOf(element); child; child = nextOf(child))
    if (isElement(child) && (isBorder(child) || holdsBlock(child))) return true;
  return false;
}

/**
 * What stands right before a value in its row; nothing that was a value itself.
 * @param looksLikeLabel Whether the value reads as a label, too: "Client app: Browser". What begins a row is one.
 */
function labelBefore(
  value: Element,
  root: Element,
  taken: ReadonlySet<Element>,
  looksLikeLabel: boolean,
): string {
  let element = value;
  for (let steps = 0; element !== root && steps < MOST_STEPS_UP; steps++) {
    const before = elementBefore(element);
    if (before) {
      const isValue =
        taken.has(before) || (firstOf(before) && taken.has(firstOf(before) as Element));
      const text = isValue ? '' : plain(before);
      return text.length <= LONGEST_LABEL ? text : '';
    }
    const parent = parentElementOf(element);
    if (!parent || (looksLikeLabel && elementAfter(element))) break;
    element = parent;
  }
  return '';
}

/** Whether a label has the place for its value beside it, with nothing in it. */
function hasEmptyValue(label: Element): boolean {
  let element = label;
  for (let steps = 0; steps < MOST_STEPS_UP; steps++) {
    const after = elementAfter(element);
    if (after) return !plain(after);
    const parent = parentElementOf(element);
    if (!parent) return false;
    element = parent;
  }
  return false;
}

/** `Correlation ID: 62e7…` in one block. */
const ONE_LINE = /^([^:：]{2,60})[:：]\s*(\S.*)$/;

/**
 * Reads what a part of a page says in rows of labels and values, and in tables with heads. Form fields, editors and what
 * is not drawn are never read.
 * @param root The part.
 * @param isLabel Whether a text is a label that somebody will ask for.
 * @returns Values with their labels, in the order of the page.
 */
export function drawnCells(root: Element, isLabel: (text: string) => boolean): LabeledValue[] {
  const cells: LabeledValue[] = [];
  const taken = new Set<Element>();
  const columns = createColumns();
  const rows = new Map<Element, number>();
  for (const block of drawnBlocks(root)) {
    const text = plain(block);
    if (text.length > LONGEST_VALUE || closest(block, HEAD)) continue;
    const cell = closest(block, CELL);
    const head = cell && columnHead(cell, columns);
    if (head) {
      const row = closest(cell, ROW) ?? cell;
      if (!rows.has(row)) rows.set(row, rows.size);
      cells.push({ label: plain(head), value: text, row: rows.get(row)! });
      continue;
    }
    const label = labelBefore(cell ?? block, root, taken, isLabel(text)).replace(/\s*[:：]$/, '');
    if (isLabel(label)) {
      taken.add(cell ?? block);
      cells.push({ label, value: text });
      continue;
    }
    if (!label && isLabel(text) && hasEmptyValue(cell ?? block)) {
      cells.push({ label: text, value: '' });
      continue;
    }
    const [, own = '', value = ''] = ONE_LINE.exec(text) ?? [];
    if (isLabel(own.trim())) cells.push({ label: own.trim(), value });
  }
  return cells;
}

/** The cells of one row of a list, by the heads of their columns. */
export function rowCells(row: Element): LabeledValue[] {
  const columns = createColumns();
  return [...Element.prototype.querySelectorAll.call(row, CELL)].flatMap((cell) => {
    const head = columnHead(cell, columns);
    return head ? [{ label: plain(head), value: plain(cell) }] : [];
  });
}

/** The name of the open tab of a part of a page, and its list of tabs. */
export function openTab(root: Element): { tabs: Element | null; name: string } {
  const tabs = Element.prototype.querySelector.call(root, '[role=tablist]');
  for (let tab = tabs && firstOf(tabs); tab; tab = nextOf(tab))
    if (isElement(tab) && attributeOf(tab, 'aria-selected') === 'true')
      return { tabs, name: plain(tab) };
  return { tabs, name: '' };
}
