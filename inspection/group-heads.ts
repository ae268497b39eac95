import { allIn, attributeOf, closest, matches } from '../finder/dom';
import { GRID, ROW } from '../finder/value-labels';

/**
 * What ag-Grid begins the id of a group's row with, and no other row's. Its class and `aria-expanded` tell nothing: rows
 * whose record can be opened have them, too.
 */
const GROUP_ID = 'row-group-';

const levelOf = (row: Element): number => Number(attributeOf(row, 'aria-level') ?? 0);

/** Whether a row of a tree is open, and the next row stands below it. */
function isParent(row: Element): boolean {
  if (attributeOf(row, 'aria-expanded') !== 'true') return false;
  const grid = closest(row, GRID);
  const rows = grid ? [...allIn(grid, ROW)].filter((one) => closest(one, GRID) === grid) : [];
  const next = rows[rows.indexOf(row) + 1];
  return !!next && levelOf(next) > levelOf(row);
}

/**
 * Whether a row stands for the rows below it, and is no sign-in of its own: the head of a group in ag-Grid or in a list
 * of Fluent UI, or an open row of a tree. A closed row of a tree stands for itself, since nothing else of it is drawn.
 */
export function isGroupHead(row: Element): boolean {
  const id = attributeOf(row, 'row-id');
  return id === null ? matches(row, '.ms-GroupHeader') || isParent(row) : id.startsWith(GROUP_ID);
}
