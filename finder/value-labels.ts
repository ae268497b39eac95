import { isErrorCodeLabel } from '../detection/labels';
import {
  attributeOf,
  closest,
  elementBefore,
  walkElements,
  isElement,
  matches,
  nextOf,
  parentElementOf,
  textOf,
  firstOf,
} from './dom';

const GRID = '[role=grid],[role=table],[role=treegrid],table';
const ROW = '[role=row],tr';
const HEAD = '[role=columnheader],th';
const CELL = '[role=gridcell],[role=rowheader],[role=cell],td,th';
const LONGEST_LABEL = 80;
const MOST_STEPS_UP = 3;

/** So many elements of a grid are looked at for its first head. */
const BEFORE_HEADS = 200;

/** The heads of a grid: in their order, and by each attribute that ties cells to them, alone and with its value. */
interface Heads {
  all: Element[];
  keyed: Map<string, Element>;
}

/** What is known of the grids of a page while it does not change, so that no row is counted twice. */
export interface Columns {
  heads: Map<Element, Heads>;
  /** Place of each cell in its row. */
  places: Map<Element, Map<Element, number>>;
  /** Whether an element is a label of an error code. */
  labels: Map<Element, boolean>;
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

/** The heads in the first row of a grid that has some. */
function headsOf(grid: Element): Heads {
  const heads: Heads = { all: [], keyed: new Map() };
  const elements = walkElements(grid);
  for (let steps = 0; steps < BEFORE_HEADS && elements.nextNode(); steps++) {
    const first = elements.currentNode as Element;
    if (!matches(first, HEAD)) continue;
    heads.all = [...Element.prototype.querySelectorAll.call(closest(first, ROW) ?? grid, HEAD)];
    for (const head of heads.all) {
      for (const [, name] of TIES) {
        const value = attributeOf(head, name);
        if (value) heads.keyed.set(name, head).set(`${name} ${value}`, head);
      }
    }
    break;
  }
  return heads;
}

function placesIn(row: Element): Map<Element, number> {
  const places = new Map<Element, number>();
  for (let node = firstOf(row); node; node = nextOf(node)) {
    if (isElement(node)) places.set(node, places.size);
  }
  return places;
}

/**
 * The head of the column that a cell stands in.
 * @param columns What is known of the grids of this page.
 */
export function columnHead(cell: Element, columns: Columns = createColumns()): Element | undefined {
  const grid = closest(cell, GRID);
  if (!grid) return undefined;
  const { all, keyed } = remembered(columns.heads, grid, () => headsOf(grid));
  for (const [own, head] of TIES) {
    const value = attributeOf(cell, own);
    if (value && keyed.has(head)) return keyed.get(`${head} ${value}`);
  }
  const row = all.length ? parentElementOf(cell) : undefined;
  return row ? all[remembered(columns.places, row, () => placesIn(row)).get(cell)!] : undefined;
}

export function createColumns(): Columns {
  return { heads: new Map(), places: new Map(), labels: new Map() };
}

/**
 * The smallest element that holds a value and the label of an error code that it has in another element: the head of
 * its column, or what stands right before it in its row.
 * @param block The block whose whole text is the value.
 * @param columns What is known of the grids of this page.
 * @returns undefined where no such label belongs to the value.
 */
export function labeledRow(block: Element, columns: Columns): Element | undefined {
  const isLabel = (element: Element | null | undefined): boolean =>
    !!element &&
    remembered(columns.labels, element, () => {
      const text = textOf(element) ?? '';
      return text.length <= LONGEST_LABEL && isErrorCodeLabel(text);
    });
  const cell = closest(block, CELL);
  if (cell) {
    return isLabel(columnHead(cell, columns)) || isLabel(elementBefore(cell))
      ? (closest(cell, ROW) ?? cell)
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
