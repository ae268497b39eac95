import { isStatusLabel, statusOf } from '../facts/status-words';
import { allIn, closest, elementBefore, textOf } from '../finder/dom';
import { CELL, columnHead, createColumns, GRID, ROW } from '../finder/value-labels';
import { elementAfter } from './page-element';

/** Reads the status of the sign-in in a row of a list. */
export interface RowStatus {
  /** Whether the row in which an element stands is one of a sign-in that succeeded or was interrupted. */
  isFine(element: Element): boolean;
  /** Forgets what was learned of the columns, which holds only while heads and cells stay. */
  forget(): void;
}

const text = (element: Element | null | undefined): string => (element && textOf(element)) || '';

const isFineCell = (cell: Element | null | undefined): boolean =>
  /Success|Interrupted/.test(statusOf(text(cell)) ?? '');

export function createRowStatus(): RowStatus {
  let columns = createColumns();
  /** Where the status stands in the rows of a list, by how many cells a row has; -1 where it does not. */
  let places = new WeakMap<Element, number[]>();
  let labels = new Map<Element, boolean>();

  const isStatus = (cell: Element | undefined): boolean => {
    const head = cell && columnHead(cell, columns);
    if (!head) return false;
    const known = labels.get(head) ?? isStatusLabel(text(head));
    labels.set(head, known);
    return known;
  };

  /** The place of the status in a row, looked for once in all rows of a list that are alike. */
  const placeIn = (cells: Element[], list: Element): number => {
    const known = places.get(list) ?? [];
    places.set(list, known);
    const last = known[cells.length];
    if (last === -1 || (last !== undefined && isStatus(cells[last]))) return last;
    return (known[cells.length] = cells.findIndex(isStatus));
  };

  return {
    isFine(element) {
      const cell = closest(element, CELL);
      const row = cell && closest(cell, ROW);
      if (!row) return false;
      const cells = [...allIn(row, CELL)];
      const status = cells[placeIn(cells, closest(row, GRID) ?? row)];
      if (status) return status !== cell && isFineCell(status);
      // Under a head, a word speaks of what the head says: a sign-in that failed may have passed Conditional Access.
      if (columnHead(cell, columns)) return false;
      const isBeside = [elementBefore(cell), elementAfter(cell)].some(isFineCell);
      return isBeside && !cells.some((one) => statusOf(text(one)) === 'Failure');
    },
    forget() {
      columns = createColumns();
      places = new WeakMap();
      labels = new Map();
    },
  };
}
