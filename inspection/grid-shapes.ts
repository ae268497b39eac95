import { allIn, attributeOf, closest, matches, nameOf, textOf } from '../finder/dom';
import { ROW } from '../finder/value-labels';
import type { GridShape, Head } from './frame-reading';
import { meaningOf } from './heads';
import { maskedHead } from './masked-head';

const GRID = '[role=grid],[role=treegrid],[role=table],table:not([role])';

/** The head of a column. A head of a row is a value: a name, an address. */
const HEAD = '[role=columnheader],thead th:not([scope=row]):not([role]),th[scope=col]:not([role])';
const CELL = '[role=gridcell],[role=rowheader],[role=cell],td';

const MOST_GRIDS = 12;
const MOST_HEADS = 40;
const MOST_CELLS = 200;

/** Attributes by which lists of several makers tie a cell to its column. */
const TIES = ['data-automation-key', 'data-item-key', 'aria-colindex', 'col-id', 'data-column-id'];

/** A key in the markup that a programmer wrote: a word in ASCII without digits. */
const KEY = /^[A-Za-z][A-Za-z_.-]{0,39}$/;

function headOf(element: Element): Head {
  const text = (textOf(element) ?? '').replace(/\s+/g, ' ').trim();
  const is = meaningOf(text);
  const key = TIES.map((name) => attributeOf(element, name)).find((value) => KEY.test(value ?? ''));
  return { text: is ? text : maskedHead(text), ...(is && { is }), ...(key && { key }) };
}

function shapeOf(grid: Element): GridShape {
  const own = (selector: string) =>
    [...allIn(grid, selector)].filter((one) => closest(one, GRID) === grid || one === grid);
  const heads = own(HEAD);
  const rowsOfHeads = new Set(heads.map((head) => closest(head, ROW)));
  const cells = own(CELL).slice(0, MOST_CELLS);
  return {
    role: attributeOf(grid, 'role') ?? `${nameOf(grid)} element`,
    rows: own(ROW).filter((row) => !rowsOfHeads.has(row)).length,
    heads: heads.slice(0, MOST_HEADS).map(headOf),
    ties: TIES.filter((name) => cells.some((cell) => matches(cell, `[${name}]`))),
  };
}

/** The grids and tables of a frame, by their shape and their heads. Tables without heads are layout and left out. */
export function gridShapes(root: Element): GridShape[] {
  return [...allIn(root, GRID)]
    .slice(0, MOST_GRIDS * 4)
    .map(shapeOf)
    .filter(({ heads, role }) => heads.length || !role.endsWith('element'))
    .slice(0, MOST_GRIDS);
}
