import { isErrorCodeLabel } from '../detection/labels';
import {
  allIn,
  attributeOf,
  closest,
  elementBefore,
  walkElements,
  matches,
  parentElementOf,
  textOf,
} from './dom';

export const GRID = '[role$=grid],[role=table],table';
export const ROW = '[role=row],tr';
export const HEAD = '[role=columnheader],th';

/** What holds the heads of an ag-Grid, each group of pinned columns in a row of its own. */
const HEADS = '.ag-header';

/** A cell over several columns, such as the name of a group in a Fluent list, stands under no head. */
export const CELL = '[role$=cell]:not([aria-colspan]),[role=rowheader],td,th';
const MOST_STEPS_UP = 3;

/** So many elements of a grid are looked at for its first head. */
const BEFORE_HEADS = 200;

/** So many heads of a grid count. */
const MOST_COLUMNS = 100;

/** What is known of the grids of a page while it does not change, so that no row is counted twice. */
export interface Columns {
  heads: Map<Element, Element[]>;
  /** Whether an element is a label of an error code. */
  knownLabels: Map<Element, boolean>;
}

/** Attributes of cells and of the heads they belong to. Column keys of Fluent lists come before positions. */
const TIES = [
  ['data-automation-key', 'data-item-key'],
  ['aria-colindex', 'aria-colindex'],
] as const;

function remembered<Value>(memo: Map<Element, Value>, of: Element, make: () => Value): Value {
  let value = memo.get(of);
  if (value === undefined) memo.set(of, (value = make()));
  return value;
}

/** The heads of a grid: those in the first row that has some, or that its header parts into several. */
function headsOf(grid: Element): Element[] {
  const elements = walkElements(grid);
  let first: Element | null;
  for (let left = BEFORE_HEADS; left-- && (first = elements.nextNode() as Element | null);) {
    if (!matches(first, HEAD)) continue;
    const heads = closest(first, HEADS) ?? closest(first, ROW) ?? grid;
    return [...allIn(heads, HEAD)].slice(0, MOST_COLUMNS);
  }
  return [];
}

/**
 * The head of the column that a cell stands in.
 * @param columns What is known of the grids of this page.
 */
export function columnHead(cell: Element, columns: Columns): Element | undefined {
  const grid = closest(cell, GRID);
  if (!grid) return undefined;
  const heads = remembered(columns.heads, grid, () => headsOf(grid));
  for (const [own, name] of TIES) {
    const value = attributeOf(cell, own);
    if (value && heads.some((head) => attributeOf(head, name)))
      return heads.find((head) => attributeOf(head, name) === value);
  }
  let place = 0;
  let before: Element | null = cell;
  while (place < heads.length && (before = elementBefore(before))) place++;
  return heads[place];
}

export function createColumns(): Columns {
  return { heads: new Map(), knownLabels: new Map() };
}

/**
 * The smallest element that holds a value and the label of an error code that it has in another element: the head of
 * its column, what stands right before it in its row, or in ag-Grid the row's own id where it is the head of a group.
 * @param block The block whose whole text is the value.
 * @param value The digits of it.
 * @param columns What is known of the grids of this page.
 * @returns undefined where no such label belongs to the value.
 */
export function labeledRow(block: Element, value: string, columns: Columns): Element | undefined {
  const isLabel = (element: Element | null | undefined): boolean =>
    !!element &&
    // However long: the heads of an ag-Grid are full of blanks.
    remembered(columns.knownLabels, element, () => isErrorCodeLabel(textOf(element)!));
  const row = closest(block, ROW);
  // `row-group-ResultType-50126`: the column of the groups may have no head of its own.
  const id = row && attributeOf(row, 'row-id');
  if (id && isErrorCodeLabel(id.split(value)[0]!)) return row;
  const cell = closest(block, CELL);
  if (cell) {
    return isLabel(columnHead(cell, columns)) || isLabel(elementBefore(cell))
      ? (row ?? cell)
      : undefined;
  }
  let element = block;
  for (let steps = 0; steps < MOST_STEPS_UP; steps++) {
    const parent = parentElementOf(element);
    if (!parent) break;
    const before = elementBefore(element);
    if (before) return isLabel(before) ? parent : undefined;
    element = parent;
  }
  return undefined;
}
